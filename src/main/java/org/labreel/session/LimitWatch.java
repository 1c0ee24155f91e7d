package org.labreel.session;

import java.time.Duration;
import java.util.Optional;
import org.labreel.model.Session;

/** Says when a session has had all that its limits allow. Pure. */
public final class LimitWatch {
    private static final long MEGABYTE = 1_000_000;

    private LimitWatch() {
    }

    /**
     * @param recorded
     *            time spent Started since the session was armed, pre-roll not counted, by the monotonic clock
     * @param bytes
     *            written since then, all cameras, pre-roll included
     * @return why to stop
     */
    public static Optional<String> reached(Session.Limits limits, Duration recorded, long bytes) {
        if (limits.maxTimeSeconds() > 0 && recorded.compareTo(Duration.ofSeconds(limits.maxTimeSeconds())) >= 0) {
            return Optional.of("The time limit of " + SessionWords.duration(Duration.ofSeconds(limits.maxTimeSeconds()))
                    + " is reached.");
        }
        if (limits.maxSizeMegabytes() > 0 && bytes >= limits.maxSizeMegabytes() * MEGABYTE) {
            return Optional.of("The size limit of " + limits.maxSizeMegabytes() + " MB is reached.");
        }
        return Optional.empty();
    }
}
