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
        dot.getStyleClass().removeAll(CLASSES);
        switch (colour) {
            case NONE -> {
            }
            case GOOD -> dot.getStyleClass().add("good");
            case WARN -> dot.getStyleClass().add("warn");
            case BAD -> dot.getStyleClass().add("bad");
        }
    }
}
