package org.labreel.feed.pi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.labreel.model.Bytes;

/** Byte for byte what Qt and Python 2 put on the wire. */
class PiCodecTest {
    private static final PiCodec CODEC = new PiCodec(PiDialect.DEFAULT);
    private static final int LIMIT = 1 << 20;

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static PiMessage decode(byte[] whole) throws Exception {
        return CODEC.decode(Bytes.wrap(whole, 4, whole.length - 4));
    }

    private static void refused(String body, String... words) {
        assertThatThrownBy(() -> CODEC.decode(Bytes.wrap(hex(body)))).as(body)
                .isInstanceOf(MalformedMessageException.class).hasMessageContainingAll(words);
    }

    /** Encoded to these bytes, and decoded from them. */
    private static void same(PiMessage message, String bytes) throws Exception {
        assertThat(HexFormat.of().formatHex(CODEC.encode(message))).isEqualTo(bytes.replace(" ", ""));
        assertThat(decode(hex(bytes))).isEqualTo(message);
    }

    @Test
    void searchIsAsCaptured() throws Exception {
        same(PiMessage.of(PiProtocol.SEARCH), "00000002 62 00");
    }

    @Test
    void brightnessIsAsCaptured() throws Exception {
        String captured = "00000011 03 01 01 0000000a 0049 0035 0030 000a 002e";
        same(PiMessage.of(PiProtocol.SET_BRIGHTNESS, PlainValue.of(50)), captured);
        assertThat(PiCommands.read(decode(hex(captured)))).isEqualTo(new PiCommand.SetBrightness(50));
        assertThat(PiCommands.message(new PiCommand.SetBrightness(50), PiDialect.DEFAULT))
                .isEqualTo(decode(hex(captured)));
    }

    @Test
    void previewFrameIsAsCaptured() throws Exception {
        String captured = "0000000b 14 01 00 00000004 89504e47";
        same(PiMessage.of(PiProtocol.NEW_FRAME, Bytes.wrap(hex("89504e47"))), captured);
        assertThat(PiSignals.read(decode(hex(captured)), PiDialect.DEFAULT))
                .isEqualTo(new PiSignal.Frame(Bytes.wrap(hex("89504e47"))));
    }

    @Test
    void answerToASearchIsAsCaptured() throws Exception {
        StringBuilder text = new StringBuilder();
        "S'raspberrypi'\np0\n.".chars().forEach(c -> text.append(String.format("%04x", c)));
        same(PiMessage.of(PiProtocol.SEARCH_ANSWER, PlainValue.of("raspberrypi")), "0000002d 63 01 01 00000026" + text);
    }

    @Test
    void sizeAndRateAreATupleAsPythonPicklesIt() {
        PiMessage message = PiCommands.message(
                new PiCommand.SetCapture(Capture.PRESETS.get(0), true), PiDialect.DEFAULT);
        byte[] whole = CODEC.encode(message);
        // After the length, the command, the count, the type and the length of the text.
        assertThat(new String(whole, 11, whole.length - 11, StandardCharsets.UTF_16BE))
                .startsWith("(I1920\nI1080\nI30\ntp0\n.");
    }

    @Test
    void everyCommandComesBackAsItWas() throws Exception {
        List<PiCommand> commands = List.of(new PiCommand.StartRecording(), new PiCommand.StopRecording(),
                new PiCommand.SaveRecording(), new PiCommand.SetBrightness(0), new PiCommand.SetContrast(-100),
                new PiCommand.SetAnnotation(
                        new Annotation(some("5 µl"), some("black"), Optional.of(160), some(true))),
                new PiCommand.SetAnnotation(new Annotation(none(), none(), none(), none())),
                new PiCommand.SetCapture(new Capture(640, 480, 90), false), new PiCommand.SetRotation(270),
                new PiCommand.CloseCamera(), new PiCommand.Unknown(77));
        for (PiCommand each : commands) {
            assertThat(PiCommands.read(decode(CODEC.encode(PiCommands.message(each, PiDialect.DEFAULT)))))
                    .isEqualTo(each);
        }
    }

    private static <T> Optional<T> some(T value) {
        return Optional.of(value);
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    @Test
    void everySignalComesBackAsItWas() throws Exception {
        List<PiSignal> signals = List.of(new PiSignal.Frame(Bytes.wrap(new byte[]{1, 2})),
                new PiSignal.CameraError("lens cap on"), new PiSignal.Status(CameraStatus.STANDING_BY),
                new PiSignal.Brightness(50), new PiSignal.Contrast(-7), new PiSignal.RecordingStarted(),
                new PiSignal.RecordingStopped(), new PiSignal.SaveBegun(), new PiSignal.SaveFinished("run 1.mp4"),
                new PiSignal.SaveFailed("kein Platz für das Bild"), new PiSignal.Unknown(200));
        for (PiSignal each : signals) {
            assertThat(PiSignals.read(decode(CODEC.encode(PiSignals.message(each, PiDialect.DEFAULT))),
                    PiDialect.DEFAULT)).isEqualTo(each);
        }
    }

    @Test
    void valuesOutOfBoundsAreRefusedInWords() {
        assertThatThrownBy(() -> PiCommands.read(PiMessage.of(PiProtocol.SET_BRIGHTNESS, PlainValue.of(101))))
                .hasMessage("the brightness is from 0 to 100, not 101");
        assertThatThrownBy(() -> PiCommands.read(PiMessage.of(PiProtocol.SET_ROTATION, PlainValue.of(45))))
                .hasMessageContaining("270 degrees, not 45");
        assertThatThrownBy(() -> PiCommands.read(PiMessage.of(PiProtocol.SET_CONTRAST, PlainValue.of("much"))))
                .hasMessageContaining("no whole number");
        assertThatThrownBy(() -> PiCommands.read(PiMessage.of(PiProtocol.SET_CONTRAST)))
                .hasMessageContaining("0 arguments, not 1");
        assertThatThrownBy(() -> PiSignals.read(PiMessage.of(PiProtocol.STATUS_CHANGED, PlainValue.of("Asleep")),
                PiDialect.DEFAULT)).hasMessageContaining("status");
    }

    @Test
    void hostileMessagesGetAClearError() {
        refused("", "torn");
        refused("14", "torn");
        refused("14 01", "torn");
        refused("14 01 00 7fffffff 00", "claims 2147483647 bytes", "only 1");
        refused("14 01 00 ffffffff 00", "claims 4294967295 bytes");
        refused("03 01 01 ffffffff", "not there");
        refused("03 01 01 00000003 000000", "half a character");
        refused("03 01 01 80000000 0000", "claims 2147483648");
        refused("03 01 07 00000000", "type 7");
        refused("03 01 01 00000004 004e 002e 00", "1 bytes more");
        // c, the opcode by which a pickle names a function.
        refused("03 01 01 00000006 0063 006f 0073", "opcode \"c\"", "refused");
    }

    @Test
    void picklesOfOneMessageAreBoundedTogether() {
        List<PlainValue> many = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            many.add(PlainValue.of("x".repeat(20_000)));
        }
        byte[] whole = CODEC.encode(PiMessage.of(5, many));
        assertThatThrownBy(() -> decode(whole)).hasMessageContaining("131072 bytes");
    }

    @Test
    void messagesCutAnywhereAreRefused() {
        byte[] whole = CODEC.encode(PiCommands.message(new PiCommand.SetCapture(Capture.PRESETS.get(1), false),
                PiDialect.DEFAULT));
        for (int length = 4; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decode(cut)).isInstanceOf(MalformedMessageException.class);
        }
    }

    @Test
    void streamCutAnywhereGivesTheSameMessages() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<PiMessage> sent = new ArrayList<>();
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                PiMessage next = message(random);
                sent.add(next);
                stream.writeBytes(CODEC.encode(next));
            }
            assertThat(received(stream.toByteArray(), random)).as("seed %d, round %d", seed, round).isEqualTo(sent);
        }
    }

    private static List<PiMessage> received(byte[] stream, Random random) throws Exception {
        List<Bytes> bodies = new ArrayList<>();
        PiAssembler assembler = new PiAssembler(LIMIT, bodies::add);
        for (int at = 0; at < stream.length;) {
            int size = Math.min(stream.length - at, random.nextInt(1, random.nextBoolean() ? 4 : 20_000));
            assembler.take(Arrays.copyOfRange(stream, at, at + size));
            at += size;
        }
        List<PiMessage> messages = new ArrayList<>();
        for (Bytes body : bodies) {
            messages.add(CODEC.decode(body));
        }
        return messages;
    }

    private static PiMessage message(Random random) {
        List<PiArgument> arguments = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            byte[] blob = new byte[random.nextInt(30_000)];
            random.nextBytes(blob);
            arguments.add(random.nextBoolean()
                    ? new PiArgument.Blob(Bytes.wrap(blob))
                    : new PiArgument.Value(PickleReaderTest.value(random, 2)));
        }
        return new PiMessage(random.nextInt(256), arguments);
    }

    @Test
    void claimOverTheLimitIsRefusedBeforeItHasCome() {
        PiAssembler assembler = new PiAssembler(1000, _ -> {
        });
        assertThatThrownBy(() -> assembler.take(hex("7fffffff"))).hasMessageContaining("claims 2147483647 bytes");
        assertThatThrownBy(() -> new PiAssembler(1000, _ -> {
        }).take(hex("ffffffff14"))).hasMessageContaining("claims 4294967295 bytes");
    }
}
