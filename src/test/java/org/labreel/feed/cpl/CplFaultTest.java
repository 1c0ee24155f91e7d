package org.labreel.feed.cpl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Heard;
import org.labreel.model.Loss;

/** The player against recorders that are busy, idle, silent or dead, and those that break the rules. */
class CplFaultTest extends OnPlayer {
    @Test
    void recorderThatServesAnotherPlayerIsWaitedForAndSaid() throws Exception {
        CountDownLatch said = new CountDownLatch(1);
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            said.await();
            peer.expect("started_playing");
            peer.expect("stopped_playing");
            peer.send(new CplMessage.StoppedPlaying());
            peer.expect("started_playing");
            peer.starts();
            peer.frame(9, 0, 1);
        }); CplSource source = source(recorder, IMPATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.awaitStatus(status -> status.text().contains("another player may be connected there"));
            said.countDown();
            heard.await(() -> images(heard).size() == 1);

            assertThat(heard.losses).filteredOn(loss -> loss.cause() != Loss.Cause.SILENCE).isEmpty();
        }
    }

    @Test
    void idleRecorderIsToldApartFromASilentOne() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.expect("stopped_playing");
            peer.send(new CplMessage.StoppedPlaying());
            peer.expect("started_playing");
            peer.starts();
        }); CplSource source = source(recorder, IMPATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.awaitStatus(status -> status.text().contains("nothing is being recorded there"));
            heard.awaitStatus(status -> status.text().contains("records 16x8"));
        }
    }

    @Test
    void exceptionOfTheRecorderIsShownAndSurvived() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            peer.text("- exception\n- - Cannot start playing twice\n  - \"Traceback:\\n  x\\n\"\n");
            peer.frame(70, 0.1, 1);
        }); CplSource source = source(recorder, PATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.await(() -> images(heard).size() == 1);

            assertThat(heard.statuses).extracting(FeedStatus::text)
                    .anySatisfy(text -> assertThat(text).endsWith("which reports: Cannot start playing twice"));
            assertThat(recorder.accepted()).isEqualTo(1);
            assertThat(heard.losses).isEmpty();
        }
    }

    @Test
    void recordingThatEndsWhileItIsAskedForLifeIsNotAskedForTwice() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            peer.expect("stopped_playing");
            peer.send(new CplMessage.StoppedRecording());
            peer.send(new CplMessage.StoppedPlaying());
            peer.expect("started_playing");
            peer.starts();
            peer.frame(5, 0, 1);
            // The next thing said is the end of patience, not a second question.
            peer.expect("stopped_playing");
        }); CplSource source = source(recorder, IMPATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.await(() -> images(heard).size() == 1);
            heard.awaitStatus(status -> status.text().endsWith("no frames arrive"));
            Patience.until(() -> recorder.heard.size() == 4);
            assertThat(recorder.heard).containsExactly("started_playing", "stopped_playing", "started_playing",
                    "stopped_playing");
        }
    }

    @Test
    void recorderThatAnsweredBeforeAndAnswersNoMoreIsLeft() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            peer.frame(1, 0, 1);
        }); CplSource source = source(recorder, IMPATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.awaitStatus(status -> status.state() == FeedStatus.State.WAITING
                    && status.text().contains("is dead: the recorder does not answer"));
            heard.awaitLoss(Loss.Cause.SILENCE);
            heard.awaitLoss(Loss.Cause.RECONNECT);
            heard.await(() -> images(heard).size() >= 2);
            assertThat(images(heard)).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void messagesThatCannotBeReadCostThemselvesOnly() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            peer.text("- [");
            peer.text("!!python/object/apply:os.system [\"touch /tmp/owned\"]");
            peer.text("[image, [[1, 0, 0, 0], gray, [16, 8], [16, 0, 0, 0], {t: 0}]]");
            peer.frame(30, 0, 1);
        }); CplSource source = source(recorder, PATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.await(() -> images(heard).size() == 1);
            heard.await(() -> heard.losses.stream().mapToLong(Loss::count).sum() >= 1);
            Patience.until(() -> source.figures().skippedHere() == 3);
            assertThat(heard.losses).allMatch(loss -> loss.cause() == Loss.Cause.UNREADABLE_MESSAGE);
            assertThat(recorder.accepted()).isEqualTo(1);
        }
    }

    @Test
    void claimOverTheLimitEndsTheConnectionInWords() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.write(ByteBuffer.allocate(8).putInt(20).putInt(Integer.MAX_VALUE).array());
        }); CplSource source = source(recorder, PATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.awaitLoss(Loss.Cause.OVERLONG_MESSAGE);
            heard.awaitStatus(status -> status.text().contains("claims 2147483647 bytes of pixels"));
            Patience.until(() -> recorder.accepted() >= 2);
        }
    }

    @Test
    void recorderThatIsKilledAndComesBackIsPlayedOnAndTheGapIsTold() throws Exception {
        FakeRecorder.Script script = peer -> {
            peer.expect("started_playing");
            peer.starts();
            peer.frame(20, 0, 1);
            peer.write(new byte[]{0, 0, 0, 99, 0});
        };
        FakeRecorder first = new FakeRecorder(0, script);
        CplAddress address = first.address();
        try (CplSource source = source(address, PATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.await(() -> images(heard).size() == 1);
            first.kill();
            heard.awaitStatus(status -> status.state() == FeedStatus.State.WAITING);
            try (FakeRecorder _ = new FakeRecorder(address.port(), script)) {
                heard.await(() -> images(heard).size() == 2);
                heard.awaitLoss(Loss.Cause.RECONNECT);
            }
        }
    }
}
