package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.codec.EventCodec;
import org.labreel.log.LogWriter;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/** What {@code labreel info} tells of a log that lies in a session. */
class InfoLossesTest {
    private static final String SOURCE = "ws://lab:7001";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Loss EARLY = new Loss(Loss.Cause.RECONNECT, SOURCE, NOON.plusSeconds(3), NOON.plusSeconds(5),
            0, "the connection was lost and came back");
    private static final Loss LATE = new Loss(Loss.Cause.QUEUE_OVERFLOW, SOURCE, NOON.plusSeconds(71),
            NOON.plusSeconds(72), 2, "the disk did not keep up");
    private static final Loss OTHER = new Loss(Loss.Cause.SILENCE, "ws://other:7001", NOON, NOON.plusSeconds(90), 0,
            "nothing arrived");

    @TempDir
    private Path root;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path session(Loss... losses) throws Exception {
        SessionFolder folder = SessionFolder.create(root, Session.named("trial", NOON));
        Session session = folder.session().withLosses(List.of(losses))
                .withSegment(new Segment("segment-001.bin", SOURCE, NOON, Optional.of(NOON.plusSeconds(60)), 20, 1, 2,
                        10, 9, 1, 0, 0))
                .withSegment(new Segment("segment-002.bin", SOURCE, NOON.plusSeconds(70), Optional.empty(), 20, 0, 0,
                        12, 10, 0, 2, 0));
        folder.save(session);
        log(folder.path().resolve("segment-001.bin"));
        log(folder.path().resolve("segment-002.bin"));
        return folder.path();
    }

    private static Path log(Path file) throws Exception {
        try (LogWriter log = LogWriter.create(file)) {
            log.append(EventCodec.encode(new DeviceEvent.HvRegulator(Optional.of(NOON), 150, 150)));
        }
        return file;
    }

    @Test
    void ledgerAndAccountsOfTheSegmentAreTold() throws Exception {
        Path folder = session(EARLY, LATE, OTHER);
        assertThat(info(folder.resolve("segment-001.bin"))).contains("10 = 9 written + 1 repeated + 0 lost")
                .contains("losses: 1").contains("source was away, the connection was lost").contains("count not known")
                .doesNotContain("overflow").doesNotContain("nothing arrived");
        assertThat(info(folder.resolve("segment-002.bin"))).contains("12 = 10 written + 0 repeated + 2 lost")
                .contains("as last saved").contains("2 messages: disk too slow").doesNotContain("away");
    }

    @Test
    void jsonHasTheSame() throws Exception {
        Path folder = session(EARLY, LATE, OTHER);
        JsonNode json = json(folder.resolve("segment-002.bin"));
        assertThat(json.path("losses")).singleElement().satisfies(loss -> {
            assertThat(loss.path("cause").asText()).isEqualTo("QUEUE_OVERFLOW");
            assertThat(loss.path("start").asText()).isEqualTo("2026-03-01T12:01:11Z");
            assertThat(loss.path("count").asInt()).isEqualTo(2);
        });
        JsonNode accounts = json.path("accounting");
        assertThat(accounts.path("received").asInt()).isEqualTo(accounts.path("written").asInt()
                + accounts.path("repeated").asInt() + accounts.path("lost").asInt());
        assertThat(accounts.path("complete").asBoolean()).isFalse();
        assertThat(json.path("records").asInt()).isEqualTo(1);
    }

    @Test
    void logWithoutASessionHasAnEmptyList() throws Exception {
        Path log = log(root.resolve("alone.bin"));
        assertThat(json(log).path("losses").isArray()).isTrue();
        assertThat(json(log).path("losses")).isEmpty();
        assertThat(json(log).path("accounting").isNull()).isTrue();
        assertThat(info(log)).contains("losses not known");
    }

    @Test
    void brokenSessionFileDoesNotKeepTheLogFromBeingToldOf() throws Exception {
        Path folder = session(EARLY);
        Files.writeString(folder.resolve("session.json"), "{broken");
        assertThat(info(folder.resolve("segment-001.bin"))).contains("1 records").contains("losses not known");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("session.json").doesNotContain("Exception");
    }

    private JsonNode json(Path log) throws Exception {
        return new ObjectMapper().readTree(info(log, "--json"));
    }

    private String info(Path log, String... more) {
        out.reset();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        List<String> args = new ArrayList<>(List.of("info", log.toString()));
        args.addAll(List.of(more));
        int code = LabreelCommand.commandLine(terminal).execute(args.toArray(String[]::new));
        assertThat(code).as(() -> err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
