package org.labreel.ui.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.ui.view.SignalBuffer;
import org.labreel.ui.view.SignalPlot;

/** Voltage, capacitance and temperatures as numbers with their last minutes. */
final class ReadingsPanel {
    private static final String NONE = "–";

    @FXML
    private VBox voltsCard;
    @FXML
    private VBox picofaradsCard;
    @FXML
    private VBox temperaturesCard;
    @FXML
    private Label target;
    @FXML
    private Label volts;
    @FXML
    private StackPane voltsPlot;
    @FXML
    private Label driven;
    @FXML
    private Label picofarads;
    @FXML
    private StackPane picofaradsPlot;
    @FXML
    private Label temperaturesAge;
    @FXML
    private FlowPane temperatures;
    @FXML
    private StackPane celsiusPlot;

    private final List<Label> celsius = new ArrayList<>();
    private final List<SignalPlot> plots = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    ReadingsPanel() {
    }

    @FXML
    void initialize() {
        for (int i = 1; i <= 4; i++) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", "swatch-" + i);
            Label name = new Label(Integer.toString(i), swatch);
            name.getStyleClass().addAll("reading-note");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label value = new Label(NONE);
            value.getStyleClass().add("temperature-value");
            value.setMinWidth(Region.USE_PREF_SIZE);
            HBox pair = new HBox(5, name, value);
            pair.setAlignment(Pos.BASELINE_LEFT);
            HBox.setHgrow(pair, Priority.ALWAYS);
            temperatures.getChildren().add(pair);
            celsius.add(value);
        }
    }

    /** Plots the signals of this model from now on. */
    void attach(LiveModel model) {
        plots.clear();
        LiveSignals signals = model.signals();
        plot(voltsPlot, model, List.of(signals.volts()), 20, "High voltage in the last five minutes, volts");
        plot(picofaradsPlot, model, List.of(signals.picofarads()), 5, "Capacitance in the last five minutes, pF");
        plot(celsiusPlot, model, signals.celsius(), 4, "Temperatures in the last five minutes, degrees Celsius");
    }

    private void plot(StackPane place, LiveModel model, List<SignalBuffer> series, double leastSpan, String text) {
        SignalPlot plot = new SignalPlot(series, LiveSignals.WINDOW_SECONDS, leastSpan, model::second);
        plot.setAccessibleText(text);
        plots.add(plot);
        place.getChildren().setAll(plot);
    }

    /**
     * @param onlyACamera
     *            whether nothing but pictures is to be expected: then only what came all the same is shown
     */
    void refresh(DeviceState state, Freshness freshness, boolean onlyACamera) {
        show(voltsCard, !onlyACamera || state.highVoltage().isPresent());
        show(picofaradsCard, !onlyACamera || state.active().isPresent());
        show(temperaturesCard, !onlyACamera || state.temperatures().isPresent());
        Optional<DeviceEvent.HvRegulator> hv = state.highVoltage();
        volts.setText(hv.map(v -> number("%.1f", v.volts())).orElse(NONE));
        target.setText(hv.map(v -> "target " + number("%.0f", v.targetVolts()) + " V").orElse(""));
        picofarads.setText(state.active().map(a -> number("%.2f", a.calibrated())).orElse(NONE));
        int on = state.activePins().size();
        driven.setText(on == 0 ? "nothing driven" : "of " + on + " driven");
        for (int i = 0; i < celsius.size(); i++) {
            int sensor = i;
            celsius.get(i).setText(state.temperatures().map(t -> t.celsius().getOrNaN(sensor))
                    .filter(c -> !Float.isNaN(c)).map(c -> number("%.1f", c)).orElse(NONE));
        }
        showAge(freshness);
        plots.forEach(SignalPlot::refresh);
    }

    private static void show(VBox card, boolean now) {
        card.setVisible(now);
        card.setManaged(now);
    }

    /** Old numbers are dimmed, and their age takes the place of the notes beside them. */
    private void showAge(Freshness freshness) {
        List.of(volts, picofarads, temperatures).forEach(freshness::mark);
        temperaturesAge.setText(freshness.age());
        if (!freshness.age().isEmpty()) {
            target.setText(freshness.age());
            driven.setText(freshness.age());
        }
    }

    private static String number(String format, float value) {
        return String.format(Locale.ROOT, format, value);
    }
}
