package org.labreel.ui.settings;

import javafx.fxml.FXML;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import org.controlsfx.control.ToggleSwitch;
import org.labreel.ui.kit.SessionChoices;

/** How scheduled sessions are started. */
final class SchedulePanel {
    private final SettingsModel model;
    private boolean showing = true;

    @FXML
    private Spinner<Integer> connectSeconds;
    @FXML
    private ToggleSwitch startLate;

    @SuppressWarnings("NullAway.Init")
    SchedulePanel(SettingsModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        connectSeconds.setValueFactory(new IntegerSpinnerValueFactory(0, SessionChoices.MOST_SECONDS, 30, 5));
        show(model.now().sessions());
        connectSeconds.valueProperty().subscribe(value -> change(() -> model.setConnectSeconds(value)));
        startLate.selectedProperty().subscribe(on -> change(() -> model.setStartLate(on)));
        SpinnerEntry.takeWhenLeft(connectSeconds);
    }

    private void change(Runnable change) {
        if (!showing) {
            change.run();
        }
    }

    void show(SessionChoices chosen) {
        showing = true;
        connectSeconds.getValueFactory().setValue(chosen.connectSeconds());
        startLate.setSelected(chosen.startLate());
        showing = false;
    }
}
