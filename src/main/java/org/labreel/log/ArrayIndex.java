package org.labreel.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.labreel.model.EventKind;

/** An index over the columns of a scan or a sidecar. */
final class ArrayIndex implements LogIndex {
    /** What a head state may hold, one of each. */
    static final Set<EventKind> HEAD_KINDS = Set.copyOf(EnumSet.of(EventKind.ELECTRODE_STATE,
            EventKind.IMAGE_TRANSFORM, EventKind.DEVICE_INFO, EventKind.TEMPERATURE_CONTROL, EventKind.HV_REGULATOR,
            EventKind.SCAN_CAPACITANCE));
    /** A pause counts as a gap from this many usual intervals on ... */
    private static final int GAP_INTERVALS = 5;
    /** ... and from this many nanoseconds on. */
    private static final long GAP_NANOS = 500_000_000L;

    private final RecordTable.Columns columns;
    private final List<Damage> damage;
    private final int headRecords;
    private final Instant timeZero;
    private final Lazy<Duration> duration = new Lazy<>(this::findDuration);
    private final Lazy<List<Gap>> gaps = new Lazy<>(this::findGaps);

    /**
     * @param knownHead
     *            head records as the sidecar tells; without it they are told by their stamps
     */
    ArrayIndex(RecordTable.Columns columns, List<Damage> damage, OptionalInt knownHead) {
        this.columns = columns;
        this.damage = List.copyOf(damage);
        this.headRecords = knownHead.orElseGet(this::guessHead);
        this.timeZero = findTimeZero();
    }

    /** Without a sidecar: state records, one of a kind, before the first image and untimed or not later than it. */
    private int guessHead() {
        if (frames() == 0) {
            return 0;
        }
        int first = recordOfFrame(0);
        long zero = columns.time(first);
        Set<EventKind> seen = EnumSet.noneOf(EventKind.class);
        int record = 0;
        while (record < first && HEAD_KINDS.contains(kind(record)) && seen.add(kind(record))
                && (!timed(record) || columns.time(record) <= zero)) {
            record++;
        }
        return record;
    }

    private Instant findTimeZero() {
        if (frames() > 0) {
            return frameTime(0);
        }
        for (int record = headRecords; record < records(); record++) {
            if (timed(record)) {
                return time(record);
            }
        }
        return Instant.EPOCH;
    }

    /** To the latest stamp, so that a clock put back does not shorten what was seen. */
    private Duration findDuration() {
        long first = RecordTable.NO_TIME;
        long latest = RecordTable.NO_TIME;
        for (int record = headRecords; record < records(); record++) {
            if (timed(record)) {
                long time = columns.time(record);
                first = first == RecordTable.NO_TIME ? time : first;
                latest = Math.max(latest, time);
            }
        }
        return Duration.ofNanos(latest - first);
    }

    private List<Gap> findGaps() {
        int intervals = frames() - 1;
        if (intervals < 1) {
            return List.of();
        }
        long[] sorted = new long[intervals];
        for (int frame = 0; frame < intervals; frame++) {
            sorted[frame] = interval(frame);
        }
        Arrays.sort(sorted);
        long limit = Math.max(GAP_INTERVALS * Math.max(0, sorted[intervals / 2]), GAP_NANOS);
        List<Gap> found = new ArrayList<>();
        for (int frame = 0; frame < intervals; frame++) {
            if (interval(frame) > limit) {
                found.add(new Gap(frame, frameTime(frame), frameTime(frame + 1)));
            }
        }
        return List.copyOf(found);
    }

    private long interval(int frame) {
        return columns.time(recordOfFrame(frame + 1)) - columns.time(recordOfFrame(frame));
    }

    @Override
    public int records() {
        return columns.size();
    }

    @Override
    public long offset(int record) {
        return columns.offset(checked(record));
    }

    @Override
    public int length(int record) {
        return columns.length(checked(record));
    }

    @Override
    public EventKind kind(int record) {
        return columns.kind(checked(record));
    }

    @Override
    public Instant time(int record) {
        long time = columns.time(checked(record));
        return time == RecordTable.NO_TIME ? Instant.EPOCH : RecordTable.instant(time);
    }

    @Override
    public boolean timed(int record) {
        return columns.timed(checked(record));
    }

    @Override
    public int frames() {
        return columns.count(EventKind.IMAGE);
    }

    @Override
    public int recordOfFrame(int frame) {
        return recordOf(EventKind.IMAGE, frame);
    }

    @Override
    public int frameAt(Instant instant) {
        long nanos = instant.isBefore(RecordTable.instant(RecordTable.NO_TIME))
                ? RecordTable.NO_TIME
                : instant.isAfter(RecordTable.instant(Long.MAX_VALUE)) ? Long.MAX_VALUE : exact(instant);
        return frames() == 0 ? -1 : Math.max(0, columns.framesUntil(nanos) - 1);
    }

    private static long exact(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond() + 1, 1_000_000_000L),
                instant.getNano() - 1_000_000_000L);
    }

    @Override
    public int frameBefore(int record) {
        return columns.countBefore(EventKind.IMAGE, record) - 1;
    }

    @Override
    public int count(EventKind kind) {
        return columns.count(kind);
    }

    @Override
    public int recordOf(EventKind kind, int n) {
        return columns.recordOf(kind, Objects.checkIndex(n, columns.count(kind)));
    }

    @Override
    public int lastOf(EventKind kind, int record) {
        int before = columns.countBefore(kind, record + 1);
        return before == 0 ? -1 : columns.recordOf(kind, before - 1);
    }

    @Override
    public int headRecords() {
        return headRecords;
    }

    @Override
    public Instant timeZero() {
        return timeZero;
    }

    @Override
    public Duration duration() {
        return duration.get();
    }

    @Override
    public List<Damage> damage() {
        return damage;
    }

    @Override
    public List<Gap> gaps() {
        return gaps.get();
    }

    private int checked(int record) {
        return Objects.checkIndex(record, columns.size());
    }
}
