package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences;

/** Whatever is wrong with a log: it opens, shows what there is, and says in plain words what is wrong. */
class LogFaultsTest {
    @TempDir
    private Path folder;
    private final Transport transport = new Transport(NoLog.INDEX, () -> 0);
    @SuppressWarnings("NullAway.Init")
    private BrowserModel model;

    /**
     * @param make
     *            writes the log into a folder
     * @param frames
     *            that are shown all the same; -1 when the file is refused
     * @param words
     *            that the operator reads
     */
    record Fault(String name, Function<Path, Path> make, int frames, List<String> words) {
        Fault(String name, Function<Path, Path> make, int frames, String... words) {
            this(name, make, frames, List.of(words));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("empty", dir -> FaultyLogs.write(dir), -1, "log.bin is empty", "nothing was recorded"),
                new Fault("one byte", dir -> FaultyLogs.write(dir, 7), -1, "only 1 byte", "cut off at its start"),
                new Fault("two bytes", dir -> FaultyLogs.write(dir, 7, 0), -1, "only 2 bytes"),
                new Fault("three bytes", dir -> FaultyLogs.write(dir, 7, 0, 0), -1, "only 3 bytes"),
                length("length 0", 0, "claims to be empty"),
                length("length 1", 1, "damaged"),
                length("length 2^31", 1L << 31, "impossible length"),
                length("length 2^32-1", 0xffff_ffffL, "impossible length"),
                length("length past the end", 900_000_000L, "impossible length"),
                new Fault("zero-filled tail", dir -> FaultyLogs.append(FaultyLogs.good(dir), new byte[5000]),
                        FaultyLogs.FRAMES,
                        "bytes are zeros, as a power cut leaves them", "the file is unchanged"),
                new Fault("zeroed page inside", FaultyLogs::zeroedPage, FaultyLogs.FRAMES - 1,
                        "overwritten, with zeros at first"),
                new Fault("flipped length bit", dir -> FaultyLogs.change(FaultyLogs.good(dir), at -> at[0] ^= 0x10),
                        FaultyLogs.FRAMES, "damaged",
                        "leads to no other record"),
                new Fault("garbage body", dir -> FaultyLogs.insert(dir, FaultyLogs.garbage()), FaultyLogs.FRAMES,
                        "no event that can be read",
                        "Everything around is shown"),
                new Fault("torn at its end",
                        dir -> FaultyLogs.append(FaultyLogs.good(dir), new byte[]{40, 0, 0, 0, 26, 38, 1}),
                        FaultyLogs.FRAMES,
                        "breaks off", "every record before it is kept"),
                new Fault("over 4 GiB", FaultyLogs::sparse, 70, "69 frames of this log carry the same time"),
                new Fault("no images", dir -> new SmallLog().add(SmallLog.temperature(0)).add(SmallLog.temperature(9))
                        .write(dir.resolve("log.bin")), 0, "holds no pictures", "2 device events are sound"),
                new Fault("no transform", dir -> new SmallLog().add(FaultyLogs.image(0)).add(FaultyLogs.image(100))
                        .write(dir.resolve("log.bin")), 2, "does not say where the board lies"),
                new Fault("mixed sizes", FaultyLogs::mixedSizes, 3, "not all of one size", "160 x 120", "80 x 60"),
                new Fault("times absent", dir -> FaultyLogs.many(dir, -1, -1, -1), 3, "carry no time",
                        "order is certain"),
                new Fault("some times absent", dir -> FaultyLogs.many(dir, 0, -1, 200), 3,
                        "One frame of this log carries no time",
                        "a guess"),
                new Fault("times equal", dir -> FaultyLogs.many(dir, 0, 0, 0, 100), 4,
                        "2 frames of this log carry the same time"),
                new Fault("times backwards", dir -> FaultyLogs.many(dir, 0, 5000, 100, 200), 4, "put back once",
                        "4.90 s"),
                new Fault("sidecar damaged", dir -> FaultyLogs.withSidecar(dir, new byte[500]), FaultyLogs.FRAMES,
                        "belongs to another log", "nothing of it is missing"),
                new Fault("sidecar made later, of another log", FaultyLogs::foreignIndex, FaultyLogs.FRAMES,
                        "belongs to another log"),
                new Fault("sidecar of a recording, of another log", FaultyLogs::foreignRecording, FaultyLogs.FRAMES,
                        "belongs to another log", "nothing of it is missing"),
                new Fault("sidecar stale", FaultyLogs::staleSidecar, FaultyLogs.FRAMES),
                new Fault("sidecar too long", FaultyLogs::longSidecar, FaultyLogs.FRAMES - 1, "breaks off",
                        "every record before it is kept"),
                new Fault("sidecar torn", FaultyLogs::tornSidecar, FaultyLogs.FRAMES),
                new Fault("sidecar missing", FaultyLogs::good, FaultyLogs.FRAMES),
                new Fault("old ActiveCapacitance", FaultyLogs::oldCapacitance, FaultyLogs.FRAMES));
    }

    @BeforeEach
    void begin() {
        model = new BrowserModel(new Background(Runnable::run, Runnable::run, InstantSource.system()),
                new MemoryPreferences(Preferences.first(folder)), new BoardChoice(folder.resolve("board.json")),
                transport, Runnable::run, Runnable::run, PictureDecoder::best);
    }

    @AfterEach
    void close() {
        model.close();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void opensAndSaysWhatIsWrongInPlainWords(Fault fault) throws IOException {
        Path log = fault.make().apply(Files.createDirectories(folder.resolve("logs")));
        byte[] before = Files.size(log) < 1 << 20 ? Files.readAllBytes(log) : new byte[0];
        model.open(log);
        String said = fault.frames() < 0 ? model.refusalProperty().get() : notes();
        assertThat(said).doesNotContain("Exception", "null");
        if (fault.words().isEmpty()) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said).contains(fault.words());
        }
        assertThat(transport.index().frames()).isEqualTo(Math.max(0, fault.frames()));
        everyFrameIsReached(fault.frames());
        if (before.length > 0) {
            assertThat(log).as("a log is never changed").hasBinaryContent(before);
        }
    }

    private void everyFrameIsReached(int frames) {
        // Of a log of gigabytes the ends are enough.
        int step = frames > 20 ? frames - 1 : 1;
        for (int frame = 0; frame < frames; frame += step) {
            transport.goTo(frame);
            assertThat(model.shownProperty().get().orElseThrow().frame()).isEqualTo(frame);
        }
        if (frames == 0) {
            assertThat(model.shownProperty().get().orElseThrow().state().temperatures()).isPresent();
        }
    }

    private String notes() {
        assertThat(model.refusalProperty().get()).isEmpty();
        return model.openProperty().get().orElseThrow().notes().stream().map(note -> note.text() + "\n" + note.detail())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void logThatIsStillWrittenGrowsOnTheScreenWithoutAWord() throws IOException {
        byte[] whole = Files.readAllBytes(FaultyLogs.good(Files.createDirectories(folder.resolve("whole"))));
        Path log = Files.write(folder.resolve("live.bin"), Arrays.copyOf(whole, whole.length / 2));
        model.open(log);
        int before = transport.index().frames();
        FaultyLogs.append(log, Arrays.copyOfRange(whole, whole.length / 2, whole.length));
        model.readOn();
        assertThat(before).isBetween(1, FaultyLogs.FRAMES - 1);
        assertThat(transport.index().frames()).isEqualTo(FaultyLogs.FRAMES);
        assertThat(notes()).isEmpty();
        everyFrameIsReached(FaultyLogs.FRAMES);
    }

    @Test
    void capacitanceOfOldLogsStandsBesideItsFrame() {
        model.open(FaultyLogs.oldCapacitance(folder));
        transport.end();
        assertThat(model.shownProperty().get().orElseThrow().state().active().orElseThrow().calibrated())
                .isEqualTo(12.5f);
    }

    private static Fault length(String name, long claim, String... words) {
        byte[] record = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN).putInt((int) claim).array();
        Arrays.fill(record, 4, record.length, (byte) 0x5a);
        return new Fault(name, dir -> FaultyLogs.insert(dir, record), FaultyLogs.FRAMES, words);
    }
}
