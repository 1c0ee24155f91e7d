package org.labreel.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;

/** The colours of the heat map with their values. */
final class HeatLegend extends VBox {
    private static final double BAR_WIDTH = 180;
    private static final int STOPS = 16;

    private final Label half = new Label();
    private final Label full = new Label();

    HeatLegend() {
        Label title = new Label("Capacitance per area, pF/unit²");
        title.getStyleClass().add("heat-legend-title");
        Rectangle bar = new Rectangle(BAR_WIDTH, 10, gradient());
        bar.setArcWidth(4);
        bar.setArcHeight(4);
        HBox numbers = new HBox(new Label("0"), spring(), half, spring(), full);
        numbers.setAlignment(Pos.CENTER);
        getChildren().addAll(title, bar, numbers);
        getStyleClass().addAll("frame-badge", "heat-legend");
        setMouseTransparent(true);
    }

    void setMaximum(double maximum) {
        half.setText(number(maximum / 2));
        full.setText("≥ " + number(maximum));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private static LinearGradient gradient() {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i <= STOPS; i++) {
            stops.add(new Stop(i / (double) STOPS, HeatScale.colourAt(i / (double) STOPS)));
        }
        return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
    }
}
