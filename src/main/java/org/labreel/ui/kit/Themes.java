package org.labreel.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.labreel.ui.kit.Preferences.Theme;

/** Dresses scenes: the base theme, our own tokens on top, and a style class on the root that says which. */
public final class Themes {
    private static final String TOKENS = "/styles/app.css";

    private Themes() {
    }

    /** Switches the base theme, which is one for all windows, and dresses this scene. JavaFX thread. */
    public static void apply(Scene scene, Theme theme) {
        use(theme);
        scene.getStylesheets().setAll(sheet());
        mark(scene.getRoot(), theme);
    }

    /** Switches the base theme, for windows that are still to be made. JavaFX thread. */
    public static void use(Theme theme) {
        String base = switch (theme) {
            case DARK -> new PrimerDark().getUserAgentStylesheet();
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
        };
        // The same once more would be read and matched once more.
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
    }

    /** Dresses the root of a dialog or popup, which has a scene of its own, in the theme already switched to. */
    public static void dress(Parent root, Theme theme) {
        dress(root);
        mark(root, theme);
    }

    /** Puts our sheet over one that a control brings itself, which would win over the scene's. */
    public static void dress(Parent root) {
        if (!root.getStylesheets().contains(sheet())) {
            root.getStylesheets().add(sheet());
        }
    }

    private static void mark(Parent root, Theme theme) {
        List<String> classes = root.getStyleClass();
        for (Theme each : Theme.values()) {
            classes.remove(styleClass(each));
        }
        classes.add(styleClass(theme));
    }

    /** "dark" or "light". */
    public static String styleClass(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    private static String sheet() {
        return Objects.requireNonNull(Themes.class.getResource(TOKENS), TOKENS).toExternalForm();
    }
}
