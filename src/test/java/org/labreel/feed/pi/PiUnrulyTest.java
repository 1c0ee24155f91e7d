package org.labreel.feed.pi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FakeFeed;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.Heard;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;

/** The client at cameras that say anything, also what was never asked, and hang up at any moment. */
class PiUnrulyTest {
    private static final FeedLimits QUICK = new FeedLimits(Duration.ofSeconds(10), Duration.ofSeconds(2),
            Duration.ofSeconds(60), Duration.ofMillis(5), Duration.ofMillis(40), 500_000, Duration.ofSeconds(1));
    private static final PiCodec CODEC = new PiCodec(PiDialect.DEFAULT);
    private static final List<String> PICKLES = List.of("cos\nsystem\n(S'touch /tmp/labreel'\ntR.", "(ios\nsystem\n.",
            "Pperson\n.", "\u0080\u0002}.", "(dp0\ng0\ng0\ns.", "I99999999999999999999999999\n.", "(".repeat(9000),
            "N");
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void stop() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void whateverACameraSaysAndWheneverItGoesTheNextOneIsShown() throws Exception {
        long seed = System.nanoTime();
        Bytes good = PictureEncoder.png(new Picture(5, 3));
        List<FakeFeed.Script> scripts = new ArrayList<>();
        IntStream.range(0, 25).mapToObj(i -> new Random(seed + i)).forEach(random -> scripts.add(peer -> {
            for (int said = random.nextInt(30); said > 0; said--) {
                peer.write(anything(random));
            }
            byte[] last = anything(random);
            peer.write(Arrays.copyOf(last, random.nextInt(last.length)));
            throw new IllegalStateException("reset");
        }));
        scripts.add(peer -> peer.write(CODEC.encode(PiSignals.message(new PiSignal.Frame(good), PiDialect.DEFAULT))));
        Heard heard = new Heard();
        PiDesk desk = new PiDesk();
        try (FakeFeed camera = new FakeFeed(scripts.toArray(FakeFeed.Script[]::new));
                PiCameraSource source = new PiCameraSource(VERTX,
                        new PiAddress("127.0.0.1", camera.address().getPort()), desk, QUICK, FeedClock.SYSTEM,
                        PiDialect.DEFAULT)) {
            source.start(heard);
            Patience.until("the good frame, seed " + seed, () -> heard.payloads().stream().anyMatch(each -> is(each,
                    good)));
            assertThat(camera.accepted()).as("seed %d", seed).isEqualTo(26);
            desk.state().error().ifPresent(words -> assertThat(words.length()).isLessThan(300));
        }
    }

    private static boolean is(Bytes payload, Bytes picture) {
        try {
            return EventCodec.decode(payload) instanceof DeviceEvent.Image image && image.data().equals(picture);
        } catch (Exception _) {
            return false;
        }
    }

    private static byte[] anything(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> pickled(random.nextInt(256), PICKLES.get(random.nextInt(PICKLES.size())));
            case 1 -> said(new PiSignal.RecordingStopped());
            case 2 -> said(new PiSignal.SaveFinished("x".repeat(10_000)));
            case 3 -> said(new PiSignal.CameraError("no\n".repeat(10_000)));
            case 4 -> said(new PiSignal.Brightness(random.nextInt()));
            case 5 -> said(new PiSignal.Frame(hugePng(random)));
            case 6 -> new byte[]{0, 0, 0, 2, (byte) random.nextInt(256), (byte) random.nextInt(256)};
            default -> said(new PiSignal.Status(CameraStatus.RECORDING));
        };
    }

    /** A header that claims any size, and nothing behind it. */
    private static Bytes hugePng(Random random) {
        byte[] png = new byte[40];
        random.nextBytes(png);
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        System.arraycopy(head, 0, png, 0, head.length);
        return Bytes.wrap(png);
    }

    private static byte[] said(PiSignal signal) {
        return CODEC.encode(PiSignals.message(signal, PiDialect.DEFAULT));
    }

    private static byte[] pickled(int command, String pickle) {
        byte[] text = pickle.getBytes(StandardCharsets.UTF_16BE);
        return ByteBuffer.allocate(11 + text.length).putInt(7 + text.length).put((byte) command)
                .put((byte) 1).put((byte) 1).putInt(text.length).put(text).array();
    }
}
