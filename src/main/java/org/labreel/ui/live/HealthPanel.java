package org.labreel.ui.live;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.labreel.record.RecorderStatus;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.kit.Units;

/** The line that always tells how well the feed comes through. */
final class HealthPanel {
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

    /** Refreshes, of which there are four a second. */
    private static final int PATIENCE_TICKS = 16;

    private final Item received = new Item("Received", "Frames received in a second");
    private final Item shown = new Item("Shown", "Frames shown in a second; fewer than received means that this "
            + "computer does not keep up with drawing, nothing is lost from a recording");
    private final Item age = new Item("Age", "Time since the last message of any kind");
    private final Item latency = new Item("Latency", "");
    private final Button lostButton = new Button("–");
    private final Item lost = new Item("Lost", "", lostButton);
    private final LossPanel losses = new LossPanel();
    private final Item damaged = new Item("Damaged", "Messages and frames that cannot be shown, whole or in part; "
            + "they are recorded all the same");
    private final Item queue = new Item("Queue", "Received and waiting for the disk");
    private final Item disk = new Item("Disk left", "While recording: how long the disk lasts at the present "
            + "rate. Else: the room where recordings go");

    private int laggingTicks;

    @FXML
    private HBox root;

    @SuppressWarnings("NullAway.Init")
    HealthPanel() {
    }

    @FXML
    void initialize() {
        lostButton.getStyleClass().add("health-button");
        lostButton.setOnAction(_ -> losses.toggle(lostButton));
        lostButton.setAccessibleHelp("Opens the list of losses");
        List<Item> items = List.of(received, shown, age, latency, lost, damaged, queue, disk);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        root.getChildren().setAll(items.stream().map(item -> item.box).toList());
        root.getChildren().add(root.getChildren().indexOf(queue.box), spring);
        damaged.box.setVisible(false);
        damaged.box.setManaged(false);
    }

    /**
     * @param looksBack
     *            while the past is looked at nothing of the present is shown, and that is no fault
     */
    void refresh(RecordControl control, LiveFigures f, TileLosses lossesNow, boolean looksBack) {
        // Of all sources together: they share the disk.
        RecorderStatus recorder = control.status();
        refreshLosses(lossesNow);
        received.show(rate(f.received()), f.received() == 0);
        shown.show(looksBack ? "–" : rate(f.shown()), lags(f, looksBack));
        age.show(f.messageAge().map(Units::span).orElse("–"),
                f.messageAge().filter(a -> a.compareTo(FrameBanner.STALE) < 0).isEmpty());
        latency.show(millis(f.latencyMillis()), f.latencyMillis() > 150);
        latency.tip("From arrival to the screen: half of the frames within " + millis(f.latencyMillis())
                + ", 99 of 100 within " + millis(f.latencyWorstMillis()));
        long hidden = f.undecodable() + f.damaged();
        damaged.show(Units.count(hidden), true);
        damaged.box.setVisible(hidden > 0);
        damaged.box.setManaged(hidden > 0);
        queue.show(Units.bytes(recorder.queuedBytes()), recorder.queuedBytes() > 32L << 20);
        refreshDisk(recorder, control.roomBytes());
    }

    /** How long a recording can go on; while there is none, the room for it. */
    private void refreshDisk(RecorderStatus recorder, OptionalLong room) {
        disk.show(recorder.diskLeft().map(Units::span)
                .orElseGet(() -> room.isPresent() ? Units.bytes(room.getAsLong()) : "–"),
                recorder.diskLeft().filter(left -> left.toMinutes() < 15).isPresent());
    }

    /** A stutter of a moment is no news, and a picture that is fluent all the same no worry. */
    private boolean lags(LiveFigures f, boolean looksBack) {
        laggingTicks = !looksBack && f.shown() < 0.5 * f.received() ? laggingTicks + 1 : 0;
        return laggingTicks > PATIENCE_TICKS;
    }

    private void refreshLosses(TileLosses now) {
        long inRecording = now.inRecording();
        LossLedger ledger = now.ledger();
        lost.show(now.words() + (inRecording > 0 ? " · " + inRecording + " in this recording" : ""),
                ledger.entries() > 0);
        lostButton.pseudoClassStateChanged(FAULT, inRecording > 0);
        lost.tip(ledger.newest().map(loss -> LossText.sentence(loss) + " Press for the list.")
                .orElse("Nothing was lost since the source was opened"));
        losses.refresh(ledger);
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.1f fps", perSecond);
    }

    private static String millis(double millis) {
        return Double.isNaN(millis) ? "–" : String.format(Locale.ROOT, "%.0f ms", millis);
    }

    /** A name and its value; a value to worry about gets a sign as well as a colour. */
    private static final class Item {
        private final Labeled value;
        private final Tooltip tooltip = new Tooltip();
        private final HBox box;

        Item(String name, String tip) {
            this(name, tip, new Label("–"));
        }

        Item(String name, String tip, Labeled value) {
            this.value = value;
            Label caption = new Label(name);
            caption.getStyleClass().add("health-name");
            caption.setMinWidth(Region.USE_PREF_SIZE);
            value.getStyleClass().add("health-value");
            value.setMinWidth(Region.USE_PREF_SIZE);
            value.setId("health-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
            box = new HBox(caption, value);
            box.getStyleClass().add("health-item");
            tooltip.setText(tip);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(380);
            Tooltip.install(box, tooltip);
            caption.setLabelFor(value);
        }

        void show(String text, boolean warn) {
            value.setText(text);
            value.pseudoClassStateChanged(WARN, warn);
            if (warn != (value.getGraphic() != null)) {
                value.setGraphic(warn ? Icons.of("mdi2a-alert") : null);
            }
        }

        void tip(String text) {
            tooltip.setText(text);
        }
    }
}
