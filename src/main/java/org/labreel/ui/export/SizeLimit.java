package org.labreel.ui.export;

import java.util.Optional;
import org.labreel.export.Box;

/** How large the picture of a clip is at most. */
enum SizeLimit {
    /** As the frames, or as the preset wants. */
    NONE, HD1080, HD720, VGA,
    /** A part of the frame's size. */
    PERCENT,
    /** Any box, also a larger one. */
    BOX;

    /** Those that are always the same. */
    Optional<Box> box() {
        return switch (this) {
            case HD1080 -> Optional.of(new Box(1920, 1080));
            case HD720 -> Optional.of(new Box(1280, 720));
            case VGA -> Optional.of(new Box(640, 480));
            case NONE, PERCENT, BOX -> Optional.empty();
        };
    }
}
