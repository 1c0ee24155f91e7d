package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;

/** Both public recording scripts, request by request, with the demo as the camera. */
class RecordingScriptsTest extends OnServedDemo {
    @Test
    void triggerScriptLeavesFiveSegmentsWithAsMuchPreRollAsThePausesAllowEachExportable() throws Exception {
        String camera = served.script().camera("REALSENSE_D435", DemoServer.SERIAL);
        UUID id = served.script().session("1-01-01T00:00:00", "9999-12-31T23:59:59", "triggered");
        String record = served.script().record(id, camera);
        served.script().stream(record, "color", "HEVC", 1280, 720, 30);
        served.script().stream(record, "depth", "Classic", 1280, 720, 30);
        served.script().state(id, "Standby");
        Patience.until(() -> served.preRollMillis(id) > 300);
        for (int i = 0; i < 5; i++) {
            served.script().state(id, "Started");
            Patience.until(() -> served.frames(id) >= 16);
            served.script().state(id, "Standby");
            Patience.until(() -> served.preRollMillis(id) > 300);
        }
        served.script().state(id, "Stopped");
        Session session = served.session(id);
        assertThat(session.state()).isEqualTo(Session.State.STOPPED);
        assertThat(session.segments()).hasSize(5);
        for (int i = 0; i < 5; i++) {
            Segment segment = session.segments().get(i);
            Instant requested = session.spans().get(i).requested();
            Duration reach = Duration.between(segment.start(), requested);
            assertThat(reach).as("pre-roll of %s", segment.file()).isBetween(Duration.ofMillis(200),
                    Duration.ofSeconds(10));
            assertThat(segment.preRollRecords()).isGreaterThan(3);
            assertThat(segment.lost()).isZero();
            if (i > 0) {
                assertThat(segment.start()).isAfterOrEqualTo(session.segments().get(i - 1).end().orElseThrow());
            }
        }
        assertThat(exported(id, "segment-001.bin")).isNotEmptyFile();
        assertThat(exported(id, "segment-005.bin")).isNotEmptyFile();
    }

    private Path exported(UUID session, String segment) throws Exception {
        String job = served.script()
                .execute("mutation($s: uuid!, $f: String!) { insertExportJob(object: {recordingId: $s, "
                        + "segment: $f}) { id } }", Map.of("s", session.toString(), "f", segment))
                .path("data")
                .path("insertExportJob").path("id").asText();
        JsonNode[] now = new JsonNode[1];
        Patience.until(() -> {
            now[0] = job(job);
            return !List.of("Waiting", "Running").contains(now[0].path("state").asText());
        });
        assertThat(now[0].path("state").asText()).as("%s", now[0]).isEqualTo("Done");
        assertThat(now[0].path("part").asDouble()).isEqualTo(1);
        return served.engine().folder(session).orElseThrow().resolve(now[0].path("file").asText());
    }

    private JsonNode job(String id) {
        try {
            return served.script().execute("query($id: uuid!) { exportJob(id: $id) { state part file words } }",
                    Map.of("id", id)).path("data").path("exportJob");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void scheduleScriptStartsNowAndStopsWhenTold() throws Exception {
        String camera = served.script().camera("REALSENSE_D435", DemoServer.SERIAL);
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
        UUID id = served.script().session(now, "9999-12-31T23:59:59", "mysession");
        String record = served.script().record(id, camera);
        served.script().stream(record, "color", "HEVC", "1280", "720", "15");
        served.script().stream(record, "depth", "Classic", "1280", "720", "15");
        served.script().state(id, "Scheduled");
        served.engine().tick();
        Patience.until(() -> served.session(id).state() == Session.State.STARTED && served.frames(id) > 3);
        served.script().state(id, "Stopped");
        assertThat(served.session(id).segments()).hasSize(1);
        assertThat(served.session(id).segments().getFirst().frames()).isGreaterThan(3);
        List<StreamWish> wishes = served.session(id).cameras().getFirst().streams();
        assertThat(wishes).hasSize(2);
        assertThat(wishes.getFirst().width()).isEqualTo(1280);
        assertThat(served.session(id).limits()).isEqualTo(Session.Limits.NONE);
        assertThat(served.session(id).plan().end()).contains(Instant.parse("9999-12-31T23:59:59Z"));
    }
}
