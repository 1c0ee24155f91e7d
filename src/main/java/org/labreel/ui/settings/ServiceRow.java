package org.labreel.ui.settings;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.ToggleSwitch;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.kit.Serving.Door;
import org.labreel.ui.kit.Serving.Service;
import org.labreel.ui.kit.ServingState;

/** One service: what it is for, its port, its switch, and where it can be called or why it cannot. */
final class ServiceRow {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final VBox box = new VBox();
    private final Spinner<Integer> port = new Spinner<>();
    private final ToggleSwitch open = new ToggleSwitch();
    private final Label standing = new Label();
    private final Label detail = new Label();
    private final Button copy = new Button();
    /** Begins as true: the controls tell their first values at once, and nobody chose those. */
    private boolean showing = true;

    /**
     * @param choice
     *            hears what the operator chooses
     */
    ServiceRow(Service service, Consumer<Door> choice) {
        Label title = new Label(service.title());
        Label hint = new Label(service.hint());
        hint.getStyleClass().add("settings-hint");
        hint.setWrapText(true);
        VBox words = new VBox(title, hint);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        port(service);
        open.setId("serve-" + service.key());
        open.setAccessibleText("Serve " + service.title());
        Label portName = new Label("Port");
        portName.getStyleClass().add("settings-unit");
        portName.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(words, portName, port, open);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("settings-row");
        box.getChildren().addAll(row, standing());
        box.getStyleClass().add("settings-item");
        open.selectedProperty().subscribe(_ -> tell(choice));
        port.valueProperty().subscribe(_ -> tell(choice));
        showing = false;
    }

    private void port(Service service) {
        IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(0, Door.MOST);
        values.setConverter(new PortText(values));
        port.setValueFactory(values);
        port.setId("port-" + service.key());
        port.setEditable(true);
        port.setPrefWidth(110);
        port.setMinWidth(110);
        port.setAccessibleText("Port of " + service.title() + ", 0 for a free one");
        port.setTooltip(new Tooltip("0 takes a free port, another one at each start"));
        port.focusedProperty().subscribe(focused -> {
            if (!focused) {
                port.commitValue();
            }
        });
    }

    /** What is no number leaves the port as it is. */
    private static final class PortText extends StringConverter<Integer> {
        private final IntegerSpinnerValueFactory values;

        PortText(IntegerSpinnerValueFactory values) {
            this.values = values;
        }

        @Override
        public String toString(Integer value) {
            return String.valueOf(value);
        }

        @Override
        public Integer fromString(String text) {
            return text.strip().matches("\\d{1,5}")
                    ? Math.clamp(Integer.parseInt(text.strip()), 0, Door.MOST)
                    : values.getValue();
        }
    }

    private Node standing() {
        standing.setWrapText(true);
        standing.getStyleClass().add("settings-standing");
        copy.setGraphic(Icons.of("mdi2c-content-copy"));
        copy.getStyleClass().addAll("button-icon", "flat", "small");
        copy.setAccessibleText("Copy the address");
        copy.setTooltip(new Tooltip("Copy the address"));
        copy.setOnAction(_ -> Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, standing.getText())));
        detail.getStyleClass().add("settings-hint");
        detail.setId("standing-detail");
        HBox line = new HBox(standing, copy, detail);
        line.setSpacing(6);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(standing.visibleProperty());
        line.managedProperty().bind(line.visibleProperty());
        standing.setVisible(false);
        return line;
    }

    private void tell(Consumer<Door> choice) {
        if (!showing) {
            choice.accept(new Door(open.isSelected(), port.getValue()));
        }
    }

    Node node() {
        return box;
    }

    void show(Door door) {
        showing = true;
        open.setSelected(door.open());
        port.getValueFactory().setValue(door.port());
        showing = false;
    }

    void tell(Optional<ServingState.Standing> now) {
        standing.setVisible(now.isPresent());
        now.ifPresent(each -> {
            standing.setText(each.words());
            standing.pseudoClassStateChanged(RUNNING, each.running());
            copy.setVisible(each.running());
            detail.setText(each.detail());
        });
    }
}
