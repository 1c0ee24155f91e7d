package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.labreel.archive.Catalogue;
import org.labreel.archive.Recordings;
import org.labreel.model.Marker;
import org.labreel.model.NamedRange;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.TimeRange;
import org.labreel.ui.browser.CatalogueRows.Broken;
import org.labreel.ui.browser.CatalogueRows.LogRow;
import org.labreel.ui.browser.CatalogueRows.Row;

class CatalogueRowsTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Path ROOT = Path.of("recordings");
    private final List<Catalogue.Entry> entries = new ArrayList<>();
    private final List<Recordings.Trouble> troubles = new ArrayList<>();

    @Test
    void logsAreFoundByEveryThingThatTheOperatorRemembersOfThem() {
        Session mixing = session("Mixing A and B", "2026-11-20T09:30:00Z", 2);
        mixing = mixing.withMarkers(List.of(
                new Marker(UUID.randomUUID(), Instant.parse("2026-11-20T09:31:00Z"), "It bubbled", "#ffb300")))
                .withRanges(List.of(new NamedRange(UUID.randomUUID(), "segment-002.bin", "merge 3",
                        new TimeRange(mixing.created(), mixing.created().plusSeconds(1)), "#ffb300")));
        add(mixing);
        add(session("Cleaning", "2026-11-21T08:00:00Z", 1));
        assertThat(found("")).hasSize(3);
        assertThat(found("mixing")).hasSize(2);
        assertThat(found("BUBBLED")).as("the segment in which it was marked").containsExactly("segment-001.bin");
        assertThat(found("merge")).containsExactly("segment-002.bin");
        assertThat(found("today")).hasSize(1);
        assertThat(found("yesterday mixing")).hasSize(2);
        assertThat(found("2026-11")).hasSize(3);
        assertThat(found("2026-11-21 cleaning")).hasSize(1);
        assertThat(found("mixing cleaning")).isEmpty();
    }

    @Test
    void rowTellsTimeSizeFramesMarksAndLosses() {
        Session session = session("Trial", "2026-11-20T09:30:00Z", 1);
        Segment segment = session.segments().getFirst();
        add(session.withSegments(List.of(new Segment(segment.file(), "demo", segment.start(), segment.end(), 10, 0, 0,
                100, 97, 0, 3, 90)))
                .withMarkers(List.of(new Marker(UUID.randomUUID(), segment.start().plusSeconds(1), "x", "#ffb300"))));
        LogRow row = rows("").stream().filter(LogRow.class::isInstance).map(LogRow.class::cast).findFirst()
                .orElseThrow();
        assertThat(row.detail()).isEqualTo("2026-11-20 09:30 · 5:00 min");
        assertThat(row.remark()).isEqualTo("1.0 kB · 90 frames");
        assertThat(row.marks()).isEqualTo("1 marker");
        assertThat(row.losses()).isEqualTo("3 lost");
    }

    @Test
    void brokenSessionStandsInTheListWithItsReasonAboveItsLogs() {
        Path log = ROOT.resolve("broken").resolve("segment-001.bin");
        entries.add(new Catalogue.Entry(log, Optional.empty(), "segment-001.bin", Instant.EPOCH, 5));
        troubles.add(new Recordings.Trouble(ROOT.resolve("broken"), "session.json is damaged."));
        assertThat(rows("")).hasSize(2).first().isEqualTo(
                new Broken("broken", "session.json is damaged.", ROOT.resolve("broken")));
        assertThat(rows("nothing like it")).isEmpty();
    }

    @Test
    void twoThousandSessionsBecomeRowsOnce() {
        for (int i = 0; i < 2000; i++) {
            add(session("Session " + i, "2026-11-20T09:30:00Z", 3));
        }
        assertThat(rows("")).hasSize(8000);
        assertThat(found("session 1999")).hasSize(3);
    }

    private static Session session(String name, String start, int segments) {
        Session session = Session.named(name, Instant.parse(start));
        for (int i = 1; i <= segments; i++) {
            Instant from = session.created().plusSeconds((i - 1) * 600L);
            session = session.withSegment(new Segment("segment-00" + i + ".bin", "demo", from,
                    Optional.of(from.plusSeconds(300)), 1000, 0, 0, 10, 10, 0, 0, 10));
        }
        return session;
    }

    private void add(Session session) {
        for (Segment segment : session.segments()) {
            entries.add(new Catalogue.Entry(ROOT.resolve(session.name()).resolve(segment.file()), Optional.of(session),
                    session.name() + " / " + segment.file(), segment.start(), 1000));
        }
    }

    private List<Row> rows(String search) {
        return CatalogueRows.of(new Recordings.Listing(entries, troubles), List.of(),
                new CatalogueSearch(search, UTC, LocalDate.parse("2026-11-21")), UTC);
    }

    private List<String> found(String search) {
        return rows(search).stream().filter(LogRow.class::isInstance).map(Row::title).toList();
    }
}
