package org.labreel.app;

import java.util.Locale;
import java.util.Map;

/** What the program runs on: which desktop, and whether there is a display at all. */
record Machine(Kind kind, boolean display) {
    enum Kind {
        LINUX, MAC, WINDOWS
    }

    /**
     * @param osName
     *            the system property {@code os.name}
     */
    static Machine of(String osName, Map<String, String> environment) {
        String name = osName.toLowerCase(Locale.ROOT);
        Kind kind = name.contains("win") ? Kind.WINDOWS : name.contains("mac") ? Kind.MAC : Kind.LINUX;
        boolean display = kind != Kind.LINUX || present(environment, "DISPLAY")
                || present(environment, "WAYLAND_DISPLAY");
        return new Machine(kind, display);
    }

    static Machine current() {
        return of(System.getProperty("os.name", ""), System.getenv());
    }

    private static boolean present(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value != null && !value.isBlank();
    }

    /** Draws into memory from here on: no window, no GTK, no graphics card. Before the toolkit starts. */
    static void drawHeadless() {
        if (System.getProperty("glass.platform") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
    }
}
