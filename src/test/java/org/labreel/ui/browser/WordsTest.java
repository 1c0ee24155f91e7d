package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labreel.log.Damage;
import org.labreel.log.NotALogException;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.EventKind;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;

class WordsTest {
    @Test
    void timesReadAsElapsedAndAsWallTimeWithZone() {
        assertThat(TimeText.elapsed(Duration.ofMillis(61_005))).isEqualTo("1:01.005");
        assertThat(TimeText.elapsed(Duration.ofMillis(-500))).isEqualTo("-0:00.500");
        assertThat(TimeText.elapsed(Duration.ofHours(2).plusMillis(7))).isEqualTo("2:00:00.007");
        assertThat(TimeText.wall(Instant.parse("2026-01-01T11:00:00.25Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo("2026-01-01 12:00:00.250 CET");
        assertThat(TimeText.span(Duration.ofMillis(40))).isEqualTo("40 ms");
        assertThat(TimeText.span(Duration.ofMillis(1_234))).isEqualTo("1.23 s");
        assertThat(TimeText.span(Duration.ofSeconds(75))).isEqualTo("1 min 15 s");
        assertThat(TimeText.size(14_221_147)).isEqualTo("14 MB");
        assertThat(TimeText.size(999)).isEqualTo("999 bytes");
        assertThat(TimeText.size(999_600)).isEqualTo("1.0 MB");
    }

    @Test
    void stateTellsValuesWithUnitsAndAge() {
        DeviceState state = DeviceState.EMPTY
                .after(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                        List.of(new DeviceEvent.ElectrodeGroup(PinSet.of(22, 80), 255)), List.of(), 128),
                        FakeIndex.ZERO)
                .after(new DeviceEvent.HvRegulator(Optional.of(FakeIndex.ZERO), 150.24f, 150), FakeIndex.ZERO)
                .after(new DeviceEvent.TemperatureControl(Optional.of(FakeIndex.ZERO), Floats.of(25.04f, Float.NaN),
                        Floats.EMPTY), FakeIndex.ZERO);
        List<StateFacts.Fact> facts = StateFacts.of(state, FakeIndex.ZERO.plusMillis(120),
                kind -> kind != EventKind.ELECTRODE_STATE);
        assertThat(facts).contains(
                new StateFacts.Fact("Electrodes on", List.of("22", "80"), "", "untimed"),
                new StateFacts.Fact("High voltage", List.of("150.2 of 150"), "V", "120 ms old"),
                new StateFacts.Fact("Temperatures", List.of("25.0", "–"), "°C", "120 ms old"),
                new StateFacts.Fact("Active capacitance", List.of(), "", ""));
    }

    @Test
    void notesSayWhatIsMissingOrDamaged() {
        assertThat(texts(new FakeIndex())).singleElement().asString().contains("is empty");
        assertThat(texts(new FakeIndex().with(EventKind.HV_REGULATOR, 0))).singleElement().asString()
                .contains("no pictures").contains("1 device event");
        assertThat(texts(FakeIndex.frames(0, 1))).singleElement().asString()
                .contains("does not say where the board lies");
        FakeIndex damaged = new FakeIndex().with(EventKind.IMAGE_TRANSFORM, 0).frame(0)
                .damaged(new Damage(200, 40, Damage.Kind.TORN_TAIL, "The last record is cut off."));
        LogNotes.Note note = LogNotes.of(damaged).getFirst();
        assertThat(note.warning()).isTrue();
        assertThat(note.text()).contains("One place of this log is damaged (40 bytes)");
        assertThat(note.detail()).isEqualTo("The last record is cut off.");
    }

    @Test
    void refusalsNameTheFileAndTheReason() {
        Path file = Path.of("a.bin");
        assertThat(Refusals.words(file, new NotALogException("a.bin is a PNG picture.")))
                .isEqualTo("a.bin is a PNG picture.");
        assertThat(Refusals.words(file, new NoSuchFileException("a.bin"))).contains("moved or deleted");
    }

    private static List<String> texts(FakeIndex index) {
        return LogNotes.of(index).stream().map(LogNotes.Note::text).toList();
    }
}
