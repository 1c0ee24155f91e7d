package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.log.Sidecar;
import org.labreel.model.Arrival;
import org.labreel.model.Marker;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the markers of a log in its session. Markers carry this computer's time, so arrivals place them. */
final class LogMarkers {
    private static final Logger LOG = LoggerFactory.getLogger(LogMarkers.class);
    /** A marker set while the segment was being closed is later than its last record. */
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private LogMarkers() {
    }

    /** In order of time; touches the disk. */
    static List<LogMarker> of(LogReader reader) {
        Path log = reader.file().toAbsolutePath();
        Optional<Session> session = LogSession.of(log);
        Optional<Segment> segment = session.flatMap(
                found -> found.segments().stream().filter(each -> log.endsWith(each.file())).findFirst());
        if (segment.isEmpty() || session.get().markers().isEmpty() || reader.index().frames() == 0) {
            return List.of();
        }
        Instant from = segment.get().start();
        Instant until = segment.get().end().map(end -> end.plus(CLOSING)).orElse(Instant.MAX);
        List<LogMarker> found = new ArrayList<>();
        try {
            for (Marker marker : session.get().markers()) {
                if (!marker.at().isBefore(from) && !marker.at().isAfter(until)) {
                    found.add(new LogMarker(frameAt(reader, marker.at()), marker));
                }
            }
        } catch (IOException e) {
            LOG.warn("the markers of {} cannot be placed: {}", log, e.getMessage());
        }
        found.sort(Comparator.comparing(placed -> placed.marker().at()));
        return found;
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

    private static Instant arrived(LogReader reader, int frame) throws IOException {
        LogIndex index = reader.index();
        int record = index.recordOfFrame(frame);
        return reader.entry(record).flatMap(Sidecar.Entry::arrival).map(Arrival::wall).orElse(index.time(record));
    }
}
