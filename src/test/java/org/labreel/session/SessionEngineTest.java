package org.labreel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;
import org.labreel.log.LogReader;
import org.labreel.model.Board;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.Session.State;
import org.labreel.record.RecorderSettings;
import org.labreel.model.Span;
import org.labreel.model.StreamWish;

/** Sessions armed, started and stopped by hand and by their limits. */
class SessionEngineTest extends InLab {
    @Test
    void eachStartedSpanIsASegmentWithAsMuchPreRollAsThePauseBeforeItAllows() throws IOException {
        Lab lab = lab(1);
        UUID id = lab.plan("trigger", lab.plan());
        lab.change(id, State.STANDBY);
        for (int i = 0; i < 3; i++) {
            lab.pass(i == 1 ? 1 : 5);
            lab.change(id, State.STARTED);
            assertThat(lab.session(id).state()).isEqualTo(State.STARTED);
            lab.pass(4);
            lab.change(id, State.STANDBY);
        }
        lab.change(id, State.STOPPED);
        Session session = lab.stored(id);
        assertThat(session.state()).isEqualTo(State.STOPPED);
        assertThat(session.segments()).hasSize(3);
        assertThat(session.spans()).hasSize(3).allSatisfy(span -> assertThat(span.ended()).isPresent());
        for (int i = 0; i < 3; i++) {
            Segment segment = session.segments().get(i);
            Duration preRoll = Duration.between(segment.start(), session.spans().get(i).requested());
            assertThat(preRoll).as("segment %d", i).isBetween(Duration.ofMillis(i == 1 ? 800 : 1800),
                    Duration.ofMillis(i == 1 ? 1000 : 2000));
            assertThat(Duration.between(segment.start(), segment.end().orElseThrow()).minus(preRoll))
                    .isEqualTo(Duration.ofSeconds(4));
            try (LogReader log = LogReader.open(lab.engine().folder(id).orElseThrow().resolve(segment.file()))) {
                assertThat(log.index().frames()).isEqualTo((int) segment.frames()).isGreaterThan(40);
            }
        }
        assertThat(lab.cameras.getFirst().connected()).isFalse();
        assertThat(Files.exists(lab.engine().folder(id).orElseThrow().resolve(".recording"))).isFalse();
    }

    @Test
    void limitsStopInOrderAndSayWhy() throws IOException {
        Lab lab = lab(1);
        UUID byTime = lab.plan("time", lab.plan().withLimits(new Session.Limits(10, 0)));
        lab.change(byTime, State.STANDBY);
        lab.pass(60);
        lab.change(byTime, State.STARTED);
        lab.pass(6);
        lab.change(byTime, State.STANDBY);
        lab.pass(6);
        lab.change(byTime, State.STARTED);
        lab.pass(3);
        assertThat(lab.session(byTime).state()).isEqualTo(State.STARTED);
        lab.pass(2);
        Session session = lab.stored(byTime);
        assertThat(session.state()).isEqualTo(State.STOPPED);
        assertThat(session.spans().getLast().ending()).isEqualTo("The time limit of 10 s is reached.");
        assertThat(Lab.journal(session)).containsExactly("Stopped. The time limit of 10 s is reached.");
        assertThat(session.segments()).hasSize(2).allSatisfy(segment -> assertThat(segment.end()).isPresent());

        UUID bySize = lab.plan("size", lab.plan().withLimits(new Session.Limits(0, 1)));
        lab.change(bySize, State.STARTED);
        lab.pass(400);
        assertThat(lab.session(bySize).state()).isEqualTo(State.STARTED);
        for (int i = 0; i < 2400; i++) {
            lab.cameras.getFirst().frame();
        }
        // The recorder writes on a thread of its own.
        Patience.until(() -> {
            lab.engine().tick();
            return lab.session(bySize).state() == State.STOPPED;
        });
        assertThat(lab.session(bySize).state()).isEqualTo(State.STOPPED);
        assertThat(lab.session(bySize).spans().getLast().ending()).isEqualTo("The size limit of 1 MB is reached.");
    }

    @Test
    void camerasStartTogetherAndAPartialStartIsShownCameraByCamera() {
        Lab lab = lab(2);
        lab.cameras.get(1).down = true;
        Session.Camera foreign = new Session.Camera(UUID.randomUUID(), "V4L2CAMERA", "9", "ws://gone:1");
        List<Session.Camera> cameras = new ArrayList<>(lab.plan().cameras());
        cameras.add(foreign);
        UUID id = lab.plan("three", lab.plan().withCameras(cameras));
        lab.change(id, State.STANDBY);
        lab.pass(1);
        lab.change(id, State.STARTED);
        lab.pass(1);
        Span span = lab.session(id).spans().getFirst();
        assertThat(span.partial()).isTrue();
        assertThat(span.parts()).hasSize(3);
        assertThat(span.parts().get(0).started()).contains(span.requested());
        assertThat(span.parts().get(1).started()).isEmpty();
        assertThat(span.parts().get(1).problem()).contains("Not connected at the start");
        assertThat(span.parts().get(2).camera()).isEqualTo(foreign.id());
        assertThat(span.parts().get(2).problem()).contains("not configured here");
        lab.cameras.get(1).comes();
        lab.pass(1);
        assertThat(lab.session(id).spans().getFirst().parts().get(1).started()).hasValueSatisfying(
                came -> assertThat(came).isAfter(span.requested().plusMillis(900)));
        lab.change(id, State.STOPPED);
        assertThat(lab.session(id).segments()).extracting(Segment::source).containsExactlyInAnyOrder(
                "ws://camera0:7001", "ws://camera1:7001");
    }

    @Test
    void boardThatIsToldAfterTheStartIsKeptAtOnce() throws IOException {
        Lab lab = lab(1);
        lab.cameras.getFirst().down = true;
        UUID id = lab.plan("late", lab.plan());
        lab.change(id, State.STARTED);
        lab.pass(1);
        lab.cameras.getFirst().comes();
        lab.pass(1);
        assertThat(lab.stored(id).boardDefinition()).isEmpty();
        lab.cameras.getFirst().tells(new Board(List.of(), "{\"layout\":{}}"));
        lab.pass(1);
        assertThat(lab.stored(id).boardDefinition()).as("before the end").contains("{\"layout\":{}}");
        lab.change(id, State.STOPPED);
        assertThat(lab.stored(id).boardDefinition()).contains("{\"layout\":{}}");
    }

    @Test
    void requiredStreamsAreRedOrGreenAndNeverKeepFromRecording() {
        Lab lab = lab(1);
        StreamWish colour = new StreamWish(UUID.randomUUID(), StreamWish.Type.COLOR, StreamWish.Encoder.HEVC, 1280,
                720, 15, 0, 0, 0, "color", true);
        StreamWish depth = new StreamWish(UUID.randomUUID(), StreamWish.Type.DEPTH, StreamWish.Encoder.CLASSIC, 1280,
                720, 15, 0, 300, 1000, "color", true);
        UUID id = lab.plan("streams", lab.plan().withCameras(
                List.of(lab.cameras.getFirst().camera().withStreams(List.of(colour, depth)))));
        List<StreamCheck> before = lab.change(id, State.STANDBY).checks();
        assertThat(before).extracting(StreamCheck::verdict).containsExactly(StreamCheck.Verdict.WAITING,
                StreamCheck.Verdict.MISSING);
        lab.pass(1);
        List<StreamCheck> after = lab.engine().session(id).orElseThrow().checks();
        assertThat(after.getFirst().verdict()).isEqualTo(StreamCheck.Verdict.MET);
        assertThat(after.getFirst().words()).contains("640x480", "1280x720 was asked for");
        assertThat(after.get(1).words()).contains("sends no depth");
        assertThat(lab.change(id, State.STARTED).session().state()).isEqualTo(State.STARTED);
    }

    @Test
    void changedSettingsReachSessionsThatAreArmedAlready() {
        Lab lab = lab(1);
        UUID id = lab.plan("armed", lab.plan());
        lab.change(id, State.STANDBY);
        lab.pass(3);
        assertThat(preRoll(lab, id)).isLessThanOrEqualTo(Duration.ofSeconds(2));
        RecorderSettings old = lab.settings.recorder();
        lab.engine().settings(new EngineSettings(new RecorderSettings(Duration.ofSeconds(6), old.preRollBytes(),
                old.queueBytes(), old.splitBytes(), old.dropRepeats(), old.reserveBytes()),
                lab.settings.missedStart(), lab.settings.grace(), lab.settings.clockStep(), lab.settings.ahead()));
        Patience.until(() -> {
            lab.pass(1);
            return preRoll(lab, id).compareTo(Duration.ofSeconds(4)) > 0;
        });
        lab.change(id, State.STARTED);
        lab.pass(1);
        lab.change(id, State.STOPPED);
        assertThat(lab.session(id).segments().getFirst().preRollRecords()).isGreaterThan(40);
    }

    private static Duration preRoll(Lab lab, UUID id) {
        return lab.engine().session(id).orElseThrow().cameras().getFirst().preRoll();
    }
}
