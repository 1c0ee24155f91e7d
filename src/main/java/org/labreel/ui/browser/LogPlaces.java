package org.labreel.ui.browser;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.labreel.archive.AnnotationStore;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.log.Sidecar;
import org.labreel.model.Arrival;
import org.labreel.model.Marker;
import org.labreel.model.NamedRange;
import org.labreel.model.TimeRange;

/**
 * Where markers and ranges stand in a log. Markers carry this computer's time, so arrivals place them where the log has
 * any; ranges carry the log's own.
 */
final class LogPlaces {
    private LogPlaces() {
    }

    /** What is kept for a log, at its frames; nothing in a log without frames. Touches the disk. */
    static AnnotationSet placed(LogReader reader, AnnotationStore.Kept kept) throws IOException {
        LogIndex index = reader.index();
        if (index.frames() == 0) {
            return AnnotationSet.NONE;
        }
        List<LogMarker> markers = new ArrayList<>();
        for (Marker marker : kept.markers()) {
            markers.add(new LogMarker(frameAt(reader, marker.at()), marker));
        }
        return new AnnotationSet(markers, kept.ranges().stream().map(range -> place(index, range)).toList());
    }

    /** When a frame arrived here; by the log's own clock where that is not known. Touches the disk. */
    static Instant arrived(LogReader reader, int frame) throws IOException {
        LogIndex index = reader.index();
        int record = index.recordOfFrame(frame);
        return reader.entry(record).flatMap(Sidecar.Entry::arrival).map(Arrival::wall).orElse(index.time(record));
    }

    /** The last frame that had arrived; the first when none had. */
    private static int frameAt(LogReader reader, Instant instant) throws IOException {
        int low = 0;
        int high = reader.index().frames();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrived(reader, middle).isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Math.max(0, low - 1);
    }

    /** By the log's own clock, an instant of this computer's. Touches the disk. */
    static Instant logTime(LogReader reader, Instant wall) throws IOException {
        int frame = frameAt(reader, wall);
        return reader.index().frameTime(frame).plus(Duration.between(arrived(reader, frame), wall));
    }

    /** The times of two frames; where the clock ran backwards between them, the earlier one first. */
    static TimeRange times(LogIndex index, int first, int last) {
        Instant start = index.frameTime(first);
        Instant end = index.frameTime(last);
        return end.isBefore(start) ? new TimeRange(end, start) : new TimeRange(start, end);
    }

    /** From the first frame of its start's time to the last of its end's. */
    static LogRange place(LogIndex index, NamedRange range) {
        int last = index.frameAt(range.range().end());
        int first = Math.min(last, index.frameAt(range.range().start()));
        while (first > 0 && !index.frameTime(first - 1).isBefore(range.range().start())) {
            first--;
        }
        if (first < last && index.frameTime(first).isBefore(range.range().start())) {
            first++;
        }
        return new LogRange(first, last, range);
    }
}
