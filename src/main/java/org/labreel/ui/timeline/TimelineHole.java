package org.labreel.ui.timeline;

/** A stretch of which something is missing. */
public record TimelineHole(Kind kind, TimeSpan span, String text) {
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
