package org.labreel.app;

/** Starts the program. It must not extend Application: the toolkit would start before the platform is chosen. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        System.out.println("labreel");
    }
}
