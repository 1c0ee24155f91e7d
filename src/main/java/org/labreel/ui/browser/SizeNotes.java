package org.labreel.ui.browser;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.labreel.codec.MalformedEventException;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.picture.PictureException;
import org.labreel.picture.PictureSize;

/** What the operator should know of the sizes of the frames of a log, and of the index beside it. */
final class SizeNotes {
    /** Frames looked at, spread over the log: all of a short one. */
    private static final int SAMPLES = 48;

    private SizeNotes() {
    }

    /** Touches the disk. */
    static List<LogNotes.Note> of(LogReader reader) throws IOException {
        Set<PictureSize> sizes = new LinkedHashSet<>();
        LogIndex index = reader.index();
        int samples = Math.min(SAMPLES, index.frames());
        for (int i = 0; i < samples; i++) {
            int frame = samples < 2 ? 0 : (int) ((long) (index.frames() - 1) * i / (samples - 1));
            try {
                sizes.add(PictureSize.read(reader.image(frame)));
            } catch (PictureException | MalformedEventException _) {
                // Said of that frame when it is shown.
            }
        }
        return sizes.size() < 2
                ? List.of()
                : List.of(new LogNotes.Note(false, "The frames of this log are not all of one size: " + sizes.stream()
                        .map(size -> size.width() + " x " + size.height()).collect(Collectors.joining(", "))
                        + " pixels. Each is shown as it was recorded.", ""));
    }
}
