package org.labreel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FeedClock;
import org.labreel.log.LogReader;
import org.labreel.model.JournalEntry;
import org.labreel.model.Marker;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.Session.State;
import org.labreel.model.Span;
import org.labreel.model.StreamWish;

class SessionEngineTest {
    @TempDir
    private Path root;
    private Optional<Lab> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(Lab::close);
    }

    private Lab lab(int cameras) {
        Lab lab = new Lab(root, cameras);
        open = Optional.of(lab);
        return lab;
    }

    private static List<String> journal(Session session) {
        return session.journal().stream().map(JournalEntry::text).toList();
    }

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
    void scheduledSessionStartsAndEndsByTheClockOverARestart() throws IOException {
        Lab lab = lab(1);
        UUID id = lab.plan("night", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(3600)),
                Optional.of(Lab.NOON.plusSeconds(7200))));
        lab.change(id, State.SCHEDULED);
        lab.pass(Duration.ofMinutes(30));
        lab.restart(Duration.ofMinutes(1));
        assertThat(lab.session(id).state()).isEqualTo(State.SCHEDULED);
        assertThat(lab.cameras.getFirst().connected()).isFalse();
        lab.pass(Duration.ofMinutes(30));
        assertThat(lab.session(id).state()).isEqualTo(State.STARTED);
        lab.pass(Duration.ofMinutes(58));
        assertThat(lab.session(id).state()).isEqualTo(State.STARTED);
        lab.pass(Duration.ofMinutes(3));
        Session session = lab.stored(id);
        assertThat(session.state()).isEqualTo(State.STOPPED);
        Span span = session.spans().getFirst();
        assertThat(span.cause()).isEqualTo(Span.Cause.SCHEDULE);
        assertThat(span.ending()).contains("Its end at 2026-03-28 14:00:00 UTC has come");
        assertThat(Duration.between(Lab.NOON.plusSeconds(3600), span.requested())).isBetween(Duration.ZERO,
                Duration.ofSeconds(20));
    }

    @Test
    void sessionWhoseStartHasJustPassedStartsNowAndOneThatWasSleptThroughIsSaid() {
        Lab lab = lab(1);
        UUID now = lab.plan("now", lab.plan().withTimes(Optional.of(Lab.NOON.minusSeconds(2)),
                Optional.of(Lab.NOON.plusSeconds(86400))));
        UUID missed = lab.plan("missed", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(60)),
                Optional.of(Lab.NOON.plusSeconds(120))));
        UUID late = lab.plan("late", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(60)),
                Optional.of(Lab.NOON.plusSeconds(86400))));
        lab.change(missed, State.SCHEDULED);
        lab.change(late, State.SCHEDULED);
        lab.restart(Duration.ofHours(2));
        lab.change(now, State.SCHEDULED);
        lab.pass(1);
        assertThat(lab.session(now).state()).isEqualTo(State.STARTED);
        assertThat(lab.session(missed).state()).isEqualTo(State.STOPPED);
        assertThat(journal(lab.session(missed)).getFirst()).contains("was not running then");
        assertThat(lab.session(late).state()).isEqualTo(State.STARTED);
        assertThat(journal(lab.session(late)).getFirst()).contains("1 h 59 min late");
    }

    @Test
    void lateStartsAreLeftWhenSoSet() {
        Lab lab = lab(1);
        UUID id = lab.plan("late", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(60)), Optional.empty()));
        lab.change(id, State.SCHEDULED);
        lab.settings = lab.settings.withMissedStart(Due.MissedStart.LEAVE);
        lab.restart(Duration.ofHours(2));
        lab.pass(1);
        assertThat(lab.session(id).state()).isEqualTo(State.STOPPED);
        assertThat(journal(lab.session(id)).getFirst()).contains("late starts are switched off");
    }

    @Test
    void scheduledStartFindsItsCamerasConnectedAndAPreRoll() throws Exception {
        Lab lab = lab(1);
        lab.connectAhead(Duration.ofSeconds(10));
        UUID id = lab.plan("by the clock", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(60)),
                Optional.of(Lab.NOON.plusSeconds(70))));
        lab.change(id, State.SCHEDULED);
        lab.pass(45);
        assertThat(lab.cameras.getFirst().connected()).isFalse();
        lab.pass(10);
        assertThat(lab.cameras.getFirst().connected()).as("some seconds before the start").isTrue();
        assertThat(lab.session(id).state()).isEqualTo(State.SCHEDULED);
        assertThat(lab.stored(id).state()).isEqualTo(State.SCHEDULED);
        lab.pass(30);
        assertThat(lab.session(id).state()).isEqualTo(State.STOPPED);
        assertThat(lab.session(id).segments()).singleElement()
                .satisfies(segment -> assertThat(segment.preRollRecords()).isGreaterThan(3));
    }

    @Test
    void sessionThatIsReadyForItsStartIsChangedUnscheduledAndLeftByTheProgramAsAnyScheduledOne() throws Exception {
        Lab lab = lab(1);
        lab.connectAhead(Duration.ofSeconds(10));
        UUID id = lab.plan("by the clock",
                lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(20)), Optional.empty()));
        lab.change(id, State.SCHEDULED);
        lab.pass(15);
        Lab.get(lab.engine().edit(id, "later",
                lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(60)), Optional.empty())));
        lab.pass(10);
        assertThat(lab.session(id).state()).isEqualTo(State.SCHEDULED);
        assertThat(lab.cameras.getFirst().connected()).as("it is not to start soon any more").isFalse();
        lab.pass(30);
        assertThat(lab.cameras.getFirst().connected()).isTrue();
        lab.engine().close();
        assertThat(lab.stored(id).state()).isEqualTo(State.SCHEDULED);
        assertThat(lab.stored(id).segments()).isEmpty();
        lab.restart(Duration.ofSeconds(1));
        lab.pass(1);
        lab.change(id, State.STOPPED);
        lab.pass(10);
        assertThat(lab.session(id).state()).isEqualTo(State.STOPPED);
        assertThat(lab.stored(id).state()).isEqualTo(State.STOPPED);
        assertThat(lab.cameras.getFirst().connected()).isFalse();
    }

    @Test
    void refusedChangeOfASessionThatAnotherRecordsIsNotWrittenLaterOverIt() throws Exception {
        Lab lab = lab(1);
        SessionFolder other = SessionFolder.create(root, Session.named("by the other", Lab.NOON));
        lab.engine().look();
        UUID id = other.session().id();
        other.claim();
        assertThatThrownBy(() -> Lab.get(lab.engine().edit(id, "mine now", lab.plan())))
                .isInstanceOf(Refusal.class);
        other.update(session -> session.noting(Lab.NOON, "theirs"));
        other.release();
        Lab.get(lab.engine().mark(id, new Marker(UUID.randomUUID(), Lab.NOON, "mark", "#ffffff")));
        assertThat(lab.stored(id).name()).isEqualTo("by the other");
        assertThat(lab.stored(id).journal()).hasSize(1);
        assertThat(lab.stored(id).markers()).hasSize(1);
    }

    @Test
    void recordingThatEndsInOrderWhileItIsLookedAtIsNotTakenForOneThatDied() throws Exception {
        SessionFolder other = SessionFolder.create(root,
                Session.named("by the other", Lab.NOON).withState(State.STARTED));
        List<Runnable> later = new ArrayList<>();
        SessionEngine engine = new SessionEngine(root, new Rig(List.of()), EngineSettings.DEFAULT,
                FeedClock.SYSTEM, later::add);
        other.update(session -> session.withState(State.STOPPED));
        later.forEach(Runnable::run);
        assertThat(SessionFolder.open(other.path()).session().journal()).isEmpty();
        assertThat(engine.session(other.session().id()).orElseThrow().session().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void clockStepsMoveScheduleButNotLimitsAndAreSaid() {
        Lab lab = lab(1);
        UUID scheduled = lab.plan("by the clock", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(1800)),
                Optional.of(Lab.NOON.plusSeconds(7200))));
        UUID limited = lab.plan("by time", lab.plan().withTimes(Optional.empty(),
                Optional.of(Lab.NOON.plusSeconds(86_400))).withLimits(new Session.Limits(100, 0)));
        lab.change(scheduled, State.SCHEDULED);
        lab.change(limited, State.STARTED);
        lab.pass(10);
        lab.step(Duration.ofHours(1));
        lab.pass(1);
        assertThat(lab.session(scheduled).state()).isEqualTo(State.STARTED);
        assertThat(journal(lab.session(scheduled)).getFirst()).contains("set forward by 1 h");
        assertThat(lab.session(limited).state()).as("an hour of the clock is no hour of recording")
                .isEqualTo(State.STARTED);
        lab.step(Duration.ofHours(-1));
        lab.pass(10);
        assertThat(lab.session(scheduled).state()).as("started once, not again and not ended")
                .isEqualTo(State.STARTED);
        assertThat(lab.session(scheduled).spans()).hasSize(1);
        lab.pass(100);
        assertThat(lab.session(limited).state()).isEqualTo(State.STOPPED);
        lab.step(Duration.ofHours(2));
        lab.pass(1);
        assertThat(lab.session(scheduled).state()).isEqualTo(State.STOPPED);
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
        assertThat(journal(session)).containsExactly("Stopped. The time limit of 10 s is reached.");
        assertThat(session.segments()).hasSize(2).allSatisfy(segment -> assertThat(segment.end()).isPresent());

        UUID bySize = lab.plan("size", lab.plan().withLimits(new Session.Limits(0, 1)));
        lab.change(bySize, State.STARTED);
        lab.pass(400);
        assertThat(lab.session(bySize).state()).isEqualTo(State.STARTED);
        for (int i = 0; i < 2400; i++) {
            lab.cameras.getFirst().frame();
        }
        for (int tries = 0; tries < 10_000 && lab.session(bySize).state() == State.STARTED; tries++) {
            // The recorder writes on a thread of its own.
            LockSupport.parkNanos(1_000_000);
            lab.engine().tick();
        }
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
    void twoProgramsOnOneRootCannotHarmEachOther() throws IOException {
        Lab lab = lab(1);
        UUID id = lab.plan("shared", lab.plan());
        Lab other = new Lab(root, 1);
        assertThat(other.session(id).name()).isEqualTo("shared");
        lab.change(id, State.STARTED);
        lab.pass(1);
        other.engine().look();
        assertThat(other.session(id).state()).isEqualTo(State.STARTED);
        assertThatThrownBy(() -> other.change(id, State.STANDBY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Lab.get(other.engine().delete(id))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Lab.get(other.engine().edit(id, "mine", Session.Plan.NONE)))
                .isInstanceOf(Refusal.class);
        lab.change(id, State.STOPPED);
        other.engine().look();
        assertThat(other.session(id).state()).isEqualTo(State.STOPPED);
        Lab.get(other.engine().edit(id, "renamed", lab.plan()));
        lab.engine().look();
        assertThat(lab.session(id).name()).isEqualTo("renamed");
        assertThat(lab.session(id).segments()).hasSize(1);
        other.close();
    }

    @Test
    void whatIsDeletedLiesInTheTrashAndWhatMakesNoSenseIsRefused() throws IOException {
        Lab lab = lab(1);
        UUID id = lab.plan("gone", lab.plan());
        lab.change(id, State.STARTED);
        assertThatThrownBy(() -> Lab.get(lab.engine().delete(id))).hasMessageContaining("Stop it first");
        assertThatThrownBy(() -> lab.change(id, State.SCHEDULED)).hasMessageContaining("Stop it first");
        lab.pass(1);
        lab.change(id, State.STOPPED);
        Lab.get(lab.engine().delete(id));
        assertThat(lab.engine().session(id)).isEmpty();
        assertThat(root.resolve(".trash").resolve("gone").resolve("segment-001.bin")).exists();
        UUID bare = lab.plan("bare", Session.Plan.NONE);
        assertThatThrownBy(() -> lab.change(bare, State.STANDBY)).hasMessageContaining("no camera");
        assertThatThrownBy(() -> lab.change(bare, State.SCHEDULED)).hasMessageContaining("no start");
        assertThatThrownBy(() -> lab.plan("", Session.Plan.NONE)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> lab.change(UUID.randomUUID(), State.STARTED)).isInstanceOf(Refusal.class);
        assertThat(lab.session(bare).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void closingCompletesWhatRunsAndKeepsTheScheduleThatIsNotOver() throws IOException {
        Lab lab = lab(1);
        UUID byHand = lab.plan("by hand", lab.plan());
        UUID planned = lab.plan("planned", lab.plan().withTimes(Optional.of(Lab.NOON),
                Optional.of(Lab.NOON.plusSeconds(86_400))));
        lab.change(byHand, State.STARTED);
        lab.change(planned, State.SCHEDULED);
        lab.pass(3);
        Lab.get(lab.engine().mark(byHand, new Marker(UUID.randomUUID(), lab.now(), "here", "#ff0000")));
        lab.engine().close();
        assertThat(lab.stored(byHand).state()).isEqualTo(State.STOPPED);
        assertThat(lab.stored(byHand).markers()).hasSize(1);
        assertThat(lab.stored(byHand).segments().getFirst().end()).isPresent();
        assertThat(lab.stored(planned).state()).isEqualTo(State.SCHEDULED);
        lab.restart(Duration.ofMinutes(5));
        lab.pass(1);
        assertThat(lab.session(planned).state()).isEqualTo(State.STARTED);
        assertThat(lab.session(planned).spans()).hasSize(2);
        // The recorder enters its segment on its own thread.
        for (int tries = 0; tries < 4000 && lab.session(planned).segments().size() < 2; tries++) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(lab.session(planned).segments()).hasSize(2);
    }
}
