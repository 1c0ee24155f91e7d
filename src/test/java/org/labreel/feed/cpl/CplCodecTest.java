package org.labreel.feed.cpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.labreel.model.Bytes;
import org.labreel.picture.PixelFormat;
import org.labreel.picture.RawPicture;

/** The bytes of cpl_media at 65e7be6, written and read. */
class CplCodecTest {
    private static final String STARTED_RECORDING = "- started_recording\n- - gray\n  - 8\n  - 4\n  - 29.97\n";
    private static final String IMAGE = """
            - image
            - - - 32
                - 0
                - 0
                - 0
              - gray
              - - 8
                - 4
              - - 8
                - 0
                - 0
                - 0
              - count: 1
                t: 0.033366700033366704
            """;

    @Test
    void startedRecordingIsWrittenAndReadAsCaptured() throws Exception {
        byte[] wire = wire("0000003300000000", STARTED_RECORDING, new byte[0]);
        CplMessage message = new CplMessage.StartedRecording("gray", 8, 4, 29.97);

        assertThat(CplCodec.encode(message).toArray()).isEqualTo(wire);
        assertThat(CplCodec.decode(only(wire))).isEqualTo(message);
    }

    @Test
    void imageIsWrittenAndReadAsCaptured() throws Exception {
        byte[] pixels = new byte[32];
        new Random(7).nextBytes(pixels);
        byte[] wire = wire("0000008b00000020", IMAGE, pixels);
        RawPicture raw = RawPicture.packed(PixelFormat.GRAY, 8, 4, Bytes.wrap(pixels));
        CplMessage.Image message = CplMessage.Image.of(raw, 0.033366700033366704, 1);

        assertThat(CplCodec.encode(message).toArray()).isEqualTo(wire);
        CplMessage.Image read = (CplMessage.Image) CplCodec.decode(only(wire));
        assertThat(read).isEqualTo(message);
        assertThat(read.picture()).isEqualTo(raw);
        assertThat(read.t()).hasValue(0.033366700033366704);
        assertThat(read.count()).hasValue(1);
    }

    @Test
    void aPlayersRequestsCarryNull() throws Exception {
        assertThat(text(new CplMessage.StartedPlaying())).isEqualTo("- started_playing\n- null\n");
        assertThat(text(new CplMessage.StoppedPlaying())).isEqualTo("- stopped_playing\n- null\n");
        assertThat(text(new CplMessage.StoppedRecording())).isEqualTo("- stopped_recording\n- null\n");
        assertThat(decode("- started_playing\n-\n")).isEqualTo(new CplMessage.StartedPlaying());
        assertThat(decode("[started_playing, ~]")).isEqualTo(new CplMessage.StartedPlaying());
    }

    @Test
    void planesOfAFactSheetsPictureAreThoseOfTheRealOne() {
        RawPicture raw = RawPicture.packed(PixelFormat.YUV420P, 100, 10, Bytes.wrap(new byte[1500]));
        CplMessage.Image image = CplMessage.Image.of(raw, 0, 1);

        assertThat(image.planeBytes()).containsExactly(1000, 250, 250, 0);
        assertThat(image.lineBytes()).containsExactly(100, 50, 50, 0);
    }

    @Test
    void numbersOfPythonAreUnderstood() throws Exception {
        assertThat(t("1e-05")).hasValue(1e-5);
        assertThat(t("1.0e-05")).hasValue(1e-5);
        assertThat(t("3")).hasValue(3);
        assertThat(t(".nan")).isEmpty();
        assertThat(t("-.inf")).isEmpty();
        assertThat(t("null")).isEmpty();
        assertThat(rate("0")).isZero();
        assertThat(rate(".nan")).isZero();
        assertThat(rate("30")).isEqualTo(30);
        assertThat(rate("1e-05")).isEqualTo(1e-5);
    }

    @Test
    void smallNumbersAreWrittenSoThatOldReadersTakeThemForNumbers() {
        assertThat(text(new CplMessage.StartedRecording("gray", 8, 4, 1e-5))).endsWith("  - 1.0e-05\n");
        assertThat(text(new CplMessage.StartedRecording("gray", 8, 4, 30))).endsWith("  - 30\n");
        assertThat(text(new CplMessage.StartedRecording("gray", 8, 4, 1.25e20))).endsWith("  - 1.25e+20\n");
    }

    @Test
    void foldedTracebackIsRead() throws Exception {
        String folded = """
                - exception
                - - Cannot start playing twice
                  - "Traceback (most recent call last):\\n  File \\
                    \\"server.py\\", line 1, in run\\n    raise ValueError(\\"x\\")\\nValueError:\\
                    \\ x\\n"
                """;

        assertThat(decode(folded)).isEqualTo(new CplMessage.Failure("Cannot start playing twice", """
                Traceback (most recent call last):
                  File "server.py", line 1, in run
                    raise ValueError("x")
                ValueError: x
                """));
    }

    @Test
    void jsonIsYamlToo() throws Exception {
        assertThat(decode("[\"started_playing\", null]")).isEqualTo(new CplMessage.StartedPlaying());
        assertThat(decode("[\"started_recording\", [\"rgb24\", 640, 480, 1e-05]]"))
                .isEqualTo(new CplMessage.StartedRecording("rgb24", 640, 480, 1e-5));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        for (long seed = 1; seed <= 500; seed++) {
            CplMessage message = random(new Random(seed));
            CplFrame frame = only(CplCodec.encode(message).toArray());
            assertThat(CplCodec.decode(frame)).as("seed %d: %s", seed, message).isEqualTo(message);
        }
    }

    @Test
    void unknownMessagesAreNamed() throws Exception {
        assertThat(decode("[heartbeat, {a: [1, 2]}]")).isEqualTo(new CplMessage.Unknown("heartbeat"));
    }

    @Test
    void whatIsNoMessageIsSaidInWords() {
        refused("", "empty");
        refused("just words", "sequence of 2");
        refused("[image]", "sequence of 2");
        refused("[1, 2]", "name of a message");
        refused("- started_recording\n- - gray\n  - 8\n", "sequence of 4");
        refused("[started_recording, [gray, -8, 4, 30]]", "whole numbers");
        refused("[started_recording, [gray, 99999999999999999999, 4, 30]]", "whole numbers");
        refused("[image, [[32, 0, 0], gray, [8, 4], [8, 0, 0, 0], {t: 0}]]", "sequence of 4");
        refused("[image, [[32, 0, 0, 0], gray, [8, 4], [8, 0, 0, 0], 3]]", "names");
        refused("- [\n", "YAML");
        refused("\"not closed", "YAML");
        refused("[a, b]\n---\n[c, d]\n", "more than one");
        refused("[a, {b: 1, b: 2}]", "twice");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        Bytes broken = Bytes.wrap(new byte[]{'-', ' ', (byte) 0xC3, (byte) 0x28});
        assertThatExceptionOfType(MalformedCplException.class)
                .isThrownBy(() -> CplCodec.decode(new CplFrame(broken, Bytes.EMPTY))).withMessageContaining("UTF-8");
    }

    @Test
    void numbersThatDoNotFitTogetherAreRefused() throws Exception {
        noPicture("[[32, 0, 0, 0], gray, [9, 4], [8, 0, 0, 0], {t: 0}]", 32, "need 9");
        noPicture("[[32, 0, 0, 0], gray, [8, 5], [8, 0, 0, 0], {t: 0}]", 32, "40 bytes, not 32");
        noPicture("[[31, 0, 0, 0], gray, [8, 4], [8, 0, 0, 0], {t: 0}]", 32, "do not fit");
        noPicture("[[32, 1, 0, 0], gray, [8, 4], [8, 0, 0, 0], {t: 0}]", 32, "no plane 1");
        noPicture("[[32, 0, 0, 0], gray, [8, 4], [8, 0, 0, 0], {t: 0}]", 31, "not 31");
        noPicture("[[0, 0, 0, 0], gray, [0, 0], [0, 0, 0, 0], {t: 0}]", 0, "empty");
        noPicture("[[0, 0, 0, 0], gray, [2000000000, 2000000000], [2000000000, 0, 0, 0], {t: 0}]", 0, "64 million");
        noPicture("[[32, 0, 0, 0], nv12, [8, 4], [8, 0, 0, 0], {t: 0}]", 32, "nv12");
    }

    @Test
    void rowsWithPaddingAreTaken() throws Exception {
        RawPicture raw = image("[[40, 0, 0, 0], gray, [8, 4], [10, 0, 0, 0], {t: 0}]", 40).picture();
        assertThat(raw.rowBytes()).containsExactly(10);
    }

    private static void noPicture(String value, int bytes, String why) throws MalformedCplException {
        CplMessage.Image image = image(value, bytes);
        assertThatExceptionOfType(MalformedCplException.class).isThrownBy(image::picture).withMessageContaining(why);
    }

    private static CplMessage.Image image(String value, int bytes) throws MalformedCplException {
        return (CplMessage.Image) CplCodec.decode(new CplFrame(utf8("[image, " + value + "]"),
                Bytes.wrap(new byte[bytes])));
    }

    private static java.util.OptionalDouble t(String number) throws MalformedCplException {
        return image("[[1, 0, 0, 0], gray, [1, 1], [1, 0, 0, 0], {t: " + number + "}]", 1).t();
    }

    private static double rate(String number) throws MalformedCplException {
        return ((CplMessage.StartedRecording) decode("[started_recording, [gray, 8, 4, " + number + "]]"))
                .framesPerSecond();
    }

    private static void refused(String text, String why) {
        assertThatExceptionOfType(MalformedCplException.class).as(text).isThrownBy(() -> decode(text))
                .withMessageContaining(why);
    }

    private static CplMessage decode(String text) throws MalformedCplException {
        return CplCodec.decode(new CplFrame(utf8(text), Bytes.EMPTY));
    }

    private static Bytes utf8(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(CplMessage message) {
        byte[] wire = CplCodec.encode(message).toArray();
        return new String(wire, 8, ByteBuffer.wrap(wire).getInt(), StandardCharsets.UTF_8);
    }

    private static byte[] wire(String lengths, String text, byte[] binary) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + utf8.length + binary.length).put(HexFormat.of().parseHex(lengths)).put(utf8)
                .put(binary).array();
    }

    private static CplFrame only(byte[] wire) throws MalformedCplException {
        List<CplFrame> frames = new ArrayList<>();
        new CplSplitter(1 << 20, 1 << 20, frames::add).take(Bytes.wrap(wire));
        assertThat(frames).hasSize(1);
        return frames.getFirst();
    }

    private static CplMessage random(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new CplMessage.StartedPlaying();
            case 1 -> new CplMessage.Failure(words(random), words(random));
            case 2 -> new CplMessage.StartedRecording(words(random), random.nextInt(10_000), random.nextInt(10_000),
                    Math.abs(random.nextGaussian() * Math.pow(10, random.nextInt(-12, 12))));
            default -> picture(random);
        };
    }

    private static CplMessage picture(Random random) {
        List<PixelFormat> formats = List.of(PixelFormat.values());
        PixelFormat format = formats.get(random.nextInt(formats.size()));
        int width = random.nextInt(1, 40);
        int height = random.nextInt(1, 40);
        int bytes = 0;
        for (int plane = 0; plane < format.planes(); plane++) {
            bytes += format.rowBytes(plane, width) * format.rows(plane, height);
        }
        byte[] pixels = new byte[bytes];
        random.nextBytes(pixels);
        CplMessage.Image image = CplMessage.Image.of(RawPicture.packed(format, width, height, Bytes.wrap(pixels)),
                random.nextDouble() * Math.pow(10, random.nextInt(-9, 9)), random.nextLong());
        Map<String, Yaml> told = new TreeMap<>(image.metadata().entries());
        told.put("note " + words(random), Yaml.sequence(new Yaml.Text(words(random)), new Yaml.Truth(true),
                Yaml.NOTHING, new Yaml.Real(Double.NEGATIVE_INFINITY)));
        return new CplMessage.Image(image.planeBytes(), image.pixelFormat(), width, height, image.lineBytes(),
                Yaml.mapping(told), image.pixels());
    }

    /** Texts that tempt a reader to take them for something else. */
    private static String words(Random random) {
        String[] hard = {"", "null", "yes", "1e-05", ".nan", "- a", "a: b", "#c", "*d", "&e",
                "!!python/object:os.system",
                "\n\n x", "tab\there", "\"quoted\"", "back\\slash", "ünïcode €", "😀", "trailing ", " leading", "%TAG",
                "---", "...", "0x1F", "1_000", "12:30:45", "\u0001", "\u2028", "long ".repeat(60)};
        return hard[random.nextInt(hard.length)] + (random.nextBoolean() ? hard[random.nextInt(hard.length)] : "");
    }
}
