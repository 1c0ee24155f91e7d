package org.labreel.ui.kit;

import javafx.scene.paint.Color;

/** Colours out of files that others may have written. */
public final class CssColour {
    private CssColour() {
    }

    /** Grey where the text names no colour. */
    public static Color of(String css) {
        try {
            return Color.web(css);
        } catch (IllegalArgumentException _) {
            return Color.GRAY;
        }
    }
}
