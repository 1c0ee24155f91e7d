package org.labreel.ui.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.labreel.codec.MalformedEventException;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.log.Sidecar;
import org.labreel.model.EventKind;

/**
 * Collects what a log has for a timeline: frames, electrode changes, signals, gaps, pre-roll. Small values come from
 * the sidecar where there is one, else from the events themselves; no picture is read. A growing log is read on from
 * where it was left. One thread at a time, not the window's.
 */
public final class LogTimeline {
    private final GrowingTracks tracks = new GrowingTracks();
    private int records;
    private int frames;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long preRollEnd = Long.MIN_VALUE;
    /** It stands at the front: the first record without the mark ends it. */
    private boolean preRollOver;

    /**
     * Takes up the records that are new in this index of the log, and tells all that was taken up.
     *
     * @param subject
     *            tells this log from others
     * @throws CancellationException
     *             when cancelled; to be read on later all the same
     */
    public TimelineContent read(String subject, LogReader reader, LogIndex index, BooleanSupplier cancelled)
            throws IOException {
        while (records < index.records()) {
            if ((records & 0xfff) == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            take(reader, index, records++);
        }
        for (; frames < index.frames(); frames++) {
            tracks.frame(EpochNanos.of(index.frameTime(frames)));
        }
        return content(subject, index);
    }

    private void take(LogReader reader, LogIndex index, int record) throws IOException {
        boolean head = record < index.headRecords();
        // Head state may be minutes old; it holds from the start of the log on.
        long nanos = EpochNanos.of(head ? index.timeZero() : index.time(record));
        EventKind kind = index.kind(record);
        if (!head) {
            first = Math.min(first, nanos);
            last = Math.max(last, nanos);
            preRoll(reader, record, nanos);
            if (kind == EventKind.ELECTRODE_STATE) {
                tracks.change(nanos);
            }
        }
        if (GrowingTracks.hasValues(kind)) {
            values(reader, kind, record, nanos);
        }
    }

    private void preRoll(LogReader reader, int record, long nanos) throws IOException {
        if (!preRollOver) {
            preRollOver = reader.entry(record).filter(Sidecar.Entry::preRoll).isEmpty();
            preRollEnd = preRollOver ? preRollEnd : Math.max(preRollEnd, nanos);
        }
    }

    private void values(LogReader reader, EventKind kind, int record, long nanos) throws IOException {
        var entry = reader.entry(record);
        if (entry.isPresent()) {
            tracks.add(kind, entry.get().values(), nanos);
            return;
        }
        try {
            tracks.add(reader.event(record), nanos);
        } catch (MalformedEventException _) {
            // A damaged reading is no reading; the notes of the log tell of the damage.
        }
    }

    private TimelineContent content(String subject, LogIndex index) {
        long zero = EpochNanos.of(index.timeZero());
        TimeSpan span = first > last ? new TimeSpan(zero, zero) : new TimeSpan(first, last);
        return TimelineContent.of(subject, zero, span, new LogFrames(index, tracks.frames()))
                .withHoles(holes(index, span)).withTracks(tracks.changes(), tracks.signals());
    }

    private List<TimelineHole> holes(LogIndex index, TimeSpan span) {
        List<TimelineHole> holes = new ArrayList<>();
        if (preRollEnd > span.startNanos()) {
            TimeSpan before = new TimeSpan(span.startNanos(), preRollEnd);
            holes.add(new TimelineHole(TimelineHole.Kind.PRE_ROLL, before,
                    "Pre-roll: " + TimelineText.length(before.lengthNanos()) + " from before Record was pressed"));
        }
        for (LogIndex.Gap gap : index.gaps()) {
            TimeSpan silent = TimeSpan.between(EpochNanos.of(gap.start()), EpochNanos.of(gap.end()));
            holes.add(new TimelineHole(TimelineHole.Kind.GAP, silent, "No frame for "
                    + TimelineText.length(silent.lengthNanos()) + " after frame " + gap.afterFrame()));
        }
        return holes;
    }

    /** The frames of an index; their times need not ascend where a clock was put back. */
    private record LogFrames(LogIndex index, EventTimes times) implements FrameClock {
        @Override
        public int count() {
            return index.frames();
        }

        @Override
        public long nanos(int frame) {
            return EpochNanos.of(index.frameTime(frame));
        }

        @Override
        public int at(long nanos) {
            return index.frameAt(EpochNanos.instant(nanos));
        }
    }
}
