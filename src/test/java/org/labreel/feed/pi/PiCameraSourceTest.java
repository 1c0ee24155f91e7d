package org.labreel.feed.pi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FakeFeed;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Heard;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;

/** The client against a camera on a plain socket that does as its script says, right or wrong. */
class PiCameraSourceTest {
    private static final FeedLimits QUICK = new FeedLimits(Duration.ofSeconds(10), Duration.ofSeconds(2),
            Duration.ofSeconds(60), Duration.ofMillis(5), Duration.ofMillis(40), 500_000, Duration.ofSeconds(1));
    private static final FeedLimits IMPATIENT = new FeedLimits(Duration.ofMillis(300), Duration.ofSeconds(2),
            Duration.ofMillis(200), Duration.ofMillis(5), Duration.ofMillis(40), 500_000, Duration.ofSeconds(1));
    private static final PiCodec CODEC = new PiCodec(PiDialect.DEFAULT);

    private static final Vertx VERTX = Vertx.vertx();

    private final PiDesk desk = new PiDesk();
    private final Heard heard = new Heard();

    @AfterAll
    static void stop() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private PiCameraSource source(FakeFeed camera, FeedLimits limits) {
        return new PiCameraSource(VERTX, new PiAddress("127.0.0.1", camera.address().getPort()), desk, limits,
                FeedClock.SYSTEM, PiDialect.DEFAULT);
    }

    private static byte[] signal(PiSignal signal) {
        return CODEC.encode(PiSignals.message(signal, PiDialect.DEFAULT));
    }

    private static void greet(FakeFeed.Peer peer) throws Exception {
        peer.write(signal(new PiSignal.Status(CameraStatus.STANDING_BY)));
        peer.write(signal(new PiSignal.Brightness(50)));
        peer.write(signal(new PiSignal.Contrast(0)));
    }

    private static Bytes png(int width, int height) throws Exception {
        return PictureEncoder.png(new Picture(width, height));
    }

    @Test
    void framesBecomeImagesWithTheirSizeInFrontAndTheirArrival() throws Exception {
        Bytes first = png(40, 30);
        Bytes other = png(30, 40);
        try (FakeFeed camera = new FakeFeed(peer -> {
            greet(peer);
            peer.write(signal(new PiSignal.Frame(first)));
            peer.write(signal(new PiSignal.Frame(first)));
            peer.write(signal(new PiSignal.Frame(other)));
        }); PiCameraSource source = source(camera, QUICK)) {
            source.start(heard);
            heard.awaitMessages(5);
            assertThat(heard.payloads().stream().map(PiCameraSourceTest::event).map(DeviceEvent::kind))
                    .extracting(Enum::name)
                    .containsExactly("IMAGE_TRANSFORM", "IMAGE", "IMAGE", "IMAGE_TRANSFORM", "IMAGE");
            DeviceEvent.ImageTransform size = (DeviceEvent.ImageTransform) event(heard.payloads().get(0));
            assertThat(size.imageWidth()).isEqualTo(40);
            assertThat(size.transform()).isEmpty();
            DeviceEvent.Image image = (DeviceEvent.Image) event(heard.payloads().get(1));
            assertThat(image.data()).isEqualTo(first);
            assertThat(image.time()).contains(heard.messages.get(1).arrival().wall());
            assertThat(heard.losses).isEmpty();
        }
    }

    private static DeviceEvent event(Bytes payload) {
        try {
            return EventCodec.decode(payload);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void commandsGoOutAsQtSendsThemAndTheCameraAnswers() throws Exception {
        CompletableFuture<String> received = new CompletableFuture<>();
        try (FakeFeed camera = new FakeFeed(peer -> {
            greet(peer);
            received.complete(HexFormat.of().formatHex(peer.read(21)));
            peer.write(signal(new PiSignal.Brightness(70)));
            peer.write(signal(new PiSignal.RecordingStarted()));
            peer.write(signal(new PiSignal.SaveBegun()));
            peer.write(signal(new PiSignal.SaveFinished("run.mp4")));
            peer.write(signal(new PiSignal.CameraError("lens cap on")));
        }); PiCameraSource source = source(camera, QUICK)) {
            BlockingQueue<PiCameraState> states = new LinkedBlockingQueue<>();
            try (AutoCloseable _ = desk.onChange(() -> states.add(desk.state()))) {
                assertThat(desk.send(new PiCommand.StartRecording())).as("before it is connected").isFalse();
                source.start(heard);
                until(states, state -> state.contrast().isPresent());
                assertThat(desk.state().status()).contains(CameraStatus.STANDING_BY);
                assertThat(desk.send(new PiCommand.SetBrightness(50))).isTrue();
                until(states, state -> state.error().isPresent());
            }
        }
        assertThat(received.get(1, TimeUnit.SECONDS)).isEqualTo("00000011030101" + "0000000a" + "0049003500300"
                + "00a002e");
        assertThat(desk.state()).isEqualTo(new PiCameraState(desk.state().connected(), desk.state().status(),
                Optional.of(70), Optional.of(0), Optional.empty(), Optional.empty(), Optional.empty(),
                new PiCameraState.Saving.Done("run.mp4"), Optional.of("lens cap on")));
    }

    private static void until(BlockingQueue<PiCameraState> states, Predicate<PiCameraState> wanted)
            throws InterruptedException {
        for (PiCameraState next = poll(states); !wanted.test(next); next = poll(states)) {
            assertThat(next).isNotNull();
        }
    }

    private static PiCameraState poll(BlockingQueue<PiCameraState> states) throws InterruptedException {
        PiCameraState next = states.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("a change of the state").isNotNull();
        return next;
    }

    @Test
    void cameraThatRestartsIsFoundAgainAndTheGapIsMarked() throws Exception {
        Bytes png = png(40, 30);
        try (FakeFeed camera = new FakeFeed(peer -> {
            greet(peer);
            peer.write(signal(new PiSignal.Frame(png)));
            heard.awaitMessages(2);
            peer.reset();
        }, peer -> {
            greet(peer);
            peer.write(signal(new PiSignal.Frame(png)));
        }); PiCameraSource source = source(camera, QUICK)) {
            source.start(heard);
            heard.awaitLoss(Loss.Cause.RECONNECT);
            heard.awaitMessages(4);
            heard.awaitStatus(status -> status.state() == FeedStatus.State.WAITING
                    && status.text().contains("trying again in"));
        }
    }

    @Test
    void unreadableMessagesAreCountedAndTheFeedGoesOn() throws Exception {
        Bytes png = png(40, 30);
        try (FakeFeed camera = new FakeFeed(peer -> {
            peer.write(HexFormat.of().parseHex("00000002ff"));
            peer.write(HexFormat.of().parseHex("00"));
            // A pickle that would run a command, then one of a bad type, then a good frame.
            peer.write(CODEC.encode(PiMessage.of(PiProtocol.CAMERA_ERROR, PlainValue.of("x"))));
            peer.write(HexFormat.of().parseHex("0000000f" + "15" + "01" + "01" + "00000008" + "0063006f0073000a"));
            peer.write(HexFormat.of().parseHex("00000007" + "15" + "01" + "09" + "00000000"));
            peer.write(signal(new PiSignal.Frame(png)));
        }); PiCameraSource source = source(camera, IMPATIENT)) {
            source.start(heard);
            heard.awaitMessages(2);
            heard.awaitLoss(Loss.Cause.UNREADABLE_MESSAGE);
            assertThat(heard.losses.stream().filter(loss -> loss.cause() == Loss.Cause.UNREADABLE_MESSAGE)
                    .mapToLong(Loss::count).sum()).isEqualTo(2);
        }
    }

    @Test
    void overlongClaimIsCountedAndTheConnectionDropped() throws Exception {
        try (FakeFeed camera = new FakeFeed(peer -> {
            peer.write(HexFormat.of().parseHex("7fffffff1401"));
            peer.read(1);
        }); PiCameraSource source = source(camera, QUICK)) {
            source.start(heard);
            heard.awaitLoss(Loss.Cause.OVERLONG_MESSAGE);
            heard.awaitStatus(status -> status.text().contains("was dropped: a message claims 2147483647 bytes"));
        }
    }

    @Test
    void whatIsNoPictureIsPassedOnAsItCame() throws Exception {
        Bytes rubbish = Bytes.wrap(new byte[]{1, 2, 3});
        try (FakeFeed camera = new FakeFeed(peer -> peer.write(signal(new PiSignal.Frame(rubbish))));
                PiCameraSource source = source(camera, QUICK)) {
            source.start(heard);
            heard.awaitMessages(1);
            assertThat(((DeviceEvent.Image) event(heard.payloads().get(0))).data()).isEqualTo(rubbish);
        }
    }

    @Test
    void silentCameraThatGreetsNewClientsIsReportedOnceAndKept() throws Exception {
        CompletableFuture<FakeFeed.Peer> first = new CompletableFuture<>();
        CountDownLatch probed = new CountDownLatch(2);
        try (FakeFeed camera = new FakeFeed(peer -> {
            greet(peer);
            first.complete(peer);
        }, peer -> {
            // As the real one does: everybody is told when somebody comes.
            greet(first.get());
            greet(peer);
            probed.countDown();
        }); PiCameraSource source = source(camera, IMPATIENT)) {
            source.start(heard);
            heard.awaitStatus(status -> status.text().contains("but no frames arrive"));
            assertThat(probed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(heard.statuses).noneMatch(status -> status.state() == FeedStatus.State.WAITING);
            assertThat(heard.losses.stream().filter(loss -> loss.cause() == Loss.Cause.SILENCE)).hasSize(1);
        }
    }

    @Test
    void silentCameraThatTellsNothingIsLeft() throws Exception {
        try (FakeFeed camera = new FakeFeed(PiCameraSourceTest::greet);
                PiCameraSource source = source(camera, IMPATIENT)) {
            source.start(heard);
            heard.awaitStatus(status -> status.state() == FeedStatus.State.WAITING
                    && status.text().contains("does not answer"));
        }
    }

    @Test
    void cameraThatIsSwitchedOffSaysWhyNothingArrives() throws Exception {
        try (FakeFeed camera = new FakeFeed(
                peer -> peer.write(signal(new PiSignal.Status(CameraStatus.NOT_CONNECTED))));
                PiCameraSource source = source(camera, IMPATIENT)) {
            source.start(heard);
            heard.awaitStatus(status -> status.text().contains("its camera is not connected"));
        }
    }

    @Test
    void addressesAreReadOrRefusedInWords() {
        assertThat(PiAddress.parse("pi://bench")).isEqualTo(new PiAddress("bench", 9898));
        assertThat(PiAddress.parse(" pi://192.168.1.5:1234/ ")).isEqualTo(new PiAddress("192.168.1.5", 1234));
        assertThat(PiAddress.parse("pi://[::1]:99").hostName()).isEqualTo("::1");
        assertThatThrownBy(() -> PiAddress.parse("pi://")).hasMessageContaining("pi://host");
        assertThatThrownBy(() -> PiAddress.parse("pi://bench:99999")).hasMessageContaining("65535");
        assertThatThrownBy(() -> PiAddress.parse("pi://bench/x")).hasMessageContaining("only a host and a port");
        assertThatThrownBy(() -> PiAddress.parse("pi://be nch")).hasMessageContaining("pi://host");
    }
}
