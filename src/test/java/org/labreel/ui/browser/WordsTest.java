package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        StateAtFrame known = new StateAtFrame(state, Optional.empty(),
                Map.of(EventKind.ELECTRODE_STATE, StateAtFrame.Clock.GUESS));
        List<StateFacts.Fact> facts = StateFacts.of(known, FakeIndex.ZERO.plusMillis(120));
        assertThat(facts).contains(
                new StateFacts.Fact("Electrodes on", same("22", "80"), "", "≈ 120 ms old", StateAtFrame.Clock.GUESS),
                new StateFacts.Fact("High voltage", same("150.2", "target 150"), "V", "120 ms old",
                        StateAtFrame.Clock.STAMP),
                new StateFacts.Fact("Temperatures", same("25.0", "–"), "°C", "120 ms old", StateAtFrame.Clock.STAMP),
                new StateFacts.Fact("Active capacitance", List.of(), "", "", StateAtFrame.Clock.STAMP));
        assertThat(StateFacts.changes(known, facts, 0)).isEmpty();
    }

    @Test
    void stateTellsWhatChangedSinceTheFrameBefore() {
        DeviceState before = electrodes(DeviceState.EMPTY, 22, 80)
                .after(new DeviceEvent.HvRegulator(Optional.of(FakeIndex.ZERO), 150.24f, 150), FakeIndex.ZERO)
                .after(new DeviceEvent.TemperatureControl(Optional.of(FakeIndex.ZERO), Floats.of(25, 30),
                        Floats.EMPTY), FakeIndex.ZERO);
        DeviceState now = electrodes(before, 20, 80)
                .after(new DeviceEvent.HvRegulator(Optional.of(FakeIndex.ZERO), 150.21f, 150), FakeIndex.ZERO)
                .after(new DeviceEvent.TemperatureControl(Optional.of(FakeIndex.ZERO), Floats.of(24.5f, 30),
                        Floats.EMPTY), FakeIndex.ZERO);
        StateAtFrame known = new StateAtFrame(now, Optional.of(before), Map.of());
        List<StateFacts.Fact> facts = StateFacts.of(known, FakeIndex.ZERO);
        assertThat(facts.get(0).values()).extracting(FactValue::text).containsExactly("+20", "80", "−22");
        assertThat(facts.get(1).changed()).as("150.24 V and 150.21 V read the same").isFalse();
        assertThat(facts.get(2).values()).extracting(FactValue::text).containsExactly("24.5 ↓", "30.0");
        assertThat(facts.get(2).values().getFirst().tip()).isEqualTo("It was 25.0 °C at the frame before");
        assertThat(StateFacts.changes(known, facts, 8))
                .isEqualTo("Changed since frame 7: electrodes on, temperatures");
        assertThat(StateFacts.changes(new StateAtFrame(now, Optional.of(now), Map.of()),
                StateFacts.of(new StateAtFrame(now, Optional.of(now), Map.of()), FakeIndex.ZERO), 8))
                .isEqualTo("Nothing changed since frame 7");
    }

    private static DeviceState electrodes(DeviceState state, int... pins) {
        return state.after(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                List.of(new DeviceEvent.ElectrodeGroup(PinSet.of(pins), 255)), List.of(), 128), FakeIndex.ZERO);
    }

    private static List<FactValue> same(String... texts) {
        return Stream.of(texts).map(FactValue::same).toList();
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
