package org.labreel.ui.live;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.labreel.model.Marker;
import org.labreel.ui.kit.MarkerColour;

/**
 * The strip over the frame that takes a text and a colour for the marker set last. The marker stands already; the strip
 * leaves by itself, and never takes the keys unless it is asked to.
 */
final class MarkerStrip {
    private static final Duration STAY = Duration.seconds(10);

    /** The marker as it was entered last, and where. */
    private record Entered(RecordControl by, Marker marker) {
    }

    private final PauseTransition stay = new PauseTransition(STAY);
    private final ToggleGroup choice = new ToggleGroup();
    private Optional<Entered> entered = Optional.empty();

    @FXML
    private HBox strip;
    @FXML
    private Label title;
    @FXML
    private TextField markerText;
    @FXML
    private HBox colours;

    @SuppressWarnings("NullAway.Init")
    MarkerStrip() {
        stay.setOnFinished(_ -> hide());
    }

    @FXML
    void initialize() {
        for (MarkerColour colour : MarkerColour.values()) {
            colours.getChildren().add(button(colour));
        }
        choice.selectToggle(choice.getToggles().getFirst());
        choice.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                // A second click on the same colour does not leave a marker without one.
                choice.selectToggle(before);
            } else {
                chosen();
            }
        });
        markerText.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        markerText.focusedProperty().subscribe(focused -> {
            if (focused) {
                stay.stop();
            } else if (strip.isVisible()) {
                keep();
                stay.playFromStart();
            }
        });
        strip.setVisible(false);
    }

    private ToggleButton button(MarkerColour colour) {
        Region dot = new Region();
        dot.getStyleClass().add("marker-dot");
        dot.setStyle("-fx-background-color: " + colour.css());
        ToggleButton button = new ToggleButton("", dot);
        button.getStyleClass().add("marker-colour");
        button.setUserData(colour);
        button.setToggleGroup(choice);
        button.setTooltip(new Tooltip(colour.title()));
        button.setAccessibleText(colour.title());
        return button;
    }

    /** What the next marker looks like. */
    MarkerColour colour() {
        Toggle toggle = choice.getSelectedToggle();
        return toggle == null ? MarkerColour.YELLOW : (MarkerColour) toggle.getUserData();
    }

    /**
     * Offers to describe a marker that was just set.
     *
     * @param words
     *            which one, and when
     */
    void offer(RecordControl by, Marker marker, String words) {
        keep();
        entered = Optional.of(new Entered(by, marker));
        title.setText(words);
        markerText.clear();
        strip.setVisible(true);
        stay.playFromStart();
    }

    /** Lets the operator write the text of the marker set last; false when there is none. */
    boolean write() {
        if (entered.isEmpty()) {
            return false;
        }
        strip.setVisible(true);
        markerText.requestFocus();
        markerText.end();
        return true;
    }

    /** Keeps what was written and goes. */
    void leave() {
        hide();
    }

    /** Ends with the source whose marker it was. */
    void forget() {
        hide();
        entered = Optional.empty();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            markerText.clear();
        }
        if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
            hide();
            event.consume();
        }
    }

    private void chosen() {
        if (strip.isVisible()) {
            keep();
            if (!markerText.isFocused()) {
                stay.playFromStart();
            }
        }
    }

    private void keep() {
        entered.ifPresent(last -> {
            Marker next = new Marker(last.marker().id(), last.marker().at(), markerText.getText().strip(),
                    colour().css());
            if (!next.equals(last.marker())) {
                entered = Optional.of(new Entered(last.by(), next));
                last.by().describe(next);
            }
        });
    }

    private void hide() {
        stay.stop();
        if (strip.isVisible()) {
            keep();
        }
        strip.setVisible(false);
        if (markerText.isFocused()) {
            strip.getScene().getRoot().requestFocus();
        }
    }
}
