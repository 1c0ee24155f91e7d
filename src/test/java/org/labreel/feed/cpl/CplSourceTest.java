package org.labreel.feed.cpl;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;
import org.labreel.codec.EventCodec;
import org.labreel.codec.MalformedEventException;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Heard;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.picture.PictureDecoder;

/** The player against recorders that keep the rules, and those that do not. */
class CplSourceTest {
    /** Patient enough for a busy machine where nothing is to happen. */
    private static final FeedLimits PATIENT = limits(Duration.ofSeconds(20));
    private static final FeedLimits IMPATIENT = limits(Duration.ofMillis(120));

    private static Vertx vertx;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static FeedLimits limits(Duration silence) {
        return new FeedLimits(Duration.ofSeconds(5), Duration.ofSeconds(3), silence, Duration.ofMillis(20),
                Duration.ofMillis(100), 16 << 20, Duration.ofSeconds(1));
    }

    @Test
    void everyRecordingIsAskedForAnewAndEachFrameBecomesAnImage() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            for (int round = 0; round < 2; round++) {
                peer.expect("started_playing");
                peer.starts();
                peer.frame(40 + round, 0.5, 1);
                peer.frame(50 + round, 0.6, 2);
                peer.send(new CplMessage.StoppedRecording());
            }
            peer.expect("started_playing");
        }); CplSource source = source(recorder, PATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.await(() -> images(heard).size() == 4);
            Patience.until(() -> recorder.heard.size() == 3);

            assertThat(recorder.heard).containsExactly("started_playing", "started_playing", "started_playing");
            assertThat(images(heard)).extracting(CplSourceTest::grey).containsExactly(40, 50, 41, 51);
            assertThat(transforms(heard)).hasSize(2).allSatisfy(each -> {
                assertThat(each.transform()).isEmpty();
                assertThat(List.of(each.imageWidth(), each.imageHeight())).containsExactly(16, 8);
            });
            assertThat(heard.statuses).extracting(FeedStatus::text)
                    .anySatisfy(text -> assertThat(text).contains("records 16x8 gray, 29.97 frames/s"))
                    .anySatisfy(text -> assertThat(text).contains("has ended; waiting for the next one"));
            assertThat(heard.losses).isEmpty();
            CplFigures figures = source.figures();
            assertThat(figures.recorded()).isEqualTo(4);
            assertThat(figures.recording()).isFalse();
            assertThat(figures.frames()).isEqualTo("16x8 gray, 29.97 frames/s");
            assertThat(figures.storedBytes()).isPositive();
        }
    }

    @Test
    void framesAreAsFarApartAsTheStreamSaysAndKeepItsWords() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            peer.frame(1, 0.033366700033366704, 1);
            peer.frame(2, 0.06673340006673341, 2);
            peer.frame(3, 1.5, 3);
        }); CplSource source = source(recorder, PATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.await(() -> images(heard).size() == 3);

            List<DeviceEvent.Image> images = images(heard);
            Instant first = images.getFirst().time().orElseThrow();
            assertThat(first).isEqualTo(heard.messages.getFirst().arrival().wall());
            assertThat(Duration.between(first, images.get(1).time().orElseThrow()))
                    .isEqualTo(Duration.ofNanos(33_366_700));
            assertThat(Duration.between(first, images.get(2).time().orElseThrow()))
                    .isEqualTo(Duration.ofNanos(1_466_633_300));
            assertThat(new String(images.getFirst().data().toArray(), StandardCharsets.ISO_8859_1))
                    .contains("cpl_media gray\ncount: 1\nt: 0.033366700033366704\n");
        }
    }

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
        try (CplSource source = new CplSource(vertx, address, PATIENT, FeedClock.SYSTEM)) {
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

    @Test
    void framesThatTheRecorderLeftOutAreCountedByItsOwnCount() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            peer.frame(1, 0, 1);
            peer.frame(2, 0.1, 2);
            peer.frame(3, 0.5, 6);
        }); CplSource source = source(recorder, PATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.await(() -> images(heard).size() == 3);
            assertThat(source.figures().skippedThere()).isEqualTo(3);
            heard.await(() -> heard.losses.stream().anyMatch(loss -> loss.count() == 3
                    && loss.detail().contains("by its own count")));
        }
    }

    @Test
    void whateverComesIsDrainedAndWhatIsTooMuchIsCounted() throws Exception {
        int sent = 400;
        CountDownLatch drained = new CountDownLatch(1);
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            for (int i = 1; i <= sent; i++) {
                peer.frame(i % 256, i / 30.0, i);
            }
            drained.countDown();
        })) {
            CplAddress few = new CplAddress("127.0.0.1", recorder.address().port(), CplAddress.Picture.JPEG, 50, 5, 3);
            try (CplSource source = new CplSource(vertx, few, PATIENT, FeedClock.SYSTEM)) {
                CountDownLatch go = new CountDownLatch(1);
                Heard slow = new Heard() {
                    @Override
                    public void message(RawMessage message) {
                        try {
                            go.await();
                        } catch (InterruptedException _) {
                            Thread.currentThread().interrupt();
                        }
                        super.message(message);
                    }
                };
                source.start(slow);
                drained.await();
                Patience.until(() -> source.figures().skippedHere() >= sent - 10);
                go.countDown();
                Patience.until(() -> source.figures().recorded() + source.figures().skippedHere() == sent);
                slow.await(() -> slow.losses.stream().filter(loss -> loss.detail().contains("could encode"))
                        .mapToLong(Loss::count).sum() == source.figures().skippedHere());
            }
        }
    }

    @Test
    void pngKeepsEveryBit() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            for (int grey = 0; grey < 256; grey += 51) {
                peer.frame(grey, grey / 100.0, grey + 1);
            }
        })) {
            CplAddress png = CplAddress.parse(recorder.address() + "?format=png");
            try (CplSource source = new CplSource(vertx, png, PATIENT, FeedClock.SYSTEM)) {
                Heard heard = new Heard();
                source.start(heard);
                heard.await(() -> images(heard).size() == 6);
                assertThat(images(heard)).extracting(CplSourceTest::grey).containsExactly(0, 51, 102, 153, 204, 255);
            }
        }
    }

    @Test
    void whoClosesSaysGoodbye() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            peer.expect("stopped_playing");
        })) {
            CplSource source = source(recorder, PATIENT);
            Heard heard = new Heard();
            source.start(heard);
            heard.awaitStatus(status -> status.text().contains("records"));
            source.close();
            source.close();
            Patience.until(() -> recorder.heard.contains("stopped_playing"));
        }
    }

    private static CplSource source(FakeRecorder recorder, FeedLimits limits) {
        return new CplSource(vertx, recorder.address(), limits, FeedClock.SYSTEM);
    }

    private static List<DeviceEvent.Image> images(Heard heard) {
        return events(heard, DeviceEvent.Image.class);
    }

    private static List<DeviceEvent.ImageTransform> transforms(Heard heard) {
        return events(heard, DeviceEvent.ImageTransform.class);
    }

    private static <T extends DeviceEvent> List<T> events(Heard heard, Class<T> kind) {
        List<T> out = new ArrayList<>();
        for (RawMessage message : heard.messages) {
            try {
                DeviceEvent event = EventCodec.decode(message.payload());
                if (kind.isInstance(event)) {
                    out.add(kind.cast(event));
                }
            } catch (MalformedEventException e) {
                throw new AssertionError(e);
            }
        }
        return out;
    }

    private static int grey(DeviceEvent.Image image) {
        try (PictureDecoder decoder = PictureDecoder.best()) {
            return decoder.decode(image.data(), Optional.empty()).pixels().get(0) & 0xFF;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
