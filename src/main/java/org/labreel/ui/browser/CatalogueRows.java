package org.labreel.ui.browser;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.labreel.archive.Catalogue;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/** The list of logs to choose from: opened lately, then session by session, newest first, then logs by themselves. */
final class CatalogueRows {
    private static final int RECENT = 4;

    private CatalogueRows() {
    }

    /** A line of the list. */
    sealed interface Row {
        String title();

        String detail();
    }

    /** Above a group of logs. */
    record Heading(String title, String detail) implements Row {
    }

    /** A log that can be opened. */
    record LogRow(Path log, String title, String detail) implements Row {
    }

    /**
     * @param recent
     *            logs opened lately that still exist, newest first
     * @param search
     *            only logs whose name, session or folder contains it; empty = all
     */
    static List<Row> of(List<Catalogue.Entry> entries, List<Path> recent, String search, ZoneId zone) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        List<Row> rows = new ArrayList<>();
        recent(recent, wanted, rows);
        Map<Path, List<Catalogue.Entry>> sessions = new LinkedHashMap<>();
        List<Row> loose = new ArrayList<>();
        for (Catalogue.Entry entry : entries) {
            if (matches(entry, wanted)) {
                if (entry.session().isPresent()) {
                    sessions.computeIfAbsent(folder(entry.log()), _ -> new ArrayList<>()).add(entry);
                } else {
                    loose.add(new LogRow(entry.log(), name(entry.log()), detail(entry, Optional.empty(), zone)));
                }
            }
        }
        sessions.values().forEach(logs -> session(logs, zone, rows));
        if (!loose.isEmpty()) {
            rows.add(new Heading("Logs without a session", count(loose.size(), "log")));
            rows.addAll(loose);
        }
        return rows;
    }

    private static void recent(List<Path> recent, String wanted, List<Row> rows) {
        List<Row> found = new ArrayList<>();
        for (Path log : recent) {
            if (found.size() < RECENT && log.toString().toLowerCase(Locale.ROOT).contains(wanted)) {
                found.add(new LogRow(log, name(log), String.valueOf(folder(log))));
            }
        }
        if (!found.isEmpty()) {
            rows.add(new Heading("Opened lately", ""));
            rows.addAll(found);
        }
    }

    private static void session(List<Catalogue.Entry> logs, ZoneId zone, List<Row> rows) {
        Session session = logs.getFirst().session().orElseThrow();
        long bytes = logs.stream().mapToLong(Catalogue.Entry::bytes).sum();
        rows.add(new Heading(session.name(), count(logs.size(), "segment") + " · " + TimeText.size(bytes)));
        for (Catalogue.Entry entry : logs) {
            Optional<Segment> segment = session.segments().stream()
                    .filter(each -> entry.log().endsWith(each.file())).findFirst();
            rows.add(new LogRow(entry.log(), name(entry.log()), detail(entry, segment, zone)));
        }
    }

    private static String detail(Catalogue.Entry entry, Optional<Segment> segment, ZoneId zone) {
        Instant when = segment.map(Segment::start).orElse(entry.modified());
        String text = TimeText.minute(when, zone) + " · " + TimeText.size(entry.bytes());
        return segment.filter(each -> each.frames() > 0).map(each -> text + " · " + count(each.frames(), "frame"))
                .orElse(text);
    }

    private static boolean matches(Catalogue.Entry entry, String wanted) {
        return wanted.isEmpty() || entry.title().toLowerCase(Locale.ROOT).contains(wanted)
                || entry.log().toString().toLowerCase(Locale.ROOT).contains(wanted)
                || entry.session().map(Session::name).orElse("").toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static String name(Path log) {
        return String.valueOf(log.getFileName());
    }

    private static Path folder(Path log) {
        Path parent = log.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
