package org.labreel.record;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the operator must know of a recording first.
 *
 * @param text
 *            in sentences
 */
public record Alarm(Kind kind, String text) {
    /** What it is about. */
    public enum Kind {
        /** Messages are being lost. */
        LOSING,
        /** Something went wrong and stays worth knowing. */
        FAULT,
        /** The disk does not answer. */
        STALLED,
        /** No frames arrive; it may pass by itself. */
        NO_FRAMES,
        /** The session's file could not be written. */
        UNSAVED,
        /** The disk will be full soon. */
        FILLING
    }

    private static final long NO_FRAMES = TimeUnit.SECONDS.toNanos(1);
    private static final long NO_ANSWER = TimeUnit.SECONDS.toNanos(5);

    /**
     * @param lost
     *            messages lost that no file accounts for yet
     * @param silentNanos
     *            since the last frame, or since the recorder was made
     * @param usualNanos
     *            between the last two frames, 0 when there were none
     * @param keptNanos
     *            since the last round of housekeeping
     */
    static Optional<Alarm> of(Progress progress, long lost, long silentNanos, long usualNanos, long keptNanos,
            Optional<String> unsaved, Optional<Duration> diskLeft) {
        if (progress.recording() && lost > 0) {
            return alarm(Kind.LOSING, "The disk does not keep up: " + lost + " messages are lost so far. "
                    + progress.fault().orElse("They are counted in the session."));
        }
        if (progress.fault().isPresent() || !progress.recording()) {
            return progress.fault().map(text -> new Alarm(Kind.FAULT, text));
        }
        if (keptNanos > NO_ANSWER) {
            return alarm(Kind.STALLED, "The disk has not answered for " + TimeUnit.NANOSECONDS.toSeconds(keptNanos)
                    + " s. Messages wait in memory.");
        }
        if (silentNanos > Math.max(NO_FRAMES, 3 * usualNanos)) {
            return alarm(Kind.NO_FRAMES, "No frames are arriving: whatever else comes is being recorded, but no "
                    + "picture. Check the camera and the connection.");
        }
        if (unsaved.isPresent()) {
            return alarm(Kind.UNSAVED, unsaved.get());
        }
        return diskLeft.filter(left -> left.compareTo(DiskGuard.WARN_BELOW) < 0).map(
                left -> new Alarm(Kind.FILLING, "The disk is full in " + left.toMinutes() + " min at this rate."));
    }

    private static Optional<Alarm> alarm(Kind kind, String text) {
        return Optional.of(new Alarm(kind, text));
    }
}
