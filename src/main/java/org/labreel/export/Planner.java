package org.labreel.export;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.labreel.log.LogIndex;
import org.labreel.model.Marker;

/** Lays frames out in time, range by range. */
final class Planner {
    /** A frame that is not later than the one before is put this long after it. */
    private static final long SHIFT_TICKS = ExportPlan.TICKS_PER_SECOND / 1000;
    /**
     * A clock that falls back by more was set; time goes on from there instead of standing still until it is made up.
     */
    private static final Duration CLOCK_SET_BACK = Duration.ofSeconds(10);
    /** Longest time that one frame can be shown: a 32-bit field of the file holds it. */
    private static final long MAX_TICKS = Integer.MAX_VALUE - 1L;
    private static final Duration WITHOUT_NEIGHBOUR = Duration.ofMillis(40);
    private static final Duration LONGEST_LAST = Duration.ofSeconds(10);

    /** Most programs show no more frames a second than screens do. */
    private static final double SHOWABLE_FPS = 125;

    private final Timing timing;
    private final GapRule gaps;
    private final long shiftTicks;
    private final List<PlannedFrame> frames = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int shifted;
    private long end;

    /**
     * @param indexes
     *            the index of each range's log, in the order of the ranges
     * @throws IOException
     *             in the operator's words when these frames cannot become a clip
     */
    static ExportPlan plan(ExportRequest request, List<LogIndex> indexes) throws IOException {
        Planner planner = new Planner(request.settings().timing());
        for (int i = 0; i < request.ranges().size(); i++) {
            planner.add(i, request.ranges().get(i), indexes.get(i));
        }
        return planner.plan(request.markers());
    }

    private Planner(Timing timing) {
        this.timing = timing;
        this.gaps = new GapRule(timing.gaps());
        // Sped up, a millisecond of the clip may hold many frames: pushing one would push them all.
        this.shiftTicks = Math.max(1, Math.round(SHIFT_TICKS / Math.max(1, timing.speed())));
    }

    /** One range, put behind those before it. */
    private void add(int number, ExportRequest.Range range, LogIndex index) throws IOException {
        check(range, index);
        Duration usual = usualInterval(range, index);
        int first = frames.size();
        long base = end;
        Instant zero = index.frameTime(range.first());
        Instant before = zero;
        long pts = base;
        Duration marked = Duration.ZERO;
        long markedUntil = Long.MIN_VALUE;
        for (int frame = range.first(); frame <= range.last(); frame++) {
            Instant time = index.frameTime(frame);
            Duration cut = Duration.ZERO;
            if (frame > range.first()) {
                Duration pause = Duration.between(before, time);
                cut = gaps.cut(pause, usual);
                if (!cut.isZero()) {
                    zero = zero.plus(cut);
                } else if (pause.negated().compareTo(CLOCK_SET_BACK) > 0) {
                    zero = zero.plus(pause).minusMillis(1);
                    notes.add(String.format(Locale.ROOT,
                            "The clock of the log was set back by %.1f s before frame %d; the clip goes on without it.",
                            -seconds(pause), frame));
                }
                pts = place(base + ticks(Duration.between(zero, time)), pts);
            }
            if (!cut.isZero()) {
                marked = cut;
                markedUntil = pts + ExportPlan.TICKS_PER_SECOND;
            }
            frames.add(new PlannedFrame(number, frame, time, Duration.between(index.timeZero(), time), pts, 0,
                    pts < markedUntil ? marked : Duration.ZERO));
            before = time;
        }
        end = pts + Math.max(shiftTicks, ticks(usual));
        setDurations(first);
    }

    private long place(long wanted, long before) throws IOException {
        if (wanted <= before) {
            shifted++;
            return before + shiftTicks;
        }
        if (wanted - before > MAX_TICKS) {
            throw new IOException(
                    "A pause between two frames is longer than 6 hours, which no MP4 holds. Cut the gaps, or raise the speed.");
        }
        return wanted;
    }

    private static void check(ExportRequest.Range range, LogIndex index) throws IOException {
        if (index.frames() == 0) {
            throw new IOException(range.log().getFileName() + " holds no images, so there is nothing to export.");
        }
        if (range.first() < 0 || range.last() < range.first() || range.last() >= index.frames()) {
            throw new IOException(String.format(Locale.ROOT, "Frames %d to %d are not in %s, which has frames 0 to %d.",
                    range.first(), range.last(), range.log().getFileName(), index.frames() - 1));
        }
    }

    /** Median time between frames, which is also how long the last one is shown. */
    private static Duration usualInterval(ExportRequest.Range range, LogIndex index) {
        int count = range.last() - range.first();
        // A range of one frame is measured by its neighbours.
        int from = count > 0 ? range.first() : Math.max(0, range.first() - 5);
        int to = count > 0 ? range.last() : Math.min(index.frames() - 1, range.first() + 5);
        long[] intervals = new long[to - from];
        int used = 0;
        for (int frame = from; frame < to; frame++) {
            Duration pause = Duration.between(index.frameTime(frame), index.frameTime(frame + 1));
            if (pause.isPositive() && pause.toDays() < 1000) {
                intervals[used++] = pause.toNanos();
            }
        }
        if (used == 0) {
            return WITHOUT_NEIGHBOUR;
        }
        Arrays.sort(intervals, 0, used);
        Duration median = Duration.ofNanos(intervals[used / 2]);
        return median.compareTo(LONGEST_LAST) > 0 ? LONGEST_LAST : median;
    }

    private void setDurations(int first) {
        for (int i = first; i < frames.size(); i++) {
            long next = i + 1 < frames.size() ? frames.get(i + 1).pts() : end;
            frames.set(i, frames.get(i).shownFor(next - frames.get(i).pts()));
        }
    }

    private long ticks(Duration duration) {
        return Math.round(
                (duration.getSeconds() + duration.getNano() / 1e9) * ExportPlan.TICKS_PER_SECOND / timing.speed());
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    private ExportPlan plan(List<Marker> markers) throws IOException {
        gaps.note().ifPresent(notes::add);
        if (!timing.constant()) {
            ExportPlan plan = new ExportPlan(frames, end, shifted, false, Chapters.of(frames, markers), notes);
            return plan.fps() > SHOWABLE_FPS ? tooFast(plan) : plan;
        }
        ConstantRate rate = new ConstantRate(timing.constantFps(), frames, end);
        if (rate.isTooMuch()) {
            throw new IOException(
                    "At a constant rate this clip has more than five million frames. Cut the gaps, or raise the speed.");
        }
        List<PlannedFrame> even = rate.frames();
        rate.note().ifPresent(notes::add);
        PlannedFrame last = even.getLast();
        return new ExportPlan(even, last.pts() + last.ticks(), shifted, true, Chapters.of(even, markers), notes);
    }

    private ExportPlan tooFast(ExportPlan plan) {
        notes.add(String.format(Locale.ROOT,
                "The clip has %.0f frames a second, of which most players show only some. A constant rate of 30 leaves"
                        + " the others out.",
                plan.fps()));
        return new ExportPlan(frames, plan.ticks(), shifted, false, plan.chapters(), notes);
    }
}
