package org.labreel.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Marker;

/** Finds where in a clip the marked moments are. */
final class Chapters {
    private Chapters() {
    }

    /** In order of the clip; a marker that lies in several ranges comes several times, one that lies in none never. */
    static List<Chapter> of(List<PlannedFrame> frames, List<Marker> markers) {
        List<Chapter> chapters = new ArrayList<>();
        int from = 0;
        while (from < frames.size() && !markers.isEmpty()) {
            int until = from + 1;
            while (until < frames.size() && frames.get(until).range() == frames.get(from).range()) {
                until++;
            }
            List<PlannedFrame> range = frames.subList(from, until);
            markers.forEach(marker -> place(marker.at(), range)
                    .ifPresent(frame -> chapters.add(new Chapter(frame.pts(), title(marker)))));
            from = until;
        }
        chapters.sort(Comparator.comparingLong(Chapter::pts));
        return chapters;
    }

    private static String title(Marker marker) {
        return marker.text().isBlank() ? "Marker" : marker.text().strip();
    }

    /** The first frame that is not before the moment, when there is one before it or it is the first itself. */
    private static Optional<PlannedFrame> place(Instant at, List<PlannedFrame> range) {
        if (at.isBefore(range.getFirst().time())) {
            return Optional.empty();
        }
        return range.stream().filter(frame -> !frame.time().isBefore(at)).findFirst();
    }
}
