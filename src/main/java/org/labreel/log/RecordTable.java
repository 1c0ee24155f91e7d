package org.labreel.log;

import java.time.Instant;
import java.util.Arrays;
import org.labreel.model.EventKind;

/**
 * The columns of an index. They only grow at the end, so that a snapshot shares them: whoever knows the count at one
 * time may read what stood below it at that time. One thread fills.
 */
final class RecordTable {
    static final long NO_TIME = Long.MIN_VALUE;
    /** Stamps from 1990 to 2200; anything else is no clock that was ever set. */
    private static final long FIRST_SECOND = 631_152_000L;
    private static final long LAST_SECOND = 7_258_118_400L;
    private static final byte TIMED = (byte) 0x80;
    private static final byte KIND = 0x1f;

    private int size;
    private long[] offsets = new long[1024];
    private int[] lengths = new int[1024];
    private byte[] kinds = new byte[1024];
    private long[] times = new long[1024];
    private final int[][] byKind = new int[EventKind.values().length][16];
    private final int[] counts = new int[EventKind.values().length];
    private long[] newestFrame = new long[16];
    private long carried = NO_TIME;
    private int firstTimed = -1;

    /** Nanoseconds since the epoch; {@link #NO_TIME} for a stamp that tells nothing. */
    static long nanos(Instant stamp) {
        long seconds = stamp.getEpochSecond();
        return seconds < FIRST_SECOND || seconds > LAST_SECOND
                ? NO_TIME
                : seconds * 1_000_000_000L + stamp.getNano();
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    /**
     * @param stamp
     *            the record's own stamp, or {@link #NO_TIME}
     * @param guess
     *            when it happened if it has none; {@link #NO_TIME} puts it at the time of the record before
     */
    void add(long offset, int length, EventKind kind, long stamp, long guess) {
        if (size == offsets.length) {
            grow();
        }
        boolean timed = stamp != NO_TIME;
        if (timed) {
            carried = stamp;
            if (firstTimed < 0) {
                firstTimed = size;
            }
        }
        offsets[size] = offset;
        lengths[size] = length;
        kinds[size] = (byte) (kind.field() | (timed ? TIMED : 0));
        times[size] = timed || guess == NO_TIME ? carried : guess;
        addOfKind(kind);
        size++;
    }

    private void addOfKind(EventKind kind) {
        int k = kind.field();
        int n = counts[k];
        if (n == byKind[k].length) {
            byKind[k] = Arrays.copyOf(byKind[k], n + (n >> 1) + 16);
        }
        byKind[k][n] = size;
        if (kind == EventKind.IMAGE) {
            if (n == newestFrame.length) {
                newestFrame = Arrays.copyOf(newestFrame, n + (n >> 1) + 16);
            }
            newestFrame[n] = n == 0 ? times[size] : Math.max(newestFrame[n - 1], times[size]);
        }
        counts[k] = n + 1;
    }

    private void grow() {
        int capacity = size + (size >> 1);
        offsets = Arrays.copyOf(offsets, capacity);
        lengths = Arrays.copyOf(lengths, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        times = Arrays.copyOf(times, capacity);
    }

    int size() {
        return size;
    }

    int frames() {
        return counts[EventKind.IMAGE.field()];
    }

    /** Offset behind the last record. */
    long end() {
        return size == 0 ? 0 : offsets[size - 1] + Integer.BYTES + lengths[size - 1];
    }

    /** The newest stamp so far, {@link #NO_TIME} without any. */
    long newestStamp() {
        return carried;
    }

    /** The columns as they stand now. */
    Columns columns() {
        return new Columns(size, offsets, lengths, kinds, times, byKind.clone(), counts.clone(), newestFrame,
                firstTimed);
    }

    /** Columns of which the first {@code size} rows never change. */
    static final class Columns {
        private final int size;
        private final long[] offsets;
        private final int[] lengths;
        private final byte[] kinds;
        private final long[] times;
        private final int[][] byKind;
        private final int[] counts;
        private final long[] newestFrame;
        private final int firstTimed;

        private Columns(int size, long[] offsets, int[] lengths, byte[] kinds, long[] times, int[][] byKind,
                int[] counts, long[] newestFrame, int firstTimed) {
            this.size = size;
            this.offsets = offsets;
            this.lengths = lengths;
            this.kinds = kinds;
            this.times = times;
            this.byKind = byKind;
            this.counts = counts;
            this.newestFrame = newestFrame;
            this.firstTimed = firstTimed;
        }

        int size() {
            return size;
        }

        long offset(int record) {
            return offsets[record];
        }

        int length(int record) {
            return lengths[record];
        }

        EventKind kind(int record) {
            return EventKind.ofField(kinds[record] & KIND);
        }

        boolean timed(int record) {
            return kinds[record] < 0;
        }

        /** Nanoseconds since the epoch; records before the first stamp take that one; {@link #NO_TIME} without any. */
        long time(int record) {
            long time = times[record];
            return time == NO_TIME && firstTimed >= 0 ? times[firstTimed] : time;
        }

        int count(EventKind kind) {
            return counts[kind.field()];
        }

        int recordOf(EventKind kind, int n) {
            return byKind[kind.field()][n];
        }

        /** How many records of the kind stand before {@code record}. */
        int countBefore(EventKind kind, int record) {
            int at = Arrays.binarySearch(byKind[kind.field()], 0, counts[kind.field()], record);
            return at < 0 ? -at - 1 : at;
        }

        /** How many frames had come when none was later than {@code nanos}. */
        int framesUntil(long nanos) {
            int low = 0;
            int high = counts[EventKind.IMAGE.field()];
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (newestFrame[middle] <= nanos) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
