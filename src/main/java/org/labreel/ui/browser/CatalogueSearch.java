package org.labreel.ui.browser;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labreel.archive.Catalogue;
import org.labreel.model.Marker;
import org.labreel.model.NamedRange;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/**
 * What the operator looks for among the recordings: words that must all occur in a log's name, its session's, its
 * folder, the texts of its markers, the names of its ranges or the date of its start, as 2026-11-21, 2026-11, today or
 * yesterday.
 */
final class CatalogueSearch {
    private final List<String> words;
    private final ZoneId zone;

    /**
     * @param today
     *            in the zone of the operator
     */
    CatalogueSearch(String text, ZoneId zone, LocalDate today) {
        this.zone = zone;
        this.words = Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty())
                .map(word -> switch (word) {
                    case "today" -> today.toString();
                    case "yesterday" -> today.minusDays(1).toString();
                    default -> word;
                }).toList();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean finds(String text) {
        String all = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }

    boolean finds(Catalogue.Entry entry, Optional<Segment> segment) {
        if (words.isEmpty()) {
            return true;
        }
        Instant when = segment.map(Segment::start).orElse(entry.modified());
        String facts = entry.title() + "\n" + entry.log() + "\n" + TimeText.minute(when, zone);
        return finds(entry.session().map(session -> facts + "\n" + marks(session, segment)).orElse(facts));
    }

    /** Texts of the markers and ranges of a segment; of a log that the session does not name, of all of it. */
    private static String marks(Session session, Optional<Segment> segment) {
        Stream<String> markers = markers(session, segment).map(Marker::text);
        Stream<String> ranges = session.ranges().stream()
                .filter(range -> segment.filter(each -> !each.file().equals(range.file())).isEmpty())
                .map(NamedRange::name);
        return session.name() + "\n" + Stream.concat(markers, ranges).collect(Collectors.joining("\n"));
    }

    /** The markers set during a segment. */
    static Stream<Marker> markers(Session session, Optional<Segment> segment) {
        return session.markers().stream().filter(marker -> segment.filter(each -> marker.at().isBefore(each.start())
                || each.end().filter(end -> marker.at().isAfter(end.plusSeconds(1))).isPresent()).isEmpty());
    }
}
