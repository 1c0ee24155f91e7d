package org.labreel.ui.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.labreel.feed.FeedStatus;
import org.labreel.ui.kit.Notice.Choice;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Units;

/** The record button with its state, and the marker button. */
final class RecordPanel {
    private static final PseudoClass RECORDING = PseudoClass.getPseudoClass("recording");
    /** Headline of the notice that is taken back when frames come. */
    static final String NO_FRAMES = "Recording, but no frames arrive";
    private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

    private final Notices notices;
    private final Opener opener;
    private final MarkerStrip strip;
    private final Consumer<Path> review;
    private @Nullable RecordControl control;
    private @Nullable LiveModel model;
    private boolean faultTold;
    private boolean noFramesTold;
    private boolean noFramesShown;

    @FXML
    private VBox text;
    @FXML
    private Label state;
    @FXML
    private Label detail;
    @FXML
    private Button marker;
    @FXML
    private Button record;
    @FXML
    private FontIcon icon;
    @FXML
    private Tooltip recordTip;

    /**
     * @param review
     *            opens a finished recording
     */
    @SuppressWarnings("NullAway.Init")
    RecordPanel(Notices notices, Opener opener, MarkerStrip strip, Consumer<Path> review) {
        this.notices = notices;
        this.opener = opener;
        this.strip = strip;
        this.review = review;
    }

    void attach(LiveModel newModel, RecordControl newControl) {
        model = newModel;
        control = newControl;
        newControl.onChange(() -> {
            if (newControl.equals(control)) {
                refresh();
            }
        });
        refresh();
    }

    void refresh() {
        RecordControl now = control;
        if (now == null) {
            return;
        }
        now.check();
        RecordText words = RecordText.of(now.phase(), now.status(), now.folder(), connected());
        boolean recording = now.phase() == RecordControl.Phase.RECORDING;
        state.setText(words.state());
        detail.setText(words.detail());
        for (var node : List.of(text, record)) {
            node.pseudoClassStateChanged(RECORDING, recording);
        }
        text.pseudoClassStateChanged(FAULT, words.fault());
        record.setText(recording ? "Stop" : "Record");
        icon.setIconLiteral(recording ? "mdi2s-stop" : "mdi2r-record");
        recordTip.setText(recording ? "End this segment and save it (R)" : "Begin a segment (R)");
        // Never disabled while it waits: the focus would go on to the next field, and keys with it.
        record.setDisable(false);
        marker.setDisable(!recording);
        tellOfFault(now, words);
    }

    private boolean connected() {
        LiveModel source = model;
        return source != null && source.status().state() == FeedStatus.State.CONNECTED;
    }

    /**
     * An alarm is written beside the button as long as it lasts, and told once. Missing frames are told once a segment
     * and taken back when they come; a lost connection is not told at all, since the page says it in large letters.
     */
    private void tellOfFault(RecordControl now, RecordText words) {
        boolean noFrames = is(words, RecordText.Trouble.NO_FRAMES);
        if (noFrames && !noFramesTold) {
            notices.warning(NO_FRAMES, words.detail());
        }
        noFramesTold = now.phase() != RecordControl.Phase.IDLE && (noFramesTold || noFrames);
        if (!noFrames && noFramesShown) {
            notices.withdraw(NO_FRAMES);
        }
        noFramesShown = noFrames;
        boolean fault = is(words, RecordText.Trouble.FAULT);
        if (fault && !faultTold) {
            notices.warning("Recording: look here", words.detail());
        }
        faultTold = fault;
    }

    private static boolean is(RecordText words, RecordText.Trouble trouble) {
        return words.trouble().filter(trouble::equals).isPresent();
    }

    @FXML
    void toggle() {
        RecordControl now = control;
        if (now == null) {
            return;
        }
        if (now.phase() == RecordControl.Phase.RECORDING) {
            CompletionStage<Optional<RecordControl.Saved>> stopping = now.stop();
            stopping.handle((saved, failure) -> failure == null ? saved : broken(now, failure))
                    .thenAccept(saved -> saved.ifPresent(this::tellSaved));
        } else if (now.phase() == RecordControl.Phase.IDLE) {
            CompletionStage<Path> starting = now.start();
            starting.whenComplete((_, failure) -> {
                if (failure != null) {
                    notices.error("The recording did not start",
                            "Nothing was written; the live view goes on. Look at the recordings folder in Settings.",
                            failure);
                }
            });
        }
    }

    private Optional<RecordControl.Saved> broken(RecordControl by, Throwable failure) {
        notices.error("The segment was not completed in order", "What had been written is kept"
                + by.folder().map(folder -> " in " + folder).orElse("") + " and can be opened.", failure);
        return Optional.empty();
    }

    private void tellSaved(RecordControl.Saved saved) {
        Path file = saved.file();
        notices.info("Segment saved", file.getFileName() + " · " + Units.bytes(saved.segment().bytes()) + " · "
                + Units.count(saved.segment().frames()) + " frames", new Choice("Review", () -> review.accept(file)),
                new Choice("Show in folder", () -> opener.showInFolder(file)),
                new Choice("Copy path", () -> Clipboard.getSystemClipboard()
                        .setContent(Map.of(DataFormat.PLAIN_TEXT, file.toString()))));
    }

    @FXML
    void mark() {
        RecordControl now = control;
        if (now != null) {
            now.mark(strip.colour()).ifPresent(set -> strip.offer(now, set,
                    "Marker " + now.markers() + " at " + Units.elapsed(now.status().elapsed())));
        }
    }
}
