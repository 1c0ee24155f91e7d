package org.labreel.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.labreel.export.LeftParts;
import org.labreel.ui.kit.Notices;

/** At a start: clears away clips that were half made when this program was killed, and says so. */
final class LeftClips {
    private LeftClips() {
    }

    /** Not on the JavaFX thread: a disk is read. */
    static void clear(Notices notices) {
        say(LeftParts.clear(), notices);
    }

    static void say(List<Path> cleared, Notices notices) {
        if (cleared.isEmpty()) {
            return;
        }
        notices.warning("A half-made export was cleared away",
                cleared.stream().map(Path::toString).sorted().collect(Collectors.joining("\n"))
                        + "\nLabreel was ended in the middle of it. The log is unchanged: export it again.");
    }
}
