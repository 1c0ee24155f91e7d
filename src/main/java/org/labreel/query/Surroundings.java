package org.labreel.query;

import java.util.List;
import org.labreel.model.TimeRange;

/**
 * What is known of a log that does not stand in it.
 *
 * @param markers
 *            what the word "marker" finds
 * @param losses
 *            when something was lost, for the word "lost"; by the clock of the log as far as that is known
 */
public record Surroundings(List<Mark> markers, List<TimeRange> losses) {
    /** Nothing. */
    public static final Surroundings NONE = new Surroundings(List.of(), List.of());

    public Surroundings {
        markers = List.copyOf(markers);
        losses = List.copyOf(losses);
    }

    /** A marker at a frame, counted from 0. */
    public record Mark(int frame, String text) {
    }
}
