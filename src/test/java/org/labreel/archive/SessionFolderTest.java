package org.labreel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.model.JournalEntry;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.NamedRange;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.labreel.model.StreamWish;
import org.labreel.model.TimeRange;

class SessionFolderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");

    @TempDir
    private Path root;

    private static Segment segment(String file) {
        return new Segment(file, "ws://host:7001", NOW, Optional.of(NOW.plusSeconds(5)), 1000, 6, 30, 100, 95, 2, 3,
                40);
    }

    private static Session full() {
        return new Session(UUID.randomUUID(), "Trial: 1/2", Session.State.STARTED, NOW, plan(),
                List.of(segment("segment-001.bin")),
                List.of(new Marker(UUID.randomUUID(), NOW, "merged \"here\"\n", "#ff0000")),
                List.of(new NamedRange(UUID.randomUUID(), "segment-001.bin", "the merge",
                        new TimeRange(NOW, NOW.plusSeconds(2)), "#00ff00")),
                List.of(new Loss(Loss.Cause.QUEUE_OVERFLOW, "ws://host:7001", NOW, NOW.plusSeconds(1), 12, "full")),
                List.of(new Span(NOW, Span.Cause.SCHEDULE, Optional.of(NOW.plusSeconds(9)), "the time limit of 9 s",
                        List.of(new Span.Part(UUID.randomUUID(), Optional.of(NOW.plusMillis(3)), ""),
                                new Span.Part(UUID.randomUUID(), Optional.empty(), "not connected")))),
                List.of(new JournalEntry(NOW, "started late")), Optional.of("{\"layout\":{}}"),
                Map.of("voltage", "150"));
    }

    private static Session.Plan plan() {
        StreamWish depth = new StreamWish(UUID.randomUUID(), StreamWish.Type.DEPTH, StreamWish.Encoder.CLASSIC, 1280,
                720, 15, 5_000_000, 300, 1000, "color", true);
        return new Session.Plan(Session.Mode.STORAGE, Optional.of(NOW), Optional.of(NOW.plusSeconds(60)),
                new Session.Limits(60, 500), List.of(new Session.Camera(UUID.randomUUID(), "REALSENSE_D435", "007",
                        "ws://host:7001", UUID.randomUUID(), List.of(depth))),
                "two drops");
    }

    @Test
    void sessionOfAnEarlierVersionIsRead() throws IOException {
        Path folder = Files.createDirectory(root.resolve("old"));
        Files.writeString(folder.resolve("session.json"), """
                {"schemaVersion":1,"id":"6f0d2a0e-5c0e-4c8f-9a52-6f1de0f4a8a1","name":"old","mode":"Storage",
                 "state":"Started","created":"2026-03-01T12:00:00Z","limits":{"maxTimeSeconds":5,"maxSizeMegabytes":7},
                 "cameras":[{"id":"6f0d2a0e-5c0e-4c8f-9a52-6f1de0f4a8a2","model":"REALSENSE_D435","serial":"1",
                 "address":"ws://h:7001"}],"segments":[],"markers":[],"losses":[],"parameters":{}}""");
        Session old = SessionFolder.open(folder).session();
        assertThat(old.limits()).isEqualTo(new Session.Limits(5, 7));
        assertThat(old.cameras().getFirst().serial()).isEqualTo("1");
        assertThat(old.plan().start()).isEmpty();
        assertThat(old.state()).isEqualTo(Session.State.STARTED);
    }

    @Test
    void sessionIsReadBackAsItWasSaved() throws IOException {
        Session session = full();
        SessionFolder folder = SessionFolder.create(root, session);
        assertThat(SessionFolder.open(folder.path()).session()).isEqualTo(session);
        assertThat(Files.readString(folder.path().resolve("session.json"))).contains("\"schemaVersion\" : 1");
        try (Stream<Path> files = Files.list(folder.path())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whateverASessionIsCalledItsFolderLiesUnderTheRootAndIsItsOwn() throws IOException {
        List<String> names = List.of("../../etc", "/etc/passwd", "C:\\Windows", "a\u0000b", "CON", "con.txt", "NUL ",
                "x".repeat(300), "\u00fc".repeat(300), "ends with dots...", "...", "", " ", ".hidden",
                "\uff0e\uff0e\uff0fup", "\u2024\u2024", "tab\tnew\nline", "a:b*c?d\"e<f>g|h", "\ud83d\ude00",
                "\u202egnp.exe", "Trial", "trial", "LPT9", "COM1.log");
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            Path path = SessionFolder.create(root, Session.named(name, NOW)).path();
            String made = String.valueOf(path.getFileName());
            assertThat(path.toRealPath().getParent()).as(name).isEqualTo(root.toRealPath());
            assertThat(made).as(name).doesNotContain("/", "\\", ":", "..").doesNotStartWith(".").doesNotEndWith(".")
                    .doesNotEndWith(" ");
            assertThat(made.split("\\.", 2)[0].toUpperCase(Locale.ROOT)).isNotIn("CON", "NUL", "LPT9", "COM1");
            assertThat(made.getBytes(StandardCharsets.UTF_8).length).isLessThan(200);
            assertThat(taken.add(made)).as(made).isTrue();
        }
    }

    @Test
    void nameThatIsTakenGetsANumberAndNothingIsOverwritten() throws IOException {
        SessionFolder first = SessionFolder.create(root, Session.named("trial", NOW));
        SessionFolder second = SessionFolder.create(root, Session.named("trial", NOW));
        assertThat(first.path().getFileName()).hasToString("trial");
        assertThat(second.path().getFileName()).hasToString("trial 2");
        assertThat(SessionFolder.open(first.path()).session()).isEqualTo(first.session());
    }

    @Test
    void segmentThatLeadsOutOfTheFolderIsRefused() throws IOException {
        SessionFolder folder = SessionFolder.create(root, Session.named("trial", NOW));
        Path outside = Files.writeString(root.resolve("outside.bin"), "secret");
        Files.createSymbolicLink(folder.path().resolve("link.bin"), outside);
        for (String name : List.of("../outside.bin", outside.toAbsolutePath().toString(), "link.bin", "a\u0000b", "",
                "x/../../outside.bin")) {
            assertThatThrownBy(() -> folder.file(segment(name))).as(name).isInstanceOf(IOException.class);
        }
        assertThat(folder.file(segment("segment-001.bin"))).isEqualTo(folder.path().resolve("segment-001.bin"));
    }

    @Test
    void sessionFileThatIsALinkOrNoSessionIsRefusedWithAReason() throws IOException {
        Path folder = Files.createDirectory(root.resolve("odd"));
        assertThatThrownBy(() -> SessionFolder.open(folder)).hasMessageContaining("no session.json");
        Path file = folder.resolve("session.json");
        Path elsewhere = SessionFolder.create(root, full()).path().resolve("session.json");
        Files.createSymbolicLink(file, elsewhere);
        assertThatThrownBy(() -> SessionFolder.open(folder)).isInstanceOf(IOException.class);
        Files.delete(file);
        for (String text : List.of("", "{", "[]", "{}", "nonsense", "{\"schemaVersion\":1,\"created\":\"noon\"}",
                "[".repeat(100_000))) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> SessionFolder.open(folder)).as(text).isInstanceOf(IOException.class);
        }
        Files.writeString(file, "{\"schemaVersion\":99}");
        assertThatThrownBy(() -> SessionFolder.open(folder)).hasMessageContaining("newer Labreel");
        Files.writeString(file, "{\"schemaVersion\":1,\"losses\":[{\"cause\":\"mice\"}]}");
        assertThatThrownBy(() -> SessionFolder.open(folder))
                .hasMessageContaining("the cause of a loss is \"mice\", which is none of QUEUE_OVERFLOW, RECONNECT,");
        Files.writeString(file, "{\"schemaVersion\":1}");
        assertThat(SessionFolder.open(folder).session().segments()).isEmpty();
    }

    @Test
    void segmentNamesAreNeverUsedAgainWhileAnythingOfThemIsLeft() throws IOException {
        SessionFolder folder = SessionFolder.create(root, Session.named("trial", NOW));
        assertThat(folder.nextSegment().getFileName()).hasToString("segment-001.bin");
        Files.createFile(folder.path().resolve("segment-007.idx"));
        assertThat(folder.nextSegment().getFileName()).hasToString("segment-008.bin");
    }

    @Test
    void catalogueListsEveryLogNewestFirstAndPassesOverWhatItCannotRead() throws IOException {
        SessionFolder folder = SessionFolder.create(root, Session.named("trial", NOW));
        Files.writeString(folder.path().resolve("segment-001.bin"), "a");
        Path broken = Files.createDirectory(root.resolve("broken"));
        Files.writeString(broken.resolve("session.json"), "{");
        Files.writeString(broken.resolve("segment-001.bin"), "bb");
        Files.writeString(root.resolve("loose.BIN"), "ccc");
        Files.writeString(root.resolve("notes.txt"), "no log");
        Files.createSymbolicLink(root.resolve("loop"), root);
        Files.setLastModifiedTime(root.resolve("loose.BIN"), FileTime.from(NOW));

        List<Catalogue.Entry> entries = Catalogue.list(root);
        assertThat(entries).hasSize(3);
        assertThat(entries).filteredOn(entry -> entry.session().isPresent()).singleElement()
                .satisfies(entry -> assertThat(entry.title()).isEqualTo("trial / segment-001.bin"));
        assertThat(entries).extracting(Catalogue.Entry::bytes).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(entries).isSortedAccordingTo((a, b) -> b.modified().compareTo(a.modified()));
        assertThat(Catalogue.list(root.resolve("nowhere"))).isEmpty();
    }
}
