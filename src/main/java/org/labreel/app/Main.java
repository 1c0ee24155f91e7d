package org.labreel.app;

/** Starts the program. It must not extend Application: the toolkit would start before the platform is chosen. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        // Java2D only ever draws into memory here; on macOS it must not fight JavaFX for the main thread.
        System.setProperty("java.awt.headless", "true");
        // Nobody reads these events, so that no start need prepare them.
        System.setProperty("io.netty.jfr.enabled", "false");
        System.exit(LabreelCommand.execute(Terminal.ofThisProcess(), args));
    }
}
