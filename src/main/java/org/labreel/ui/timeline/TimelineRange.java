package org.labreel.ui.timeline;

import java.util.UUID;

/**
 * A stretch that was named.
 *
 * @param colour
 *            CSS colour
 */
public record TimelineRange(UUID id, String name, TimeSpan span, String colour) {
    TimelineRange over(TimeSpan newSpan) {
        return new TimelineRange(id, name, newSpan, colour);
    }
}
