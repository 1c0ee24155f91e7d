package org.labreel.ui.live;

import java.util.Optional;
import org.labreel.ui.kit.Notices;

/**
 * Tells by notice what goes wrong with the recording of one source. It is written beside the record button as long as
 * it lasts, and told once. Missing frames are told once a segment and taken back when they come; a lost connection is
 * not told at all, since the page says it in large letters.
 */
final class RecordWatch {
    /** Headline of the notice that is taken back when frames come. */
    static final String NO_FRAMES = "Recording, but no frames arrive";

    private final Notices notices;
    private boolean faultTold;
    private boolean noFramesTold;
    private Optional<String> noFramesShown = Optional.empty();

    RecordWatch(Notices notices) {
        this.notices = notices;
    }

    /**
     * @param whose
     *            name of the source where there are several
     */
    void look(RecordControl.Phase phase, RecordText words, Optional<String> whose) {
        boolean noFrames = is(words, RecordText.Trouble.NO_FRAMES);
        if (noFrames && !noFramesTold) {
            String title = NO_FRAMES + whose.map(name -> " from " + name).orElse("");
            notices.warning(title, words.detail());
            noFramesShown = Optional.of(title);
        }
        noFramesTold = phase != RecordControl.Phase.IDLE && (noFramesTold || noFrames);
        if (!noFrames) {
            noFramesShown.ifPresent(notices::withdraw);
            noFramesShown = Optional.empty();
        }
        boolean fault = is(words, RecordText.Trouble.FAULT);
        if (fault && !faultTold) {
            notices.warning("Recording: look here", whose.map(name -> name + ": ").orElse("") + words.detail());
        }
        faultTold = fault;
    }

    private static boolean is(RecordText words, RecordText.Trouble trouble) {
        return words.trouble().filter(trouble::equals).isPresent();
    }
}
