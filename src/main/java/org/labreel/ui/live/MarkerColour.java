package org.labreel.ui.live;

/** The colours that a marker can have: few enough to be told apart at a glance, in both themes. */
enum MarkerColour {
    YELLOW("Yellow", "#e3b341"), RED("Red", "#f0463c"), GREEN("Green", "#3fb950"), BLUE("Blue", "#58a6ff");

    private final String title;
    private final String css;

    MarkerColour(String title, String css) {
        this.title = title;
        this.css = css;
    }

    String title() {
        return title;
    }

    /** "#rrggbb" */
    String css() {
        return css;
    }
}
