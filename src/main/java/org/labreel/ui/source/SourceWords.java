package org.labreel.ui.source;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.labreel.ui.kit.Units;

/** What the page of the sources says of times and of its search. */
final class SourceWords {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private SourceWords() {
    }

    /** "just now", "3 min ago", or the day. */
    static String ago(Instant at, Instant now) {
        Duration since = Duration.between(at, now);
        if (since.toSeconds() < 10) {
            return "just now";
        }
        return since.toHours() < 12 ? Units.span(since) + " ago" : WHEN.format(at.atZone(ZoneId.systemDefault()));
    }

    /**
     * @param trouble
     *            why not all can be found, a sentence; empty when all is well
     * @param found
     *            cameras that have answered and are not shown already
     */
    static String search(String trouble, long found) {
        if (!trouble.isEmpty()) {
            return "Search for cameras: " + trouble;
        }
        String searching = "Searching the network for cameras… ";
        if (found == 0) {
            return searching + "None that is not shown already has answered yet.";
        }
        return searching + (found == 1
                ? "1 that is not shown already has answered."
                : found + " that are not shown already have answered.");
    }
}
