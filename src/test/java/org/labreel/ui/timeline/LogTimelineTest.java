package org.labreel.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.codec.EventCodec;
import org.labreel.log.LogReader;
import org.labreel.log.TestLogs;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Floats;

class LogTimelineTest {
    private static final Instant START = TestLogs.START;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void logGivesFramesChangesAndSignals() throws IOException {
        List<Bytes> bodies = new ArrayList<>(TestLogs.bodies(9, 100));
        bodies.add(encoded(new DeviceEvent.HvRegulator(Optional.of(START.plusMillis(500)), 149, 150)));
        bodies.add(encoded(new DeviceEvent.TemperatureControl(Optional.of(START.plusMillis(600)), Floats.of(25, 61),
                Floats.EMPTY)));
        TimelineContent content = read(bodies);
        assertThat(content.frames().count()).isEqualTo(9);
        assertThat(content.frames().nanos(4)).isEqualTo(EpochNanos.of(START.plusMillis(400)));
        assertThat(content.frames().nearest(EpochNanos.of(START.plusMillis(360)))).isEqualTo(4);
        assertThat(content.changes().size()).isEqualTo(3);
        assertThat(content.signals()).extracting(TimelineSignal::id).containsExactly("voltage", "capacitance",
                "temperature-1", "temperature-2");
        assertThat(content.signals().getLast().track().valueAt(Long.MAX_VALUE)).hasValue(61);
        assertThat(content.focus().startNanos()).isEqualTo(content.zeroNanos());
        assertThat(content.focus().endNanos()).isEqualTo(EpochNanos.of(START.plusMillis(820)));
    }

    @Test
    void growingLogIsReadOnFromWhereItWasLeft() throws IOException {
        List<Bytes> bodies = TestLogs.bodies(30, 100);
        Path file = Files.write(folder.resolve("a.bin"), TestLogs.log(bodies.subList(0, 40)));
        LogTimeline timeline = new LogTimeline();
        try (LogReader reader = LogReader.open(file)) {
            TimelineContent before = timeline.read("a", reader, reader.index(), () -> false);
            int frames = before.frames().count();
            Files.write(file, TestLogs.log(bodies));
            reader.refresh();
            TimelineContent after = timeline.read("a", reader, reader.index(), () -> false);
            assertThat(after.frames().count()).isEqualTo(30);
            assertThat(after.frames().times().size()).isEqualTo(30);
            assertThat(after.signals().getFirst().track().size()).isEqualTo(30);
            assertThat(before.frames().times().size()).isEqualTo(frames);
        }
    }

    @Test
    void clockThatWasPutBackLeavesEverythingInOrderOfTime() throws IOException {
        List<Bytes> bodies = List.of(TestLogs.image(START, 50, 1), TestLogs.image(START.plusSeconds(1), 50, 2),
                TestLogs.image(START.minusSeconds(3600), 50, 3), TestLogs.capacitance(START.minusSeconds(3599)));
        TimelineContent content = read(bodies);
        assertThat(content.frames().times().at(0)).isEqualTo(EpochNanos.of(START.minusSeconds(3600)));
        assertThat(content.focus().lengthNanos()).isEqualTo(3601_000_000_000L);
        assertThat(content.frames().nanos(2)).isEqualTo(EpochNanos.of(START.minusSeconds(3600)));
    }

    @Test
    void pauseBetweenFramesIsAGap() throws IOException {
        List<Bytes> bodies = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            bodies.add(TestLogs.image(START.plusMillis(100L * i + (i > 5 ? 5000 : 0)), 50, i));
        }
        TimelineContent content = read(bodies);
        assertThat(content.holes()).hasSize(1);
        assertThat(content.holes().getFirst().text()).isEqualTo("No frame for 5.100 s after frame 5");
    }

    @Test
    void damagedReadingIsPassedOver() throws IOException {
        TimelineContent content = read(List.of(TestLogs.image(START, 50, 1),
                // A voltage whose float is cut off.
                Bytes.wrap(new byte[]{0x42, 0x03, 0x0d, 0x00, 0x00}), TestLogs.image(START.plusSeconds(1), 50, 1)));
        assertThat(content.frames().count()).isEqualTo(2);
        assertThat(content.signals()).isEmpty();
    }

    @Test
    void readingIsLeftWhenCancelled() throws IOException {
        Path file = Files.write(folder.resolve("a.bin"), TestLogs.log(TestLogs.bodies(3, 50)));
        try (LogReader reader = LogReader.open(file)) {
            assertThatThrownBy(() -> new LogTimeline().read("a", reader, reader.index(), () -> true))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private TimelineContent read(List<Bytes> bodies) throws IOException {
        Path file = Files.write(folder.resolve("log.bin"), TestLogs.log(bodies));
        try (LogReader reader = LogReader.open(file)) {
            return new LogTimeline().read("log", reader, reader.index(), () -> false);
        }
    }

    private static Bytes encoded(DeviceEvent event) {
        return EventCodec.encode(event);
    }
}
