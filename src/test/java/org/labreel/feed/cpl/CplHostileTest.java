package org.labreel.feed.cpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.labreel.model.Bytes;
import org.labreel.picture.PixelFormat;
import org.labreel.picture.RawPicture;

/** Streams and texts that are made to do harm, or came to harm. */
class CplHostileTest {
    @Test
    void tagsOfObjectsAreRefusedAndNothingIsMade() {
        for (String text : List.of("!!python/object/apply:os.system [\"touch /tmp/x\"]",
                "[image, !!python/object:subprocess.Popen {args: ls}]",
                "[image, !!javax.script.ScriptEngineManager []]",
                "[image, !java.net.URL \"http://127.0.0.1/\"]", "[image, !!binary aGVsbG8=]",
                "- exception\n- - !!python/name:os.system\n  - x\n")) {
            refused(text, "only plain values");
        }
    }

    @Test
    void aliasBombIsRefusedBeforeItUnfolds() {
        StringBuilder bomb = new StringBuilder("- &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 12; level++) {
            bomb.append("- &a").append(level).append(" [").append(("*a" + (level - 1) + ", ").repeat(9)).append("*a")
                    .append(level - 1).append("]\n");
        }
        refused(bomb.toString(), "unfolds to more than");
    }

    @Test
    void aliasesOfOneLongTextAreRefusedBeforeTheyAreWrittenOut() {
        refused("[&a " + "x".repeat(500_000) + ", *a, *a, *a]", "unfolds to more than 1048576 characters");
        refused("- &a [" + "x".repeat(100_000) + "]\n" + "- *a\n".repeat(5000), "unfolds to more than");
    }

    @Test
    void aliasOfItselfIsRefused() {
        refused("&a [x, *a]", "not whole");
        refused("[x, *nowhere]", "not whole");
    }

    @Test
    void aliasesOfSmallValuesAreTaken() throws Exception {
        CplMessage image = CplCodec.decode(new CplFrame(
                utf8("- image\n- - &id001 [8, 0, 0, 0]\n  - gray\n  - [8, 1]\n  - *id001\n  - {t: 0.5}\n"),
                Bytes.wrap(new byte[8])));
        assertThat(((CplMessage.Image) image).lineBytes()).containsExactly(8, 0, 0, 0);
    }

    @Test
    void deepNestingDoesNotReachTheStack() {
        refused("[".repeat(100_000), "nested deeper");
        refused("- ".repeat(100_000) + "x", "nested deeper");
        refused("{a: ".repeat(50_000), "nested deeper");
    }

    @Test
    void manyValuesAreRefused() {
        refused("[" + "1, ".repeat(200_000) + "1]", "more than");
    }

    @Test
    void claimsOverTheLimitAreRefusedWithoutTakingTheMemory() {
        for (int claim : new int[]{1 << 21, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            refusedHeader(claim, 0, "bytes of text");
        }
        for (int claim : new int[]{(128 << 20) + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            refusedHeader(20, claim, "bytes of pixels");
        }
    }

    @Test
    void memoryGrowsWithWhatCameNotWithWhatIsClaimed() throws Exception {
        List<CplFrame> frames = new ArrayList<>();
        CplSplitter[] kept = new CplSplitter[200];
        // 200 of these would be 25 GB, were the claims believed.
        for (int i = 0; i < 200; i++) {
            CplSplitter splitter = new CplSplitter(CplSplitter.MAX_TEXT_BYTES, CplSplitter.MAX_BINARY_BYTES,
                    frames::add);
            splitter.take(Bytes.wrap(ByteBuffer.allocate(18).putInt(10).putInt(128 << 20).array()));
            assertThat(splitter.midMessage()).isTrue();
            kept[i] = splitter;
        }
        assertThat(frames).isEmpty();
        assertThat(kept).allMatch(CplSplitter::midMessage);
    }

    @Test
    void streamsAreCutTheSameWhateverTheChunks() throws Exception {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            ByteBuffer wire = ByteBuffer.allocate(1 << 20);
            List<CplMessage> sent = new ArrayList<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                CplMessage message = random.nextBoolean() ? gray(random, i) : new CplMessage.StoppedRecording();
                sent.add(message);
                wire.put(CplCodec.encode(message).asByteBuffer());
            }
            List<CplMessage> got = new ArrayList<>();
            List<CplFrame> frames = new ArrayList<>();
            CplSplitter splitter = new CplSplitter(1 << 20, 1 << 20, frames::add);
            for (int at = 0; at < wire.position();) {
                int size = Math.min(wire.position() - at, random.nextInt(1, 5000));
                splitter.take(Bytes.wrap(wire.array(), at, size));
                at += size;
            }
            for (CplFrame frame : frames) {
                got.add(CplCodec.decode(frame));
            }
            assertThat(got).as("seed %d", seed).isEqualTo(sent);
            assertThat(splitter.midMessage()).as("seed %d", seed).isFalse();
        }
    }

    @Test
    void everyTruncationIsNoMessageAndEveryFlippedByteIsOneOrAnErrorInWords() throws Exception {
        byte[] wire = CplCodec.encode(gray(new Random(3), 5)).toArray();
        for (int length = 0; length < wire.length; length++) {
            List<CplFrame> frames = new ArrayList<>();
            new CplSplitter(1 << 20, 1 << 20, frames::add).take(Bytes.wrap(wire, 0, length));
            assertThat(frames).isEmpty();
        }
        for (long seed = 1; seed <= 3000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = wire.clone();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            readAll(damaged, seed);
        }
    }

    /** Anything but a message or a MalformedCplException fails the test. */
    private static void readAll(byte[] wire, long seed) {
        List<CplFrame> frames = new ArrayList<>();
        try {
            new CplSplitter(1 << 20, 1 << 20, frames::add).take(Bytes.wrap(wire));
            for (CplFrame frame : frames) {
                if (CplCodec.decode(frame) instanceof CplMessage.Image image) {
                    assertThat(image.picture().data().length()).as("seed %d", seed)
                            .isEqualTo(image.pixels().length());
                }
            }
        } catch (MalformedCplException e) {
            assertThat(e).as("seed %d", seed).hasMessageMatching("(?s).{5,}");
        }
    }

    private static CplMessage gray(Random random, int count) {
        byte[] pixels = new byte[random.nextInt(1, 300) * 16];
        random.nextBytes(pixels);
        return CplMessage.Image.of(RawPicture.packed(PixelFormat.GRAY, 16, pixels.length / 16, Bytes.wrap(pixels)),
                count / 30.0, count);
    }

    private static void refusedHeader(int text, int binary, String why) {
        Bytes header = Bytes.wrap(ByteBuffer.allocate(8).putInt(text).putInt(binary).array());
        CplSplitter splitter = new CplSplitter(CplSplitter.MAX_TEXT_BYTES, CplSplitter.MAX_BINARY_BYTES, _ -> {
        });
        assertThatExceptionOfType(MalformedCplException.class).isThrownBy(() -> splitter.take(header))
                .withMessageContaining(why);
    }

    private static void refused(String text, String why) {
        assertThatExceptionOfType(MalformedCplException.class)
                .as(text.substring(0, Math.min(60, text.length())))
                .isThrownBy(() -> CplCodec.decode(new CplFrame(utf8(text), Bytes.EMPTY))).withMessageContaining(why);
    }

    private static Bytes utf8(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
