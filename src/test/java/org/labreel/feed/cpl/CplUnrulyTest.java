package org.labreel.feed.cpl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;
import org.labreel.feed.Heard;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/** The player at recorders that lie, ask without end, and hang up at any moment. */
class CplUnrulyTest extends OnPlayer {
    private static final String SIZES = "  - [%d, 0, 0, 0]\n";

    @Test
    void recorderThatAsksWithoutEndAndReadsNothingIsLeft() throws Exception {
        byte[] asked = CplCodec.encode(new CplMessage.StoppedPlaying()).toArray();
        Heard heard = new Heard();
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            while (true) {
                peer.write(asked);
            }
        }, peer -> {
            peer.expect("started_playing");
            peer.starts();
            peer.frame(7, 0, 1);
        }); CplSource source = source(recorder, PATIENT)) {
            source.start(heard);
            heard.awaitStatus(status -> status.text().contains("asks and does not read the answers"));
            Patience.until("the frame of the next connection", () -> !images(heard).isEmpty());
        }
    }

    @Test
    void messageThatDripsAndNeverEndsIsNotWaitedFor() throws Exception {
        Heard heard = new Heard();
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.write(new byte[]{0, 0, 0, 9, 0, (byte) 0xF0, 0, 0});
            while (true) {
                peer.write(new byte[]{'-'});
                Thread.onSpinWait();
            }
        }, peer -> {
            peer.starts();
            peer.frame(7, 0, 1);
        }); CplSource source = source(recorder, IMPATIENT)) {
            source.start(heard);
            heard.awaitStatus(status -> status.text().contains("not come to its end after 1.4 s"));
            Patience.until("the frame of the next connection", () -> !images(heard).isEmpty());
        }
    }

    @Test
    void textOfFramesThatWaitIsCountedAsTheirPixelsAre() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        Heard heard = new Heard() {
            @Override
            public void message(RawMessage message) {
                Patience.until(goOn);
                super.message(message);
            }
        };
        CplAddress all = new CplAddress("127.0.0.1", 1, CplAddress.Picture.PNG, 90, 5, 0);
        try (FrameMaker maker = new FrameMaker(all, heard, new CplTally(System::nanoTime))) {
            Arrival now = new Arrival(Instant.now(), System.nanoTime());
            for (int i = 0; i < 4; i++) {
                maker.frame(FakeRecorder.image(i, i, i), 100 << 20, now);
            }
            goOn.countDown();
            heard.awaitLoss(Loss.Cause.QUEUE_OVERFLOW);
            assertThat(heard.losses.getFirst().count()).isEqualTo(1);
        }
    }

    @Test
    void whateverARecorderSaysAndWheneverItGoesTheNextOneIsPlayed() throws Exception {
        long seed = System.nanoTime();
        List<FakeRecorder.Script> scripts = new ArrayList<>();
        IntStream.range(0, 25).mapToObj(i -> new Random(seed + i)).forEach(random -> scripts.add(peer -> {
            for (int said = random.nextInt(30); said > 0; said--) {
                peer.write(anything(random));
            }
            byte[] last = anything(random);
            peer.write(Arrays.copyOf(last, random.nextInt(last.length)));
            throw new IllegalStateException("reset");
        }));
        scripts.add(peer -> {
            peer.starts();
            peer.frame(200, 0.5, 7);
        });
        Heard heard = new Heard();
        try (FakeRecorder recorder = new FakeRecorder(0, scripts.toArray(FakeRecorder.Script[]::new));
                CplSource source = source(recorder, PATIENT)) {
            source.start(heard);
            Patience.until("the last recorder is played, seed " + seed, () -> recorder.accepted() == 26);
            int before = images(heard).size();
            Patience.until("its frame has come, seed " + seed, () -> images(heard).size() > before
                    || recorder.accepted() > 26 || source.figures().recording());
            assertThat(recorder.accepted()).as("seed %d", seed).isEqualTo(26);
        }
    }

    private static byte[] anything(Random random) {
        CplMessage.Image good = FakeRecorder.image(random.nextInt(256), random.nextDouble() * 100 - 50,
                random.nextInt(100));
        return switch (random.nextInt(12)) {
            case 0 -> encoded(new CplMessage.StartedRecording("rgb24", random.nextInt(), 1 << random.nextInt(20),
                    random.nextBoolean() ? Double.NaN : -1));
            case 1 -> encoded(new CplMessage.StoppedRecording());
            case 2 -> encoded(new CplMessage.StoppedPlaying());
            case 3 -> encoded(new CplMessage.StartedPlaying());
            case 4 -> encoded(new CplMessage.Failure("no\u0007 way\n".repeat(50), ""));
            case 5 -> encoded(new CplMessage.Unknown("surprise"));
            case 6 -> image(0, 0, 0, 0, ".nan");
            case 7 -> image(65_535, 65_535, 65_535, 128, "-1e300");
            case 8 -> image(16, 8, 16, 127, "1");
            case 9 -> image(1 << 30, 8, 1 << 30, 128, "[1]");
            case 10 -> new byte[]{0, 0, 0, 3, 0, 0, 0, 0, '[', '*', 'x'};
            default -> encoded(good);
        };
    }

    private static byte[] image(int width, int height, int line, int bytes, String t) {
        byte[] text = ("- image\n- " + SIZES.formatted(bytes).strip() + "\n  - gray\n  - [" + width + ", " + height
                + "]\n" + SIZES.formatted(line) + "  - {t: " + t + "}\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + bytes).putInt(text.length).putInt(bytes).put(text)
                .array();
    }

    private static byte[] encoded(CplMessage message) {
        return CplCodec.encode(message).toArray();
    }

    @Test
    void aFrameOfAnySizeIsMadeOrRefusedInWords() {
        try (FrameEncoder jpeg = new FrameEncoder(CplAddress.Picture.JPEG, 80);
                FrameEncoder png = new FrameEncoder(CplAddress.Picture.PNG, 80)) {
            for (int[] size : new int[][]{{1, 1}, {70_000, 1}, {1, 70_000}, {65_500, 2}, {3, 5}}) {
                for (FrameEncoder encoder : List.of(jpeg, png)) {
                    assertThat(made(encoder, size[0], size[1])).as("%dx%d", size[0], size[1])
                            .matches("made|a JPEG has at most 65500 pixels a side.*");
                }
            }
        }
    }

    private static String made(FrameEncoder encoder, int width, int height) {
        try {
            encoder.encode(new CplMessage.Image(List.of(width * height, 0, 0, 0), "gray", width, height,
                    List.of(width, 0, 0, 0), new Yaml.Mapping(new LinkedHashMap<>()),
                    Bytes.wrap(new byte[width * height])));
            return "made";
        } catch (MalformedCplException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
