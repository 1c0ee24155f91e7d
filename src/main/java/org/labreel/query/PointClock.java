package org.labreel.query;

import java.time.Instant;
import org.labreel.log.LogIndex;

/**
 * The points of a log and their times. Each record is two points: the moment at which it happens, and the time from
 * then until the next record, 2 n and 2 n + 1. The clock never runs backwards: where the log's does, it stands still.
 */
final class PointClock {
    private final LogIndex index;
    private final long[] nanos;

    PointClock(LogIndex index) {
        this.index = index;
        this.nanos = new long[index.records()];
        // What was known before the recording began counts from its start on.
        long latest = Long.MIN_VALUE;
        for (int record = index.headRecords(); record < nanos.length; record++) {
            latest = Math.max(latest, nanos(index.time(record)));
            nanos[record] = latest;
        }
        long start = index.headRecords() < nanos.length ? nanos[index.headRecords()] : nanos(index.timeZero());
        for (int record = 0; record < Math.min(index.headRecords(), nanos.length); record++) {
            nanos[record] = start;
        }
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    LogIndex index() {
        return index;
    }

    /** Number of points. */
    long points() {
        return 2L * nanos.length;
    }

    /** When a point begins, nanoseconds since 1970; behind the last one when the log ends. */
    long at(long point) {
        return nanos[(int) Math.min(point >> 1, nanos.length - 1)];
    }

    Instant instant(long point) {
        long at = at(point);
        return Instant.ofEpochSecond(Math.floorDiv(at, 1_000_000_000L), Math.floorMod(at, 1_000_000_000L));
    }

    /** How long from one point to another, nanoseconds. */
    long between(long from, long to) {
        return at(to) - at(from);
    }

    /** The moment of the first record at or after a time; behind the last point when there is none. */
    long from(long time) {
        int low = 0;
        int high = nanos.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nanos[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2L * low;
    }

    /** Behind the last record that is not later than a time. */
    long until(long time) {
        return time == Long.MAX_VALUE ? points() : from(time + 1);
    }
}
