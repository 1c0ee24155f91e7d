package org.labreel.ui.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.labreel.log.LogIndex;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Shortcut;
import org.labreel.ui.timeline.Timeline;
import org.labreel.ui.timeline.WindowKeys;

/** The panel under the page: times, buttons to step and play, speed, and the timeline. */
final class TransportView {
    static final List<Shortcut> SHEET = List.of(
            new Shortcut("0 + −", "Timeline: the whole log (again: all around it), larger, smaller"),
            new Shortcut("Ctrl+Left Ctrl+Right", "Timeline, when it has the focus: earlier, later"));
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    /** Below this there is no room for the date and for words. */
    private static final double NARROW = 940;

    private final Transport transport;
    private final ZoneId zone;
    private final Timeline timeline;
    /** The letter of the key that led into the field is still to come. */
    private boolean asked;
    private final Tooltip wallTip = new Tooltip();
    private final AnimationTimer timer;

    @FXML
    private VBox bar;
    @FXML
    private HBox row;
    @FXML
    private Label elapsed;
    @FXML
    private Label wall;
    @FXML
    private Label frameName;
    @FXML
    private TextField frameField;
    @FXML
    private Label lastFrame;
    @FXML
    private FontIcon playIcon;
    @FXML
    private ComboBox<Double> speed;

    /**
     * @param timeline
     *            stands under the buttons and has the focus while the operator moves in the log
     */
    @SuppressWarnings("NullAway.Init")
    TransportView(Transport transport, ZoneId zone, Timeline timeline) {
        this.transport = transport;
        this.zone = zone;
        this.timeline = timeline;
        this.timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                transport.tick();
            }
        };
        Fxml.load("transport.fxml", this);
        wire();
    }

    Region root() {
        return bar;
    }

    private void wire() {
        VBox.setVgrow(timeline, Priority.ALWAYS);
        bar.getChildren().add(timeline);
        speed.getItems().setAll(Playback.SPEEDS);
        speed.setConverter(new SpeedWords());
        speed.valueProperty().subscribe(this::speedChosen);
        // After a click, Space plays again and does not press the same button once more.
        bar.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> {
            if (bar.getScene().getFocusOwner() instanceof ButtonBase) {
                focus();
            }
        });
        wall.setTooltip(wallTip);
        bar.widthProperty().subscribe(width -> {
            frameName.setVisible(width.doubleValue() >= NARROW);
            frame();
        });
        frameField.setTooltip(new Tooltip(GoTo.HINT));
        frameField.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        frameField.addEventFilter(KeyEvent.KEY_TYPED, this::firstLetter);
        frameField.focusedProperty().subscribe(_ -> frame());
        transport.indexProperty().subscribe(this::log);
        transport.frameProperty().subscribe(_ -> frame());
        transport.speedProperty().subscribe(now -> speed.setValue(now.doubleValue()));
        transport.directionProperty().subscribe(now -> playing(now.intValue()));
    }

    private void log(LogIndex index) {
        row.setDisable(index.frames() == 0);
        timeline.setDisable(index.records() == 0);
        lastFrame.setText(index.frames() == 0 ? "/ –" : "/ " + (index.frames() - 1));
        frame();
    }

    private void frame() {
        int frame = transport.frame();
        LogIndex index = transport.index();
        if (frame < 0 || frame >= index.frames()) {
            elapsed.setText("–:––.–––");
            wall.setText("");
            frameField.setText("");
            return;
        }
        Instant time = index.frameTime(frame);
        elapsed.setText(TimeText.elapsed(Duration.between(index.timeZero(), time)));
        wallTip.setText(TimeText.wall(time, zone));
        wall.setText(bar.getWidth() < NARROW ? TimeText.clock(time, zone) : wallTip.getText());
        if (!frameField.isFocused()) {
            frameField.setText(Integer.toString(frame));
            frameField.pseudoClassStateChanged(ERROR, false);
        }
    }

    private void playing(int direction) {
        playIcon.setIconLiteral(direction == 0 ? "mdi2p-play" : "mdi2p-pause");
        if (direction == 0) {
            timer.stop();
        } else {
            timer.start();
        }
    }

    private void speedChosen(Double chosen) {
        // The combo box is empty while its list is being set.
        if (chosen != null && chosen != transport.speedProperty().get()) {
            transport.setSpeed(chosen);
        }
    }

    private void firstLetter(KeyEvent event) {
        if (asked) {
            asked = false;
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        asked = false;
        if (event.getCode() == KeyCode.ENTER) {
            boolean found = transport.goTo(frameField.getText());
            frameField.pseudoClassStateChanged(ERROR, !found);
            if (found) {
                timeline.requestFocus();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            timeline.requestFocus();
            event.consume();
        }
    }

    /** Takes the focus, so that arrows step frames and do not move in a list. */
    void focus() {
        timeline.requestFocus();
    }

    /** Takes the keys that choose the window of the timeline, unless they meant something else. */
    void keyPressed(KeyEvent event) {
        boolean plain = !event.isConsumed() && !event.isShortcutDown() && !event.isAltDown();
        if (plain && new WindowKeys(timeline.model()).press(event.getCode())) {
            event.consume();
        }
    }

    /** Lets the operator type where to go. */
    void askWhere() {
        asked = true;
        frameField.requestFocus();
        frameField.selectAll();
    }

    @FXML
    void home() {
        transport.home();
    }

    @FXML
    void previousChange() {
        transport.change(-1);
    }

    @FXML
    void back() {
        transport.step(-1);
    }

    @FXML
    void play() {
        transport.toggle();
    }

    @FXML
    void forward() {
        transport.step(1);
    }

    @FXML
    void nextChange() {
        transport.change(1);
    }

    @FXML
    void end() {
        transport.end();
    }

    private static final class SpeedWords extends StringConverter<Double> {
        @Override
        public String toString(Double value) {
            return value == null ? "" : String.format(Locale.ROOT, value < 1 ? "%s×" : "%.0f×", value);
        }

        @Override
        public Double fromString(String text) {
            return Double.valueOf(text.replace("×", ""));
        }
    }
}
