package org.labreel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.archive.SessionFolder;
import org.labreel.codec.EventCodec;
import org.labreel.log.LogReader;
import org.labreel.model.Arrival;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session.State;
import org.labreel.model.Session;
import org.labreel.record.Recorder;

/** What a session of several cameras tells after its program was killed: all that is known, and where that ends. */
class KilledRecordingTest {
    @TempDir
    private Path root;
    @TempDir
    private Path after;

    @Test
    void eachSourceHasAnEntryThatTellsFromWhenOnNothingIsKnown() throws Exception {
        Lab lab = new Lab(root, 4);
        lab.cameras.get(3).down = true;
        UUID id = lab.plan("killed", lab.plan());
        lab.change(id, State.STARTED);
        lab.cameras.get(3).silent = true;
        lab.pass(2);
        lab.cameras.get(2).silent = true;
        lab.pass(3);
        Instant killed = lab.now();
        lab.awaitWritten(id, List.of(50L, 50L, 20L));
        lab.restart(Duration.ofHours(1), after);

        Session session = lab.session(id);
        assertThat(session.state()).isEqualTo(State.STOPPED);
        assertThat(session.segments()).hasSize(3).allSatisfy(segment -> assertWhole(lab, id, segment));
        for (Lab.Camera camera : lab.cameras) {
            assertThat(ended(session, camera)).as(camera.address()).hasSize(1);
        }
        Loss there = ended(session, lab.cameras.getFirst()).getFirst();
        assertThat(there.start()).isEqualTo(killed);
        assertThat(there.end()).isEqualTo(killed);
        assertThat(there.count()).isZero();
        assertThat(there.detail()).contains("without Stop").contains("nothing is known after 2026-03-28 12:00:05 UTC");
        Loss silent = ended(session, lab.cameras.get(2)).getFirst();
        assertThat(silent.start()).isEqualTo(killed.minusSeconds(3));
        assertThat(silent.end()).isEqualTo(killed);
        Loss never = ended(session, lab.cameras.get(3)).getFirst();
        assertThat(never.start()).isEqualTo(Lab.NOON);
        assertThat(never.detail()).contains("nothing had come of this source");
        assertThat(session.spans().getLast().ended()).contains(killed);
        assertThat(lab.stored(id).losses()).isEqualTo(session.losses());
        lab.close();
    }

    @Test
    void aFileThatTheSessionDoesNotNameYetIsOfItsOwnCamera() throws Exception {
        Lab lab = new Lab(root, 3);
        UUID id = lab.plan("killed at once", lab.plan());
        lab.change(id, State.STARTED);
        for (int i = 0; i < 3; i++) {
            lab.cameras.get(i).frame();
            lab.pass(1);
            lab.cameras.get(i).silent = true;
        }
        lab.awaitWritten(id, List.of(11L, 21L, 31L));
        lab.restart(Duration.ofHours(1), after);
        List<Segment> before = lab.session(id).segments();

        SessionFolder folder = SessionFolder.open(lab.engine().folder(id).orElseThrow());
        folder.save(folder.session().withSegments(List.of()).withLosses(List.of()).withState(State.STARTED));
        lab.restart(Duration.ofHours(1));
        assertThat(lab.session(id).segments()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(before).extracting(Segment::source).containsExactlyInAnyOrder(lab.cameras.get(0).address(),
                lab.cameras.get(1).address(), lab.cameras.get(2).address());
        lab.close();
    }

    @Test
    void aScheduledSessionThatGoesOnTellsOfTheWholeGap() throws Exception {
        Lab lab = new Lab(root, 1);
        UUID id = lab.plan("planned", lab.plan().withTimes(Optional.of(Lab.NOON),
                Optional.of(Lab.NOON.plusSeconds(86_400))));
        lab.change(id, State.SCHEDULED);
        lab.pass(2);
        Instant killed = lab.now();
        lab.awaitWritten(id, List.of(5L));
        lab.restart(Duration.ofMinutes(10), after);

        Loss gap = ended(lab.session(id), lab.cameras.getFirst()).getFirst();
        assertThat(gap.start()).isEqualTo(lab.session(id).segments().getFirst().end().orElseThrow());
        assertThat(gap.end()).isEqualTo(killed.plus(Duration.ofMinutes(10)));
        lab.close();
    }

    @Test
    void aRecordingByHandIsToldOfInTheSameWay() throws Exception {
        SessionFolder folder = SessionFolder.create(root, Session.named("by hand", Lab.NOON));
        UUID id = folder.session().id();
        Lab lab = new Lab(after, 0);
        try (Recorder recorder = new Recorder("ws://bench:7001", lab.settings.recorder(), lab.clock.wall())) {
            recorder.start(folder);
            recorder.accept(new RawMessage(EventCodec.encode(new DeviceEvent.HvRegulator(Optional.empty(), 1, 2)),
                    new Arrival(Lab.NOON.plusSeconds(3), System.nanoTime())));
            Patience.until(() -> recorder.status().bytes() > 0);
            lab.take(root);
        }
        Session session = lab.session(id);
        assertThat(session.state()).isEqualTo(State.STOPPED);
        assertThat(session.losses()).singleElement().satisfies(loss -> {
            assertThat(loss.cause()).isEqualTo(Loss.Cause.PROGRAM_ENDED);
            assertThat(loss.source()).isEqualTo("ws://bench:7001");
            assertThat(loss.start()).isEqualTo(Lab.NOON.plusSeconds(3));
        });
        lab.close();
    }

    @Test
    void aSessionThatWasOnlyArmedHasNoSuchEntry() throws Exception {
        Lab lab = new Lab(root, 1);
        UUID id = lab.plan("armed", lab.plan());
        lab.change(id, State.STANDBY);
        lab.pass(1);
        lab.restart(Duration.ofMinutes(10), after);
        assertThat(lab.session(id).state()).isEqualTo(State.STOPPED);
        assertThat(lab.session(id).losses()).isEmpty();
        lab.close();
    }

    private static List<Loss> ended(Session session, Lab.Camera camera) {
        return session.losses().stream().filter(loss -> loss.cause() == Loss.Cause.PROGRAM_ENDED
                && loss.source().equals(camera.address())).toList();
    }

    private static void assertWhole(Lab lab, UUID id, Segment segment) throws Exception {
        assertThat(segment.end()).isPresent();
        assertThat(segment.received()).isEqualTo(segment.written() + segment.repeated() + segment.lost());
        try (LogReader log = LogReader.open(lab.engine().folder(id).orElseThrow().resolve(segment.file()))) {
            assertThat(log.index().damage()).isEmpty();
            assertThat(log.index().frames()).isEqualTo((int) segment.frames());
        }
    }
}
