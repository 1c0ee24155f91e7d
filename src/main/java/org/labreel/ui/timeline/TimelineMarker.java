package org.labreel.ui.timeline;

import java.util.UUID;

/**
 * A marked instant.
 *
 * @param text
 *            may be empty
 * @param colour
 *            CSS colour
 */
public record TimelineMarker(UUID id, long nanos, String text, String colour) {
    /** Its text, or a word where it has none. */
    public String words() {
        return text.isBlank() ? "Marker" : text;
    }

    TimelineMarker at(long newNanos) {
        return new TimelineMarker(id, newNanos, text, colour);
    }
}
