package org.labreel.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.ToggleSwitch;
import org.labreel.picture.PixelFormat;
import org.labreel.ui.kit.Serving.Service;
import org.labreel.ui.kit.ServingChoices;

/** What one service serves, and how: a line for each choice that it has. */
final class ServiceChoices {
    private static final double SOURCE_WIDTH_PX = 260;

    private final VBox box = new VBox();
    private final ComboBox<String> source = new ComboBox<>();
    private final ToggleSwitch others = new ToggleSwitch();
    private final Label warning = new Label();
    private final ToggleSwitch discoverable = new ToggleSwitch();
    private final ComboBox<PixelFormat> format = new ComboBox<>();
    private final Spinner<Integer> buffered;
    private final Spinner<Integer> timeout;
    private ServingChoices shown = ServingChoices.USUAL;
    /** Begins as true: the controls tell their first values at once, and nobody chose those. */
    private boolean showing = true;

    /**
     * @param choice
     *            hears what the operator chooses
     */
    ServiceChoices(Service service, Consumer<ServingChoices> choice) {
        String key = service.key();
        buffered = WholeNumber.field("buffered-" + key, ServingChoices.MOST_IMAGES_BUFFERED,
                "Images that may wait for a player", "0: as many as fit into 256 MB");
        timeout = WholeNumber.field("timeout-" + key, ServingChoices.MOST_TIMEOUT_SECONDS,
                "Seconds until a player is let go that reads nothing", "0: never");
        box.getStyleClass().add("settings-choices");
        box.managedProperty().bind(box.visibleProperty());
        if (service.ofOneSource()) {
            source.setId("source-" + key);
            source.setPrefWidth(SOURCE_WIDTH_PX);
            source.setConverter(new SourceText());
            line("What is served", "", source, "");
        }
        if (service.withoutSecret()) {
            reach(service);
        }
        if (service == Service.PI_CAMERA) {
            discoverable.setId("discoverable-" + key);
            line("Answer searches", "Clients that look for Pi cameras in the network find this one, as far as they may "
                    + "connect.", discoverable, "");
        }
        if (service == Service.CPL) {
            format.setId("format-" + key);
            format.getItems().setAll(PixelFormat.values());
            format.setConverter(new FormatText());
            line("Pixels", "", format, "");
            line("Images buffered", "More are left out for a player that reads too slowly, and counted.", buffered,
                    "images");
            line("Timeout", "A player that reads nothing for so long is let go. 0: never.", timeout, "s");
        }
        listen(choice);
    }

    private void reach(Service service) {
        others.setId("others-" + service.key());
        line("Other computers may connect", "Only those that are listed below under \"Let in without a secret\".",
                others, "");
        warning.setId("warning-" + service.key());
        warning.setWrapText(true);
        warning.getStyleClass().add("settings-warning");
        warning.setVisible(false);
        warning.managedProperty().bind(warning.visibleProperty());
        box.getChildren().add(warning);
    }

    private void line(String title, String hint, Control control, String unit) {
        Label name = new Label(title);
        VBox words = new VBox(name);
        if (!hint.isEmpty()) {
            Label small = new Label(hint);
            small.getStyleClass().add("settings-hint");
            small.setWrapText(true);
            words.getChildren().add(small);
        }
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        control.setMinWidth(Region.USE_PREF_SIZE);
        control.setAccessibleText(title);
        HBox row = new HBox(words, control);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("settings-row");
        if (!unit.isEmpty()) {
            Label label = new Label(unit);
            label.getStyleClass().add("settings-unit");
            row.getChildren().add(label);
        }
        box.getChildren().add(row);
    }

    private void listen(Consumer<ServingChoices> choice) {
        source.valueProperty().subscribe(value -> tell(choice, shown.withSource(value == null ? "" : value)));
        others.selectedProperty().subscribe(on -> tell(choice, shown.withOthers(on)));
        discoverable.selectedProperty().subscribe(on -> tell(choice, shown.withDiscoverable(on)));
        format.valueProperty().subscribe(value -> tell(choice, value == null ? shown : shown.withFormat(value)));
        buffered.valueProperty().subscribe(value -> tell(choice, shown.withImagesBuffered(value)));
        timeout.valueProperty().subscribe(value -> tell(choice, shown.withTimeoutSeconds(value)));
        showing = false;
    }

    private void tell(Consumer<ServingChoices> choice, ServingChoices next) {
        if (!showing && !next.equals(shown)) {
            shown = next;
            choice.accept(next);
        }
    }

    Node node() {
        return box;
    }

    /**
     * @param now
     *            what was chosen
     * @param sources
     *            that may be chosen, by their addresses
     * @param listed
     *            whether any other computer is listed
     * @param visible
     *            whether the service is on
     */
    void show(ServingChoices now, List<String> sources, boolean listed, boolean visible) {
        showing = true;
        shown = now;
        box.setVisible(visible);
        List<String> items = SourceText.items(sources, now.source());
        if (!source.getItems().equals(items)) {
            source.getItems().setAll(items);
        }
        source.setValue(now.source());
        others.setSelected(now.others());
        discoverable.setSelected(now.discoverable());
        format.setValue(now.format());
        buffered.getValueFactory().setValue(now.imagesBuffered());
        timeout.getValueFactory().setValue(now.timeoutSeconds());
        warning.setVisible(now.others());
        warning.setText(listed
                ? "This protocol has no secret and no encryption: whoever is at a listed computer sees the picture and "
                        + "can give its commands."
                : "No other computer is listed below yet, so none can connect.");
        showing = false;
    }

    /** Addresses; an empty one is the first on the live page. */
    private static final class SourceText extends StringConverter<String> {
        private static final String FIRST = "The first on the live page";

        static List<String> items(List<String> sources, String chosen) {
            List<String> items = new ArrayList<>(List.of(""));
            items.addAll(sources);
            if (!items.contains(chosen)) {
                items.add(chosen);
            }
            return items;
        }

        @Override
        public String toString(String value) {
            return value == null || value.isEmpty() ? FIRST : value;
        }

        @Override
        public String fromString(String text) {
            return text.equals(FIRST) ? "" : text;
        }
    }

    private static final class FormatText extends StringConverter<PixelFormat> {
        @Override
        public String toString(PixelFormat value) {
            return value == null ? "" : value.word();
        }

        @Override
        public PixelFormat fromString(String text) {
            return PixelFormat.of(text).orElse(ServingChoices.USUAL.format());
        }
    }
}
