package org.labreel.ui.kit;

/** The colours that a marker can have: few enough to be told apart at a glance, in both themes. */
public enum MarkerColour {
    YELLOW("Yellow", "#e3b341"), RED("Red", "#f0463c"), GREEN("Green", "#3fb950"), BLUE("Blue", "#58a6ff");

    private final String title;
    private final String css;

    MarkerColour(String title, String css) {
        this.title = title;
        this.css = css;
    }

    public String title() {
        return title;
    }

    /** "#rrggbb" */
    public String css() {
        return css;
    }
}
