package org.labreel.ui.source;

import java.util.Optional;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;

/** How it stands with a source: in words, with a coloured dot. */
final class StateCell extends TableCell<SourceRow, SourceRow.State> {
    private final Region dot = new Region();

    StateCell() {
        dot.getStyleClass().add("dot");
    }

    @Override
    protected void updateItem(SourceRow.State state, boolean empty) {
        super.updateItem(state, empty);
        Optional<SourceRow.State> shown = empty ? Optional.empty() : Optional.ofNullable(state);
        setText(shown.map(SourceRow.State::word).orElse(""));
        setGraphic(shown.isPresent() ? dot : null);
        dot.getStyleClass().setAll("dot");
        shown.map(StateCell::colour).filter(name -> !name.isEmpty()).ifPresent(dot.getStyleClass()::add);
    }

    private static String colour(SourceRow.State state) {
        return switch (state) {
            case CONNECTED, FOUND -> "good";
            case TRYING -> "warn";
            case LOST -> "bad";
            case KNOWN -> "";
        };
    }
}
