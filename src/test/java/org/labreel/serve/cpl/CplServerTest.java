package org.labreel.serve.cpl;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.labreel.Patience;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Heard;
import org.labreel.feed.Source;
import org.labreel.feed.cpl.CplAddress;
import org.labreel.feed.cpl.CplMessage;
import org.labreel.feed.cpl.CplSource;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureEncoder;
import org.labreel.picture.PixelFormat;
import org.labreel.serve.AllowedAddresses;

/** A source served as a remote recorder: the rules of the real one, byte by byte where it matters. */
class CplServerTest {
    private static Vertx vertx;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** A source that sends what the test says. */
    private static final class Camera implements Source {
        private volatile FeedListener listener = new Heard();

        @Override
        public String address() {
            return "test";
        }

        @Override
        public void start(FeedListener hearer) {
            listener = hearer;
        }

        void frame(int grey, int width, int height, Instant time) throws Exception {
            Picture picture = new Picture(width, height);
            for (int i = 0; i < width * height; i++) {
                picture.pixels().putInt(4 * i, grey << 24 | grey << 16 | grey << 8 | 0xFF);
            }
            DeviceEvent.Image image = new DeviceEvent.Image(Optional.of(time), PictureEncoder.png(picture));
            listener.message(new RawMessage(EventCodec.encode(image), FeedClock.SYSTEM.now()));
        }

        void lost() {
            listener.status(new FeedStatus(FeedStatus.State.WAITING, "gone", 1));
        }

        @Override
        public void close() {
            listener = new Heard();
        }
    }

    private static CplSettings settings(PixelFormat format, int buffered, int players) {
        return new CplSettings(0, AllowedAddresses.THIS_COMPUTER, format, buffered, players);
    }

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void playerGetsTheRecordingItsFramesAndItsEndAndMustAskAgain() throws Exception {
        Camera camera = new Camera();
        try (CplServer server = CplServer.start(vertx, settings(PixelFormat.GRAY, 5, 1), camera);
                FakePlayer player = new FakePlayer(server.port())) {
            player.play();
            Patience.until(server::watched);
            camera.frame(77, 8, 4, NOON);
            assertThat(player.next()).isEqualTo(new CplMessage.StartedRecording("gray", 8, 4, 0));
            CplMessage.Image first = (CplMessage.Image) player.next();
            assertThat(first.planeBytes()).containsExactly(32, 0, 0, 0);
            assertThat(first.lineBytes()).containsExactly(8, 0, 0, 0);
            assertThat(first.t()).hasValue(0);
            assertThat(first.count()).hasValue(1);
            assertThat(first.pixels().toArray()).containsOnly(77);
            camera.frame(78, 8, 4, NOON.plusMillis(40));
            assertThat(((CplMessage.Image) player.next()).t()).hasValue(0.04);

            camera.lost();
            assertThat(player.next()).isInstanceOf(CplMessage.StoppedRecording.class);
            camera.frame(79, 8, 4, NOON.plusMillis(80));
            assertThat(player.silent()).isTrue();
            player.play();
            assertThat(player.next()).isInstanceOf(CplMessage.StartedRecording.class);
            camera.frame(80, 8, 4, NOON.plusMillis(120));
            assertThat(((CplMessage.Image) player.next()).count()).hasValue(2);
            player.stop();
            assertThat(player.next()).isInstanceOf(CplMessage.StoppedPlaying.class);
            camera.frame(81, 8, 4, NOON.plusMillis(160));
            assertThat(player.silent()).isTrue();
        }
    }

    @Test
    void framesOfAnotherSizeAreAnotherRecording() throws Exception {
        Camera camera = new Camera();
        try (CplServer server = CplServer.start(vertx, settings(PixelFormat.GRAY, 5, 1), camera);
                FakePlayer player = new FakePlayer(server.port())) {
            player.play();
            Patience.until(server::watched);
            camera.frame(1, 8, 4, NOON);
            player.until(CplMessage.Image.class);
            camera.frame(2, 16, 8, NOON);
            assertThat(player.next()).isInstanceOf(CplMessage.StoppedRecording.class);
            player.play();
            assertThat(player.next()).isEqualTo(new CplMessage.StartedRecording("gray", 16, 8, 0));
        }
    }

    @Test
    void secondQuestionIsAnExceptionThatKeepsTheConnection() throws Exception {
        Camera camera = new Camera();
        try (CplServer server = CplServer.start(vertx, settings(PixelFormat.GRAY, 5, 1), camera);
                FakePlayer player = new FakePlayer(server.port())) {
            player.play().play();
            assertThat(player.next()).isInstanceOf(CplMessage.Failure.class);
            player.say("[\"stopped_playing\", null]");
            assertThat(player.next()).isInstanceOf(CplMessage.StoppedPlaying.class);
        }
    }

    @Test
    void whatIsMalformedIsAnsweredInWordsAndHarmsNobody() throws Exception {
        try (CplServer server = CplServer.start(vertx, settings(PixelFormat.GRAY, 5, 2), new Camera());
                FakePlayer good = new FakePlayer(server.port());
                FakePlayer bad = new FakePlayer(server.port())) {
            bad.say("- [");
            bad.say("!!python/object/apply:os.system [ls]");
            bad.say("[image, 3]");
            bad.say("[hello, null]");
            for (int i = 0; i < 4; i++) {
                assertThat(bad.next()).isInstanceOf(CplMessage.Failure.class);
            }
            bad.write(ByteBuffer.allocate(8).putInt(20).putInt(Integer.MAX_VALUE).array());
            assertThat(bad.next()).isInstanceOfSatisfying(CplMessage.Failure.class,
                    failure -> assertThat(failure.text()).contains("2147483647 bytes of pixels"));
            assertThat(bad.ended()).isTrue();
            good.stop();
            assertThat(good.next()).isInstanceOf(CplMessage.StoppedPlaying.class);
        }
    }

    @Test
    @SuppressWarnings("try")
    void oneAtATimeTheSecondWaitsInSilenceUntilTheFirstLeaves() throws Exception {
        Camera camera = new Camera();
        try (CplServer server = CplServer.start(vertx, settings(PixelFormat.GRAY, 5, 1), camera);
                FakePlayer first = new FakePlayer(server.port())) {
            first.stop();
            first.next();
            try (FakePlayer second = new FakePlayer(server.port())) {
                second.play().stop();
                assertThat(second.silent()).isTrue();
                first.close();
                assertThat(second.next()).isInstanceOf(CplMessage.StoppedPlaying.class);
            }
        }
    }

    @Test
    void playerThatReadsNothingLosesImagesAndStallsNobody() throws Exception {
        Camera camera = new Camera();
        int sent = 60;
        try (CplServer server = CplServer.start(vertx, settings(PixelFormat.RGBA, 5, 2), camera);
                FakePlayer lazy = new FakePlayer(server.port());
                FakePlayer keen = new FakePlayer(server.port())) {
            lazy.play();
            keen.play();
            Patience.until(() -> server.figures().playing() == 2);
            for (int i = 0; i < sent; i++) {
                camera.frame(i, 400, 400, NOON.plusMillis(i));
                List<CplMessage> got = keen.until(CplMessage.Image.class);
                assertThat(((CplMessage.Image) got.getLast()).count()).hasValue(i + 1);
            }
            Patience.until(() -> server.figures().frames().skippedHere() > sent / 3);
            // What it gets in the end is in order, and shows by its count what it missed.
            lazy.until(CplMessage.Image.class);
            long last = 1;
            long missed = 0;
            for (int i = 0; i < 5; i++) {
                long count = ((CplMessage.Image) lazy.until(CplMessage.Image.class).getLast()).count().orElseThrow();
                assertThat(count).isGreaterThan(last);
                missed += count - last - 1;
                last = count;
            }
            assertThat(missed).isNotNegative();
            assertThat(server.figures().connected()).isEqualTo(2);
        }
    }

    @Test
    void playerThatTakesNothingIsLetGoSoThatTheNextHasItsPlace() throws Exception {
        Camera camera = new Camera();
        CplSettings settings = new CplSettings(0, AllowedAddresses.THIS_COMPUTER, PixelFormat.RGBA, 5, 1, 1);
        try (CplServer server = CplServer.start(vertx, settings, camera);
                FakePlayer lazy = new FakePlayer(server.port());
                FakePlayer next = new FakePlayer(server.port())) {
            lazy.play();
            Patience.until(() -> server.figures().playing() == 1);
            next.play();
            Patience.until(() -> server.figures().connected() == 2);
            // Until it stands still for good: the first images may all find room on the way.
            for (int i = 0; server.figures().connected() == 2; i++) {
                assertThat(i).as("frames that none of the two was let go for").isLessThan(100_000);
                camera.frame(i & 0xFF, 1000, 1000, NOON.plusMillis(i));
            }
            assertThat(next.next()).isInstanceOf(CplMessage.StartedRecording.class);
        }
    }

    @Test
    void callersFromElsewhereAreTurnedAwayUnlessListed() {
        assertThat(AllowedAddresses.THIS_COMPUTER.bind()).isEqualTo("127.0.0.1");
        AllowedAddresses listed = AllowedAddresses.of(List.of("192.0.2.0/24"));
        assertThat(listed.bind()).isEqualTo("0.0.0.0");
        assertThat(listed.admits(java.net.InetAddress.ofLiteral("192.0.2.9"))).isTrue();
        assertThat(listed.admits(java.net.InetAddress.ofLiteral("192.0.3.9"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void ourOwnPlayerSeesWhatTheSourceShowed(PixelFormat format) throws Exception {
        Camera camera = new Camera();
        try (CplServer server = CplServer.start(vertx, settings(format, 0, 1), camera);
                CplSource source = new CplSource(vertx, CplAddress.parse(server.address() + "?format=png"))) {
            Heard heard = new Heard();
            source.start(heard);
            Patience.until(server::watched);
            for (int i = 0; i < 3; i++) {
                camera.frame(60 + 70 * i, 31, 17, NOON.plusMillis(100L * i));
            }
            heard.awaitMessages(4);
            try (PictureDecoder decoder = PictureDecoder.best()) {
                for (int i = 0; i < 3; i++) {
                    DeviceEvent.Image image = (DeviceEvent.Image) EventCodec.decode(heard.payloads().get(i + 1));
                    int grey = decoder.decode(image.data(), Optional.empty()).pixels().get(700) & 0xFF;
                    assertThat(grey).isCloseTo(60 + 70 * i, org.assertj.core.data.Offset.offset(
                            format == PixelFormat.RGB565LE ? 4 : 1));
                }
            }
            assertThat(heard.losses).isEmpty();
        }
    }

    @Test
    void simulatorRecordsPausesAndRecordsAgainForWhoeverAsks() throws Exception {
        SimulatedRecorder.Settings settings = new SimulatedRecorder.Settings(settings(PixelFormat.YUV420P, 5, 1), 160,
                120, 60, Duration.ofMillis(300), Duration.ofMillis(100));
        try (SimulatedRecorder recorder = SimulatedRecorder.start(vertx, settings);
                CplSource source = new CplSource(vertx, CplAddress.parse(recorder.address()))) {
            Heard heard = new Heard();
            source.start(heard);
            heard.await(() -> heard.statuses.stream().filter(each -> each.text().contains("records 160x120 yuv420p"))
                    .count() >= 2);
            heard.awaitStatus(status -> status.text().contains("has ended; waiting for the next one"));
            heard.await(() -> source.figures().recorded() > 10);
        }
    }

    @Test
    void frameThatIsBeingDrawnWhenThePauseBeginsStartsNoRecording() throws Exception {
        SimulatedRecorder.Settings settings = new SimulatedRecorder.Settings(settings(PixelFormat.GRAY, 5, 1), 640, 480,
                240, Duration.ofSeconds(1), Duration.ofSeconds(6));
        try (SimulatedRecorder recorder = SimulatedRecorder.start(vertx, settings);
                FakePlayer player = new FakePlayer(URI.create(recorder.address()).getPort())) {
            player.play().until(CplMessage.StoppedRecording.class);
            assertThat(player.play().silent()).as("it pauses").isTrue();
        }
    }
}
