package org.labreel.ui.live;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.ToggleSwitch;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.view.FrameView;

/** What is drawn over the frame. Remembered. */
final class OverlayPanel {
    private static final String ELECTRODES = "live.electrodes";
    private static final String HEAT = "live.heat";
    private static final double LEAST = 0.01;
    private static final double MOST = 10_000;

    private final PreferencesHolder preferences;

    @FXML
    private VBox overlayCard;
    @FXML
    private ToggleSwitch electrodes;
    @FXML
    private ToggleSwitch heat;
    @FXML
    private Spinner<Double> maximum;

    @SuppressWarnings("NullAway.Init")
    OverlayPanel(PreferencesHolder preferences) {
        this.preferences = preferences;
    }

    @FXML
    void initialize() {
        var values = new SpinnerValueFactory.DoubleSpinnerValueFactory(LEAST, MOST,
                preferences.get().heatMaximumPicofarads());
        values.setConverter(new Picofarads(values));
        maximum.setValueFactory(values);
        maximum.valueProperty().subscribe((_, value) -> preferences.update(p -> p.withHeatMaximumPicofarads(value)));
        // Steps in proportion, since the scale spans orders of magnitude.
        maximum.valueProperty().subscribe(value -> values.setAmountToStepBy(step(value)));
        maximum.focusedProperty().subscribe(focused -> {
            if (!focused) {
                maximum.commitValue();
            }
        });
        electrodes.setSelected(remembered(ELECTRODES, true));
        heat.setSelected(remembered(HEAT, false));
        electrodes.selectedProperty().subscribe((_, on) -> remember(ELECTRODES, on));
        heat.selectedProperty().subscribe((_, on) -> remember(HEAT, on));
    }

    void bind(FrameView frame) {
        frame.electrodesVisibleProperty().bindBidirectional(electrodes.selectedProperty());
        frame.heatVisibleProperty().bindBidirectional(heat.selectedProperty());
        electrodes.setSelected(remembered(ELECTRODES, true));
        heat.setSelected(remembered(HEAT, false));
    }

    void setShown(boolean now) {
        overlayCard.setVisible(now);
        overlayCard.setManaged(now);
    }

    double maximumPicofarads() {
        return maximum.getValue();
    }

    void toggleElectrodes() {
        electrodes.setSelected(!electrodes.isSelected());
    }

    void toggleHeat() {
        heat.setSelected(!heat.isSelected());
    }

    private boolean remembered(String name, boolean otherwise) {
        return preferences.get().layout().getOrDefault(name, otherwise ? 1.0 : 0.0) > 0;
    }

    private void remember(String name, boolean on) {
        preferences.update(p -> p.withLayout(name, on ? 1 : 0));
    }

    private static double step(double value) {
        return Math.max(LEAST, Math.pow(10, Math.floor(Math.log10(value))) / 2);
    }

    /** Reads what cannot be read as what was there before. */
    private static final class Picofarads extends StringConverter<Double> {
        private final SpinnerValueFactory<Double> values;

        Picofarads(SpinnerValueFactory<Double> values) {
            this.values = values;
        }

        @Override
        public String toString(Double value) {
            return String.format(Locale.ROOT, "%.2f", value);
        }

        @Override
        public Double fromString(String text) {
            try {
                return Math.clamp(Double.parseDouble(text.strip().replace(',', '.')), LEAST, MOST);
            } catch (NumberFormatException _) {
                return values.getValue();
            }
        }
    }
}
