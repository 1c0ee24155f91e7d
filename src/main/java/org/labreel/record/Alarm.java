package org.labreel.record;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Chooses what the operator must know first. */
final class Alarm {
    private static final long NO_FRAMES = TimeUnit.SECONDS.toNanos(1);
    private static final long NO_ANSWER = TimeUnit.SECONDS.toNanos(5);

    private Alarm() {
    }

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
    static Optional<String> of(Progress progress, long lost, long silentNanos, long usualNanos, long keptNanos,
            Optional<String> unsaved, Optional<Duration> diskLeft) {
        if (progress.recording() && lost > 0) {
            return Optional.of("The disk does not keep up: " + lost + " messages are lost so far. "
                    + progress.fault().orElse("They are counted in the session."));
        }
        if (progress.fault().isPresent() || !progress.recording()) {
            return progress.fault();
        }
        if (keptNanos > NO_ANSWER) {
            return Optional.of("The disk has not answered for " + TimeUnit.NANOSECONDS.toSeconds(keptNanos)
                    + " s. Messages wait in memory.");
        }
        if (silentNanos > Math.max(NO_FRAMES, 3 * usualNanos)) {
            return Optional.of("No frames are arriving: whatever else comes is being recorded, but no picture. "
                    + "Check the camera and the connection.");
        }
        if (unsaved.isPresent()) {
            return unsaved;
        }
        return diskLeft.filter(left -> left.compareTo(DiskGuard.WARN_BELOW) < 0)
                .map(left -> "The disk is full in " + left.toMinutes() + " min at this rate.");
    }
}
