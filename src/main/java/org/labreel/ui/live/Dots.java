package org.labreel.ui.live;

import java.util.List;
import javafx.scene.layout.Region;
import org.labreel.feed.FeedStatus;

/** The coloured dots beside a state in words. */
final class Dots {
    enum Colour {
        NONE, GOOD, WARN, BAD;

        /** Of a connection. */
        static Colour of(FeedStatus.State state) {
            return switch (state) {
                case CONNECTED -> GOOD;
                case CONNECTING, WAITING -> WARN;
                case CLOSED -> NONE;
            };
        }
    }

    private static final List<String> CLASSES = List.of("good", "warn", "bad");

    private Dots() {
    }

    static void set(Region dot, Colour colour) {
        String wanted = switch (colour) {
            case NONE -> "";
            case GOOD -> "good";
            case WARN -> "warn";
            case BAD -> "bad";
        };
        // Only on a change, since each one is styled anew.
        dot.getStyleClass().removeIf(each -> CLASSES.contains(each) && !each.equals(wanted));
        if (!wanted.isEmpty() && !dot.getStyleClass().contains(wanted)) {
            dot.getStyleClass().add(wanted);
        }
    }
}
