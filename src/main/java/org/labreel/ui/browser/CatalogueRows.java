package org.labreel.ui.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labreel.archive.Catalogue;
import org.labreel.archive.Recordings;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/** The list of logs to choose from: opened lately, then session by session, newest first, then logs by themselves. */
final class CatalogueRows {
    private static final int RECENT = 4;

    private final CatalogueSearch search;
    private final ZoneId zone;
    private final List<Row> rows = new ArrayList<>();

    private CatalogueRows(CatalogueSearch search, ZoneId zone) {
        this.search = search;
        this.zone = zone;
    }

    /** A line of the list. */
    sealed interface Row {
        String title();

        String detail();
    }

    /**
     * Above a group of logs.
     *
     * @param session
     *            folder of the session whose segments they are
     */
    record Heading(String title, String detail, Optional<Path> session) implements Row {
    }

    /** A session that cannot be read; {@code detail} says why and what to do. */
    record Broken(String title, String detail, Path folder) implements Row {
    }

    /** What a log is in the list. */
    enum Kind {
        /** Opened lately, from wherever it lies. */
        RECENT,
        /** Of the session above it. */
        SEGMENT,
        /** In the recordings folder by itself. */
        LOOSE
    }

    /**
     * A log that can be opened.
     *
     * @param bytes
     *            of the file
     * @param detail
     *            when and how long, or where it lies
     * @param remark
     *            how much it is; may be empty
     * @param marks
     *            what is marked in it; empty when nothing is
     * @param losses
     *            what is missing from it; empty when nothing is
     */
    record LogRow(Path log, Kind kind, String title, String detail, long bytes, String remark, String marks,
            String losses)
            implements
                Row {
    }

    /**
     * @param recent
     *            logs opened lately that still exist, newest first
     */
    static List<Row> of(Recordings.Listing listing, List<Path> recent, CatalogueSearch search, ZoneId zone) {
        CatalogueRows made = new CatalogueRows(search, zone);
        made.recent(recent);
        made.all(listing);
        return made.rows;
    }

    private void all(Recordings.Listing listing) {
        Map<Path, List<LogRow>> sessions = new LinkedHashMap<>();
        Map<Path, Session> names = new HashMap<>();
        Map<Path, Map<String, Segment>> segments = new HashMap<>();
        List<Row> loose = new ArrayList<>();
        Set<Path> broken = new HashSet<>();
        listing.troubles().forEach(trouble -> broken.add(trouble.folder()));
        for (Catalogue.Entry entry : listing.entries()) {
            Path folder = folder(entry.log());
            Optional<Segment> segment = entry.session().flatMap(session -> Optional.ofNullable(
                    segments.computeIfAbsent(folder, _ -> byFile(session)).get(name(entry.log()))));
            if (!search.finds(entry, segment)) {
                continue;
            }
            entry.session().ifPresent(session -> names.put(folder, session));
            if (entry.session().isPresent() || broken.contains(folder)) {
                sessions.computeIfAbsent(folder, _ -> new ArrayList<>()).add(row(entry, Kind.SEGMENT, segment));
            } else {
                loose.add(row(entry, Kind.LOOSE, segment));
            }
        }
        listing.troubles().stream().filter(trouble -> !sessions.containsKey(trouble.folder())
                && search.finds(trouble.folder().toString())).forEach(this::broken);
        Map<Path, Recordings.Trouble> troubles = new HashMap<>();
        listing.troubles().forEach(trouble -> troubles.put(trouble.folder(), trouble));
        sessions.forEach((folder, logs) -> {
            Optional.ofNullable(names.get(folder)).ifPresentOrElse(session -> rows.add(heading(folder, session, logs)),
                    () -> Optional.ofNullable(troubles.get(folder)).ifPresent(this::broken));
            rows.addAll(logs);
        });
        if (!loose.isEmpty()) {
            rows.add(new Heading("Logs without a session", count(loose.size(), "log"), Optional.empty()));
            rows.addAll(loose);
        }
    }

    private void broken(Recordings.Trouble trouble) {
        rows.add(new Broken(name(trouble.folder()), trouble.words(), trouble.folder()));
    }

    private static Map<String, Segment> byFile(Session session) {
        Map<String, Segment> found = new HashMap<>();
        session.segments().forEach(segment -> found.put(segment.file(), segment));
        return found;
    }

    private void recent(List<Path> recent) {
        List<Row> found = new ArrayList<>();
        for (Path log : recent) {
            if (found.size() < RECENT && search.finds(log.toString())) {
                found.add(new LogRow(log, Kind.RECENT, name(log), String.valueOf(folder(log)), 1, "", "", ""));
            }
        }
        if (!found.isEmpty()) {
            rows.add(new Heading("Opened lately", "", Optional.empty()));
            rows.addAll(found);
        }
    }

    private static Heading heading(Path folder, Session session, List<LogRow> logs) {
        long bytes = logs.stream().mapToLong(LogRow::bytes).sum();
        String state = session.state() == Session.State.STOPPED ? "" : session.state().word() + " · ";
        return new Heading(session.name(), state + count(logs.size(), "segment") + " · " + TimeText.size(bytes),
                Optional.of(folder));
    }

    private LogRow row(Catalogue.Entry entry, Kind kind, Optional<Segment> segment) {
        String marks = entry.session().map(session -> marks(session, segment)).orElse("");
        String frames = segment.filter(each -> each.frames() > 0).map(each -> " · " + count(each.frames(), "frame"))
                .orElse("");
        return new LogRow(entry.log(), kind, name(entry.log()), detail(entry, segment), entry.bytes(),
                TimeText.size(entry.bytes()) + frames, marks,
                segment.filter(each -> each.lost() > 0).map(each -> String.format("%,d lost", each.lost())).orElse(""));
    }

    private String detail(Catalogue.Entry entry, Optional<Segment> segment) {
        Instant when = segment.map(Segment::start).orElse(entry.modified());
        StringBuilder text = new StringBuilder(TimeText.minute(when, zone));
        segment.flatMap(each -> each.end().map(end -> Duration.between(each.start(), end)))
                .ifPresent(span -> text.append(" · ").append(span(span)));
        return text.toString();
    }

    /** Short enough to stand behind a date in a narrow list. */
    private static String span(Duration span) {
        if (span.toMinutes() < 1) {
            return TimeText.span(span);
        }
        return span.toHours() < 1
                ? String.format(Locale.ROOT, "%d:%02d min", span.toMinutes(), span.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d h", span.toHours(), span.toMinutesPart());
    }

    private static String marks(Session session, Optional<Segment> segment) {
        long markers = segment.isEmpty() ? 0 : CatalogueSearch.markers(session, segment).count();
        long ranges = session.ranges().stream()
                .filter(range -> segment.filter(each -> each.file().equals(range.file())).isPresent()).count();
        return (markers == 0 ? "" : count(markers, "marker")) + (markers == 0 || ranges == 0 ? "" : " · ")
                + (ranges == 0 ? "" : count(ranges, "range"));
    }

    private static String count(long n, String what) {
        return String.format("%,d %s%s", n, what, n == 1 ? "" : "s");
    }

    private static String name(Path log) {
        return String.valueOf(log.getFileName());
    }

    private static Path folder(Path log) {
        Path parent = log.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
