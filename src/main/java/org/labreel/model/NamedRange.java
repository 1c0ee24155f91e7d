package org.labreel.model;

import java.util.UUID;

/**
 * A part of a log that the operator named, to come back to it or to export it.
 *
 * @param file
 *            the log's file: its name inside the session folder, as in {@link Segment#file()}, or its plain name where
 *            the log belongs to no session
 * @param name
 *            may be empty
 * @param range
 *            times of its first and its last frame, both included, by the log's own clock
 * @param colour
 *            CSS colour, "#rrggbb"
 */
public record NamedRange(UUID id, String file, String name, TimeRange range, String colour) {
}
