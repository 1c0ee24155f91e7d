package org.labreel.ui.timeline;

/**
 * A stretch of which something is missing.
 *
 * @param source
 *            in whose lane it lies, counted from 0
 */
public record TimelineHole(Kind kind, TimeSpan span, String text, int source) {
    /** Of the only source. */
    public TimelineHole(Kind kind, TimeSpan span, String text) {
        this(kind, span, text, 0);
    }

    public TimelineHole of(int lane) {
        return new TimelineHole(kind, span, text, lane);
    }

    /** What is missing. */
    public enum Kind {
        /** Messages were lost, or could not be known to be whole. */
        LOSS,
        /** No frames came for longer than usual. */
        GAP,
        /** Recorded from memory: before Record was pressed. Nothing is missing, but it was not asked for then. */
        PRE_ROLL
    }
}
