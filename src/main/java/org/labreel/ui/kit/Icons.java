package org.labreel.ui.kit;

import org.kordamp.ikonli.javafx.FontIcon;

/** Makes icons that follow the theme; size and colour come from the style sheet. */
public final class Icons {
    private Icons() {
    }

    /**
     * @param literal
     *            of the Material Design 2 pack, "mdi2r-record"
     */
    public static FontIcon of(String literal, String... styleClasses) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }
}
