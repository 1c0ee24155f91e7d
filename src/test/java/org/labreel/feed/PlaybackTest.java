package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.codec.EventCodec;
import org.labreel.log.LogReader;
import org.labreel.log.LogWriter;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;

class PlaybackTest {
    private static final Instant ZERO = Instant.ofEpochSecond(1_700_000_000);

    @TempDir
    private Path folder;

    @Test
    void recordsFallDueAtThePaceOfTheirTimes() throws Exception {
        try (LogReader log = log(-3_600_000, 0, 40, 3_600_000)) {
            List<Long> waits = new ArrayList<>();
            List<Bytes> taken = new ArrayList<>();
            Playback twice = new Playback(log, 2, waits::add);
            assertThat(List.of(due(twice, log, 0), due(twice, log, 1), due(twice, log, 2), due(twice, log, 3)))
                    .containsExactly(0L, 0L, 20L, 1_800_000L);
            twice.play(taken::add);
            assertThat(taken).hasSize(4);
            assertThat(waits.getLast()).isBetween(Duration.ofMinutes(25).toNanos(), Duration.ofMinutes(30).toNanos());
        }
    }

    @Test
    void unpacedPlaybackWaitsForNothing() throws Exception {
        try (LogReader log = log(0, 40, 3_600_000)) {
            List<Long> waits = new ArrayList<>();
            List<Bytes> taken = new ArrayList<>();
            new Playback(log, Playback.UNPACED, waits::add).play(taken::add);
            assertThat(waits).isEmpty();
            assertThat(taken).hasSize(3);
        }
    }

    @Test
    void standingStillIsNoSpeed() throws Exception {
        try (LogReader log = log(0)) {
            for (double speed : new double[]{0, -1, Double.NaN}) {
                assertThatIllegalArgumentException().isThrownBy(() -> new Playback(log, speed));
            }
        }
    }

    private static long due(Playback playback, LogReader log, int record) {
        return Duration.ofNanos(playback.dueNanos(log.index(), record)).toMillis();
    }

    /** The first record is telemetry if it lies before zero, the others are images. */
    private LogReader log(long... millis) throws Exception {
        Path file = folder.resolve("log.bin");
        try (LogWriter writer = LogWriter.create(file)) {
            for (long at : millis) {
                Optional<Instant> time = Optional.of(ZERO.plusMillis(at));
                writer.append(EventCodec.encode(at < 0
                        ? new DeviceEvent.HvRegulator(time, 1, 2)
                        : new DeviceEvent.Image(time, picture())));
            }
        }
        return LogReader.open(file);
    }

    /** Not zeros: a record that ends in zeros at the end of a file is one that a power cut left. */
    private static Bytes picture() {
        byte[] bytes = new byte[2000];
        Arrays.fill(bytes, (byte) 7);
        return Bytes.wrap(bytes);
    }
}
