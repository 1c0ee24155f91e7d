package org.labreel.ui.live;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.labreel.model.DeviceEvent;

/** What the device is, and whether its server has it. */
final class DevicePanel {
    private static final String UNKNOWN = "not told yet";

    @FXML
    private VBox deviceCard;
    @FXML
    private Region dot;
    @FXML
    private Label connected;
    @FXML
    private Label serial;
    @FXML
    private Label version;
    @FXML
    private Label address;
    @FXML
    private Label pinsTitle;
    @FXML
    private Label pins;

    @SuppressWarnings("NullAway.Init")
    DevicePanel() {
    }

    /**
     * @param onlyACamera
     *            one that tells nothing of itself has no card
     */
    void refresh(LiveModel model, Freshness freshness, boolean onlyACamera) {
        Optional<DeviceEvent.DeviceInfo> info = model.state().deviceInfo();
        deviceCard.setVisible(!onlyACamera || info.isPresent());
        deviceCard.setManaged(deviceCard.isVisible());
        if (info.isPresent() && !freshness.connected()) {
            connected.setText("Unknown: connection lost");
            Dots.set(dot, Dots.Colour.WARN);
        } else {
            connected.setText(info.map(i -> i.connected() ? "Connected to its server" : "Not connected to its server")
                    .orElse("Unknown"));
            Dots.set(dot, info.map(i -> i.connected() ? Dots.Colour.GOOD : Dots.Colour.BAD).orElse(Dots.Colour.NONE));
        }
        serial.setText(info.map(DeviceEvent.DeviceInfo::serialNumber).filter(s -> !s.isBlank()).orElse(UNKNOWN));
        version.setText(info.map(DeviceEvent.DeviceInfo::softwareVersion).filter(s -> !s.isBlank()).orElse(UNKNOWN));
        address.setText(model.address());
        int on = model.state().activePins().size();
        String driven = model.board().map(board -> on + " of " + board.electrodes().size() + " on")
                .orElse(on + " on, board " + UNKNOWN);
        pins.setText(freshness.age().isEmpty() ? driven : driven + ", " + freshness.age());
        freshness.mark(pins);
        boolean drives = model.board().isPresent() || model.state().electrodes().isPresent();
        pins.setVisible(drives);
        pinsTitle.setVisible(drives);
    }
}
