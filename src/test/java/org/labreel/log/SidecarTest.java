package org.labreel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.codec.EventCodec;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;

class SidecarTest {
    private static final long RECORD_NANOS = 10_000_000;

    @TempDir
    private Path folder;
    private Path log = Path.of("");
    private final List<Bytes> bodies = TestLogs.bodies(6, 700);

    @BeforeEach
    void record() throws IOException {
        log = folder.resolve("segment-001.bin");
        record(log, bodies, 1);
    }

    /** As the recorder does it: records arrive 10 ms apart, an hour off the source's clock. */
    private static void record(Path log, List<Bytes> bodies, int head) throws IOException {
        try (LogWriter writer = LogWriter.create(log); SidecarWriter index = SidecarWriter.beside(log, "")) {
            for (int i = 0; i < bodies.size(); i++) {
                Arrival arrival = new Arrival(TestLogs.START.plusSeconds(3600).plusNanos(i * RECORD_NANOS),
                        i * RECORD_NANOS);
                index.add(writer.append(bodies.get(i)), bodies.get(i), arrival,
                        i < head ? SidecarWriter.Part.HEAD : SidecarWriter.Part.LIVE);
            }
        }
    }

    private Path sidecar() {
        return folder.resolve("segment-001.idx");
    }

    private boolean sidecarIsUsedAndRight() throws IOException {
        byte[] kept = Files.readAllBytes(sidecar());
        try (LogReader with = LogReader.open(log)) {
            Files.delete(sidecar());
            try (LogReader without = LogReader.open(log)) {
                assertThat(with.index().records()).isEqualTo(without.index().records());
                for (int i = 0; i < with.index().records(); i++) {
                    assertThat(with.index().offset(i)).isEqualTo(without.index().offset(i));
                    assertThat(with.index().length(i)).isEqualTo(without.index().length(i));
                    assertThat(with.index().kind(i)).isEqualTo(without.index().kind(i));
                    assertThat(with.index().timed(i)).isEqualTo(without.index().timed(i));
                    if (with.index().timed(i)) {
                        assertThat(with.index().time(i)).isEqualTo(without.index().time(i));
                    }
                }
            }
            return with.hasSidecar();
        } finally {
            Files.write(sidecar(), kept);
        }
    }

    @Test
    void sidecarTellsTheSameAsTheLogAndMore() throws IOException {
        assertThat(sidecarIsUsedAndRight()).isTrue();
        try (LogReader reader = LogReader.open(log)) {
            assertThat(reader.index().headRecords()).isEqualTo(1);
            Sidecar.Entry entry = reader.entry(3).orElseThrow();
            assertThat(entry.kind()).isEqualTo(EventKind.ACTIVE_CAPACITANCE);
            assertThat(entry.arrival()).contains(new Arrival(
                    TestLogs.START.plusSeconds(3600).plusNanos(3 * RECORD_NANOS), 3 * RECORD_NANOS));
            assertThat(entry.values().number(1)).isEqualTo(2f);
            int electrodes = reader.index().recordOf(EventKind.ELECTRODE_STATE, 0);
            assertThat(reader.entry(electrodes).orElseThrow().values().pin(2)).contains(true);
            assertThat(reader.entry(electrodes).orElseThrow().values().pin(3)).contains(false);
        }
    }

    @Test
    void recordWithoutStampIsPlacedByItsArrival() throws IOException {
        try (LogReader reader = LogReader.open(log)) {
            int electrodes = reader.index().recordOf(EventKind.ELECTRODE_STATE, 0);
            assertThat(reader.index().time(electrodes))
                    .isEqualTo(reader.index().time(electrodes - 1).plusNanos(RECORD_NANOS));
        }
    }

    @Test
    void everyTruncationOfTheSidecarGivesTheSameIndex() throws IOException {
        byte[] whole = Files.readAllBytes(sidecar());
        assertThat(whole).hasSize(64 + 72 * bodies.size());
        for (int length = 0; length < whole.length; length += 5) {
            Files.write(sidecar(), Arrays.copyOf(whole, length));
            assertThat(sidecarIsUsedAndRight()).as("%s bytes", length).isEqualTo(length >= 64 + 72);
        }
    }

    @Test
    void anyFlippedBitOfTheSidecarGivesTheSameIndex() throws IOException {
        byte[] whole = Files.readAllBytes(sidecar());
        for (int at = 0; at < whole.length; at += 3) {
            byte[] bad = whole.clone();
            bad[at] ^= (byte) (1 << at % 8);
            Files.write(sidecar(), bad);
            sidecarIsUsedAndRight();
        }
    }

    @Test
    void sidecarOfAnotherLogIsNoticed() throws IOException {
        Path other = folder.resolve("other.bin");
        record(other, TestLogs.bodies(6, 701), 0);
        Files.copy(folder.resolve("other.idx"), sidecar(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(sidecarIsUsedAndRight()).isFalse();
    }

    @Test
    void sidecarThatIsLongerThanItsLogServesForWhatIsThere() throws IOException {
        byte[] whole = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(whole, whole.length - 100));
        assertThat(sidecarIsUsedAndRight()).isTrue();
        try (LogReader reader = LogReader.open(log)) {
            assertThat(reader.index().damage()).hasSize(1);
        }
    }

    @Test
    void sidecarThatStopsEarlyIsCompletedFromTheLog() throws IOException {
        byte[] more = TestLogs.log(TestLogs.bodies(2, 300));
        Files.write(log, more, StandardOpenOption.APPEND);
        assertThat(sidecarIsUsedAndRight()).isTrue();
        try (LogReader reader = LogReader.open(log)) {
            assertThat(reader.index().records()).isEqualTo(bodies.size() + 4);
        }
    }

    @Test
    void doctorFindsWhatOnlyTheChecksumKnows() throws IOException {
        byte[] whole = Files.readAllBytes(log);
        int reading = TestLogs.offsets(bodies).get(1);
        whole[reading + 4 + bodies.get(1).length() - 1] ^= 1;
        Files.write(log, whole);
        assertThat(LogDoctor.check(log).findings()).filteredOn(LogDoctor.Finding::leftOut).singleElement()
                .satisfies(found -> assertThat(found.text()).contains("checksum"));
    }

    @Test
    void indexOfAStrangersLogIsKeptInTheCacheAndNeverBesideIt() throws IOException {
        Path strange = Files.createDirectory(folder.resolve("strange")).resolve("their.bin");
        Path cache = folder.resolve("cache");
        Files.write(strange, TestLogs.log(bodies));
        assertThat(openCached(strange, cache)).isFalse();
        assertThat(openCached(strange, cache)).isTrue();
        assertThat(strange.resolveSibling("their.idx")).doesNotExist();

        Files.write(strange, TestLogs.log(TestLogs.bodies(5, 700)));
        Files.setLastModifiedTime(strange, FileTime.from(Instant.parse("2026-04-01T00:00:00Z")));
        assertThat(openCached(strange, cache)).isFalse();
        assertThat(openCached(strange, cache)).isTrue();
    }

    private static boolean openCached(Path log, Path cache) throws IOException {
        try (LogReader reader = LogReader.open(log, Optional.of(cache), _ -> {
        }, () -> false)) {
            assertThat(reader.index().damage()).isEmpty();
            assertThat(reader.entry(0).flatMap(Sidecar.Entry::arrival)).isEmpty();
            return reader.hasSidecar();
        }
    }

    @Test
    void headStateThatIsOlderByFarIsKnownByItsMark() throws IOException {
        Path other = folder.resolve("headed.bin");
        Bytes old = EventCodec
                .encode(new DeviceEvent.HvRegulator(Optional.of(TestLogs.START.minusSeconds(900)), 1, 1));
        record(other, List.of(old, TestLogs.capacitance(TestLogs.START)), 1);
        try (LogReader reader = LogReader.open(other)) {
            assertThat(reader.index().headRecords()).isEqualTo(1);
            assertThat(reader.index().timeZero()).isEqualTo(TestLogs.START);
        }
    }
}
