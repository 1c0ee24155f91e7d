package org.labreel.ui.live;

import java.time.Duration;
import java.util.Optional;
import org.labreel.ui.kit.Units;

/** What stands over the frame while it is not to be relied on. */
final class FrameBanner {
    /** Without a frame for this long, the picture counts as stopped. */
    static final Duration STALE = Duration.ofSeconds(3);

    private FrameBanner() {
    }

    static Optional<String> of(LiveFigures figures) {
        return switch (figures.status().state()) {
            case CONNECTING, WAITING, CLOSED -> Optional.of(figures.status().text());
            case CONNECTED -> figures.frameAge().map(age -> stale(age, figures)).orElseGet(
                    () -> Optional.of("Connected. No frame has come yet; the source sends one when its camera has "
                            + "one."));
        };
    }

    private static Optional<String> stale(Duration age, LiveFigures figures) {
        if (age.compareTo(STALE) < 0) {
            return Optional.empty();
        }
        String silence = figures.status().silence();
        if (!silence.isEmpty()) {
            return Optional.of("No frames for " + Units.span(age) + silence + ".");
        }
        boolean alive = figures.messageAge().filter(last -> last.compareTo(STALE) < 0).isPresent();
        return Optional.of("No frames for " + Units.span(age) + ". " + (alive
                ? "Other messages still arrive: look at the camera."
                : "Nothing else arrives either: look at the camera, its computer and the network."));
    }
}
