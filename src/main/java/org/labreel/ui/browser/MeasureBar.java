package org.labreel.ui.browser;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.labreel.model.Board;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.view.FrameView;
import org.labreel.ui.view.Measure;

/** The line under the frame while distances are measured: what to do, and how long a unit of this board is. */
final class MeasureBar extends HBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final FrameView frame;
    private final BoardScales scales;
    private final Runnable scaleChanged;
    private final Label words = new Label();
    private final TextField unit = field("measureUnit", "Millimetres of one board unit; kept for this board");
    private final TextField known = field("measureKnown",
            "The true length of the line just measured, in millimetres: sets the scale of this board");
    private final HBox scale = new HBox(new Label("1 unit ="), unit, new Label("mm"), new Label("  or this line ="),
            known, new Label("mm"));
    private Optional<Board> board = Optional.empty();

    /**
     * @param scaleChanged
     *            run when the operator told the scale of a board
     */
    MeasureBar(FrameView frame, BoardScales scales, Runnable scaleChanged) {
        this.frame = frame;
        this.scales = scales;
        this.scaleChanged = scaleChanged;
        getStyleClass().add("measure-bar");
        setId("measureBar");
        setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setGraphic(Icons.of("mdi2r-ruler"));
        words.setId("measureWords");
        scale.setAlignment(Pos.CENTER_LEFT);
        scale.getStyleClass().add("measure-scale");
        scale.setMinWidth(USE_PREF_SIZE);
        scale.managedProperty().bind(scale.visibleProperty());
        Button close = new Button("", Icons.of("mdi2c-close"));
        close.getStyleClass().addAll("flat", "small", "button-icon");
        close.setTooltip(new Tooltip("Stop measuring (Esc)"));
        close.setAccessibleText("Stop measuring");
        close.setOnAction(_ -> frame.measure().inHandProperty().set(false));
        getChildren().addAll(words, scale, close);
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(frame.measure().inHandProperty());
        frame.measure().lineProperty().subscribe(this::refresh);
        frame.measure().millimetresPerUnitProperty().subscribe(this::refresh);
        unit.setOnAction(_ -> setUnit());
        known.setOnAction(_ -> setKnown());
        unit.focusedProperty().subscribe(_ -> refresh());
    }

    private static TextField field(String id, String tip) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(5);
        field.setTooltip(new Tooltip(tip));
        field.setAccessibleText(tip);
        return field;
    }

    /** Another board, or another frame of it. */
    void show(Optional<Board> next) {
        board = next;
        refresh();
    }

    private void refresh() {
        boolean mapped = frame.map().isPresent();
        Optional<Measure> line = frame.measure().lineProperty().get();
        scale.setVisible(mapped);
        known.setDisable(line.isEmpty());
        OptionalDouble kept = frame.measure().millimetresPerUnitProperty().get();
        if (!unit.isFocused()) {
            unit.setText(kept.isPresent() ? number(kept.getAsDouble()) : "");
            unit.pseudoClassStateChanged(ERROR, false);
        }
        unit.setPromptText("?");
        words.setText(!mapped
                ? "Pixels only: the log does not say where the board lies in this frame."
                : line.map(found -> found.words(frame.map(), kept))
                        .orElse("Drag from point to point."));
    }

    private void setUnit() {
        double typed = parse(unit.getText());
        boolean clears = unit.getText().isBlank();
        unit.pseudoClassStateChanged(ERROR, !clears && !BoardScales.sensible(typed));
        if (clears || BoardScales.sensible(typed)) {
            keep(typed);
        }
    }

    private void setKnown() {
        OptionalDouble each = frame.measure().lineProperty().get()
                .map(line -> line.millimetresPerUnit(frame.map(), parse(known.getText())))
                .orElse(OptionalDouble.empty());
        boolean taken = each.isPresent() && BoardScales.sensible(each.getAsDouble());
        known.pseudoClassStateChanged(ERROR, !taken);
        if (taken) {
            known.clear();
            keep(each.getAsDouble());
        }
    }

    private void keep(double millimetresPerUnit) {
        scales.set(board, millimetresPerUnit);
        scaleChanged.run();
        frame.requestFocus();
        refresh();
    }

    /** A number with point or comma; NaN when it is none. */
    private static double parse(String text) {
        try {
            return Double.parseDouble(text.strip().replace(',', '.'));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value).replaceFirst("\\.?0+$", "");
    }
}
