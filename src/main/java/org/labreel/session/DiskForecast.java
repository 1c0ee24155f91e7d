package org.labreel.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/**
 * What a plan will need of the disk. Pure.
 *
 * @param planned
 *            how long it will record; absent while nothing bounds it
 * @param bytesPerSecond
 *            all cameras together
 * @param measured
 *            whether the rate was seen in this session's segments, and is no assumption
 * @param neededBytes
 *            0 while nothing bounds it
 * @param usableBytes
 *            above what is kept free
 */
public record DiskForecast(Optional<Duration> planned, double bytesPerSecond, boolean measured, long neededBytes,
        long usableBytes) {
    /** What a PurpleDrop sends at 30 frames a second of 190 kB. */
    public static final double ASSUMED_BYTES_PER_SECOND = 5_700_000;
    /** An end farther away is no end. */
    private static final Duration ENDLESS = Duration.ofDays(3650);
    private static final long MEGABYTE = 1_000_000;

    public static DiskForecast of(Session session, Instant now, long usableBytes) {
        OptionalDouble seen = measuredRate(session);
        double rate = seen.orElse(ASSUMED_BYTES_PER_SECOND * Math.max(1, session.cameras().size()));
        Optional<Duration> planned = planned(session.plan(), now);
        long needed = planned.map(time -> (long) (time.toMillis() / 1e3 * rate)).orElse(0L);
        long bound = session.limits().maxSizeMegabytes() * MEGABYTE;
        if (bound > 0) {
            needed = needed == 0 ? bound : Math.min(needed, bound);
        }
        return new DiskForecast(planned, rate, seen.isPresent(), needed, usableBytes);
    }

    private static Optional<Duration> planned(Session.Plan plan, Instant now) {
        Optional<Duration> byLimit = plan.limits().maxTimeSeconds() > 0
                ? Optional.of(Duration.ofSeconds(plan.limits().maxTimeSeconds()))
                : Optional.empty();
        Instant from = plan.start().filter(now::isBefore).orElse(now);
        Optional<Duration> byClock = plan.end().filter(from::isBefore).map(end -> Duration.between(from, end))
                .filter(time -> time.compareTo(ENDLESS) < 0);
        return byLimit.isPresent() && byClock.isPresent()
                ? byLimit.filter(time -> time.compareTo(byClock.get()) < 0).or(() -> byClock)
                : byLimit.or(() -> byClock);
    }

    private static OptionalDouble measuredRate(Session session) {
        double bytes = 0;
        double seconds = 0;
        for (Segment segment : session.segments()) {
            if (segment.end().isPresent() && segment.end().get().isAfter(segment.start())) {
                bytes += segment.bytes();
                seconds += Duration.between(segment.start(), segment.end().get()).toMillis() / 1e3;
            }
        }
        // Cameras record side by side: their times overlap, their bytes add up.
        return seconds < 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(bytes / seconds * Math.max(1, session.cameras().size()));
    }

    /** Whether the disk will hold it, as far as anybody can know. */
    public boolean fits() {
        return neededBytes <= usableBytes;
    }

    /** One sentence. */
    public String words() {
        String rate = (measured ? "at the measured " : "at an assumed ") + SessionWords.bytes(bytesPerSecond)
                + " a second";
        if (neededBytes == 0) {
            return "Nothing bounds this plan; " + rate + " the disk is full in "
                    + SessionWords.duration(Duration.ofSeconds((long) (usableBytes / bytesPerSecond))) + ".";
        }
        String need = "Needs about " + SessionWords.bytes((double) neededBytes) + " " + rate + "; "
                + SessionWords.bytes((double) usableBytes) + " are free";
        return fits() ? need + "." : need + ": it will not fit.";
    }
}
