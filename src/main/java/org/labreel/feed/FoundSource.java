package org.labreel.feed;

import java.time.Instant;

/**
 * A source that answered a search.
 *
 * @param name
 *            what it calls itself, for the operator; may be empty
 * @param address
 *            as the operator would type it, {@code pi://10.0.0.7:9898}; tells it from others
 * @param kind
 *            what it is, for the operator: "Pi camera"
 * @param lastSeen
 *            when it answered last
 */
public record FoundSource(String name, String address, String kind, Instant lastSeen) {
}
