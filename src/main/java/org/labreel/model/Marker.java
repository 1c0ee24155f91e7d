package org.labreel.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A point in time that the operator marked.
 *
 * @param text
 *            may be empty
 * @param colour
 *            CSS colour, "#rrggbb"
 */
public record Marker(UUID id, Instant at, String text, String colour) {
}
