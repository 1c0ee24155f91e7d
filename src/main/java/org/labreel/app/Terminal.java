package org.labreel.app;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Standard output for results, standard error for everything else; a progress line only where someone looks. */
final class Terminal {
    private static final int BAR_WIDTH = 30;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private boolean lineOpen;
    private long lastPaintNanos = Long.MIN_VALUE;

    Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    static Terminal ofThisProcess() {
        return new Terminal(System.out, System.err,
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
    }

    synchronized void result(String text) {
        endLine();
        out.println(text);
    }

    synchronized void say(String text) {
        endLine();
        err.println(text);
    }

    /** One clear line on standard error. */
    synchronized void fail(String text) {
        endLine();
        err.println("labreel: " + text.replaceAll("\\s*\\R\\s*", " "));
    }

    /** Draws a progress bar over the line before, a few times a second at most. */
    synchronized void progress(String what, double part, long startNanos) {
        long now = System.nanoTime();
        boolean justPainted = lastPaintNanos != Long.MIN_VALUE && now - lastPaintNanos < 100_000_000L;
        if (!interactive || (justPainted && part < 1)) {
            return;
        }
        lastPaintNanos = now;
        int full = (int) Math.round(Math.clamp(part, 0, 1) * BAR_WIDTH);
        String left = part > 0.02 && part < 1
                ? ", " + shortDuration(Duration.ofNanos((long) ((now - startNanos) * (1 - part) / part))) + " left"
                : "";
        err.printf(Locale.ROOT, "\r%s [%s%s] %3.0f %%%s   ", what, "#".repeat(full), "-".repeat(BAR_WIDTH - full),
                part * 100, left);
        err.flush();
        lineOpen = true;
    }

    /** A changing line of figures, where someone looks. */
    synchronized void figures(String text) {
        if (interactive) {
            err.print("\r" + text + "   ");
            err.flush();
            lineOpen = true;
        }
    }

    private void endLine() {
        if (lineOpen) {
            err.println();
            lineOpen = false;
        }
    }

    static String shortDuration(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds >= 60 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds + " s";
    }

    /** Bytes for people, in units of 1000. */
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        String[] units = {"kB", "MB", "GB", "TB"};
        int unit = -1;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%.1f %s", value, units[unit]);
    }
}
