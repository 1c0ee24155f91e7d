package org.labreel.ui.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.kit.Serving.Door;
import org.labreel.ui.kit.Serving.Service;
import org.labreel.ui.kit.ServingChoices;
import org.labreel.ui.kit.ServingState;

/** One service: what it is for, its port, its switch, and where it can be called or why it cannot. */
final class ServiceRow {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final VBox box = new VBox();
    private final Spinner<Integer> port;
    private final ServiceChoices choices;
    private final ToggleSwitch open = new ToggleSwitch();
    private final Label standing = new Label();
    private final Label detail = new Label();
    private final Button copy = new Button();
    /** Begins as true: the controls tell their first values at once, and nobody chose those. */
    private boolean showing = true;
    private Door shown = new Door(false, 0);

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
        port = WholeNumber.field("port-" + service.key(), Door.MOST,
                "Port of " + service.title() + ", 0 for a free one", "0 takes a free port, another one at each start");
        choices = new ServiceChoices(service, next -> tell(choice, next));
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setId("serve-" + service.key());
        open.setAccessibleText("Serve " + service.title());
        Label portName = new Label("Port");
        portName.getStyleClass().add("settings-port");
        portName.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(words, portName, port, open);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("settings-row");
        box.getChildren().addAll(row, standing(), choices.node());
        box.getStyleClass().add("settings-item");
        open.selectedProperty().subscribe(_ -> tell(choice, shown.choices()));
        port.valueProperty().subscribe(_ -> tell(choice, shown.choices()));
        showing = false;
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
        detail.setWrapText(true);
        detail.managedProperty().bind(detail.textProperty().isNotEmpty());
        HBox address = new HBox(standing, copy);
        address.setSpacing(6);
        address.setAlignment(Pos.CENTER_LEFT);
        VBox line = new VBox(address, detail);
        line.visibleProperty().bind(standing.visibleProperty());
        line.managedProperty().bind(line.visibleProperty());
        standing.setVisible(false);
        return line;
    }

    private void tell(Consumer<Door> choice, ServingChoices how) {
        if (!showing) {
            choice.accept(new Door(open.isSelected(), port.getValue(), how));
        }
    }

    Node node() {
        return box;
    }

    /**
     * @param sources
     *            that may be served, by their addresses
     * @param listed
     *            whether any other computer is listed
     */
    void show(Door door, List<String> sources, boolean listed) {
        showing = true;
        shown = door;
        open.setSelected(door.open());
        port.getValueFactory().setValue(door.port());
        choices.show(door.choices(), sources, listed, door.open());
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
