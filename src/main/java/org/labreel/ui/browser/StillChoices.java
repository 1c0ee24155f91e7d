package org.labreel.ui.browser;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.labreel.export.Still;
import org.labreel.model.Board;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.kit.PreferencesHolder;

/** What is drawn over still images, as the operator chose it; kept between runs. JavaFX thread. */
final class StillChoices {
    private final PreferencesHolder preferences;
    private final BoardScales scales;
    private final BooleanProperty electrodes;
    private final BooleanProperty time;
    private final BooleanProperty scale;
    private Optional<Board> board = Optional.empty();

    StillChoices(PreferencesHolder preferences) {
        this.preferences = preferences;
        this.scales = new BoardScales(preferences);
        this.electrodes = choice("still.electrodes");
        this.time = choice("still.time");
        this.scale = choice("still.scale");
    }

    private BooleanProperty choice(String name) {
        BooleanProperty property = new SimpleBooleanProperty(preferences.get().layout().getOrDefault(name, 0.0) > 0);
        property.subscribe((_, on) -> preferences.update(p -> p.withLayout(name, on ? 1 : 0)));
        return property;
    }

    BooleanProperty electrodesProperty() {
        return electrodes;
    }

    BooleanProperty timeProperty() {
        return time;
    }

    BooleanProperty scaleProperty() {
        return scale;
    }

    void setLog(Optional<OpenLog> log) {
        board = log.flatMap(OpenLog::board).map(BoardChoice.Found::board);
    }

    boolean hasBoard() {
        return board.isPresent();
    }

    /** Whether the length of a unit of this board is known. */
    boolean hasScale() {
        return scales.millimetresPerUnit(board).isPresent();
    }

    Still.Style style() {
        return new Still.Style(electrodes.get(), time.get(), scale.get(), board,
                scales.millimetresPerUnit(board).orElse(0));
    }
}
