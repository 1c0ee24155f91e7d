package org.labreel.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.Point;

class BoardScalesTest {
    private final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("recordings")));
    private final BoardScales scales = new BoardScales(preferences);

    @Test
    void scaleIsKeptForTheBoardAndForNoOther() {
        scales.set(Optional.of(board(1, "{}")), 2.54);
        assertThat(scales.millimetresPerUnit(Optional.of(board(1, "{}")))).hasValue(2.54);
        assertThat(new BoardScales(preferences).millimetresPerUnit(Optional.of(board(1, "{ }"))))
                .as("the same electrodes in another text").hasValue(2.54);
        assertThat(scales.millimetresPerUnit(Optional.of(board(2, "{}")))).isEmpty();
        assertThat(scales.millimetresPerUnit(Optional.empty())).isEmpty();
    }

    @Test
    void scaleCanBeChangedAndForgotten() {
        scales.set(Optional.of(board(1, "{}")), 2.54);
        scales.set(Optional.of(board(1, "{}")), 3);
        assertThat(scales.millimetresPerUnit(Optional.of(board(1, "{}")))).hasValue(3);
        scales.set(Optional.of(board(1, "{}")), Double.NaN);
        assertThat(scales.millimetresPerUnit(Optional.of(board(1, "{}")))).isEmpty();
        assertThat(BoardScales.sensible(-1)).isFalse();
        assertThat(BoardScales.sensible(Double.POSITIVE_INFINITY)).isFalse();
    }

    private static Board board(int pin, String definition) {
        return new Board(List.of(new Electrode(pin, List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1)))),
                definition);
    }
}
