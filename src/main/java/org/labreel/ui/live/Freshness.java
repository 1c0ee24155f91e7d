package org.labreel.ui.live;

import java.time.Duration;
import javafx.scene.Node;
import org.labreel.feed.FeedStatus;
import org.labreel.ui.kit.Units;

/**
 * Whether what the device said last may be taken for how it is.
 *
 * @param connected
 *            whether the source is
 * @param stale
 *            whether the values are old ones
 * @param age
 *            of stale values, in words; empty when they are fresh or none came
 */
record Freshness(boolean connected, boolean stale, String age) {
    private static final String STYLE = "stale";
    private static final Duration LIMIT = Duration.ofSeconds(3);

    static Freshness of(LiveFigures figures) {
        boolean connected = figures.status().state() == FeedStatus.State.CONNECTED;
        boolean stale = !connected || figures.messageAge().filter(age -> age.compareTo(LIMIT) <= 0).isEmpty();
        return new Freshness(connected, stale, stale ? figures.messageAge().map(Freshness::ago).orElse("") : "");
    }

    /** Dims what shows old values. */
    void mark(Node node) {
        // Only on a change: each one makes JavaFX look for the styles of all that lies in the node.
        if (stale && !node.getStyleClass().contains(STYLE)) {
            node.getStyleClass().add(STYLE);
        } else if (!stale) {
            node.getStyleClass().remove(STYLE);
        }
    }

    private static String ago(Duration age) {
        return (age.toSeconds() < 60 ? age.toSeconds() + " s" : Units.span(age)) + " ago";
    }
}
