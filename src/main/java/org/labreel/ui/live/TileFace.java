package org.labreel.ui.live;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.labreel.feed.FeedStatus;
import org.labreel.record.RecorderStatus;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.kit.Units;

/** What stands above and below the picture of a tile: whose it is, how it does, and its buttons. */
final class TileFace {
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

    /** Width of a tile from which on all figures can be read, pixels. */
    private static final double FIGURES_PX = 420;

    private final Region dot = new Region();
    private final Label title = new Label();
    private final Label state = new Label();
    private final Label recording = new Label("", Icons.of("mdi2r-record"));
    private final Button enlarge = button("mdi2a-arrow-expand");
    private final Button remove = button("mdi2c-close");
    private final HBox head = new HBox(6, dot, title, state, spring(), recording, enlarge, remove);
    private final Label received = figure("Frames received in a second");
    private final Label shown = figure("Frames shown in a second");
    private final Label lost = figure("Messages lost since the source was opened");
    private final Label age = figure("Time since the last message of any kind");
    private final Label latency = figure("From arrival to the screen, half of the frames");
    private final HBox figures = new HBox(10, received, shown, lost, age, latency);

    TileFace(LiveSource source, Runnable toEnlarge, Runnable toRemove) {
        head.getStyleClass().add("tile-head");
        head.setAlignment(Pos.CENTER_LEFT);
        figures.getStyleClass().add("tile-figures");
        dot.getStyleClass().add("dot");
        dot.setMinWidth(Region.USE_PREF_SIZE);
        title.setText(source.title());
        title.setMinWidth(40);
        HBox.setHgrow(title, Priority.SOMETIMES);
        title.getStyleClass().add("strong");
        title.setTooltip(new Tooltip(source.address()));
        state.getStyleClass().addAll("muted", "small");
        state.setMinWidth(0);
        HBox.setHgrow(state, Priority.SOMETIMES);
        recording.getStyleClass().addAll("small", "tile-recording");
        recording.setMinWidth(Region.USE_PREF_SIZE);
        recording.setVisible(false);
        recording.managedProperty().bind(recording.visibleProperty());
        enlarge.setOnAction(_ -> toEnlarge.run());
        remove.setOnAction(_ -> toRemove.run());
        remove.setTooltip(new Tooltip("Show this source no more (Delete); its recordings stay"));
        remove.setAccessibleText("Remove " + source.title());
        enlarge.setAccessibleText("Enlarge " + source.title());
        remove.getStyleClass().add("tile-remove");
        enlarge.getStyleClass().add("tile-enlarge");
        setLarge(false);
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private static Button button(String icon) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("flat", "small", "tile-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        return button;
    }

    private static Label figure(String what) {
        Label label = new Label("–");
        label.getStyleClass().addAll("small", "tile-figure");
        label.setTooltip(new Tooltip(what));
        label.setMinWidth(0);
        return label;
    }

    HBox head() {
        return head;
    }

    HBox figures() {
        return figures;
    }

    /** In a narrow tile only the most needed is left; keys and double clicks do the rest. */
    void setWidth(double widthPx) {
        boolean narrow = widthPx < LiveTile.ROOM_PX;
        show(!narrow, state, enlarge, remove, age);
        show(widthPx >= FIGURES_PX, shown, latency);
        recording.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    private static void show(boolean there, Node... parts) {
        for (Node each : parts) {
            if (each.isManaged() != there) {
                each.setVisible(there);
                each.setManaged(there);
            }
        }
    }

    void setLarge(boolean large) {
        enlarge.setGraphic(Icons.of(large ? "mdi2v-view-grid-outline" : "mdi2a-arrow-expand"));
        enlarge.setTooltip(new Tooltip(large
                ? "Show all sources alike (F, or double click)"
                : "Enlarge this source (F, or double click)"));
    }

    void refresh(LiveFigures now, TileLosses losses, RecorderStatus recorder) {
        Dots.set(dot, Dots.Colour.of(now.status().state()));
        state.setText(words(now.status().state()));
        recording.setVisible(recorder.recording());
        recording.setText(Units.bytes(recorder.bytes()));
        recording.setAccessibleText("Recording, " + recording.getText());
        show(received, String.format(Locale.ROOT, "%.1f fps", now.received()), now.received() == 0, false);
        show(shown, String.format(Locale.ROOT, "shown %.1f", now.shown()), false, false);
        show(lost, "lost " + losses.words(), losses.ledger().entries() > 0, losses.inRecording() > 0);
        show(age, now.messageAge().map(span -> "age " + Units.span(span)).orElse("age –"),
                now.messageAge().filter(span -> span.compareTo(FrameBanner.STALE) < 0).isEmpty(), false);
        show(latency, Double.isNaN(now.latencyMillis())
                ? "latency –"
                : String.format(Locale.ROOT, "latency %.0f ms", now.latencyMillis()), false, false);
    }

    /** A connection in a few words; nothing when all is well. */
    static String words(FeedStatus.State state) {
        return switch (state) {
            case CONNECTED -> "";
            case CONNECTING -> "connecting";
            case WAITING -> "not reachable, tried again";
            case CLOSED -> "ended";
        };
    }

    private static void show(Label label, String text, boolean warn, boolean fault) {
        label.setText(text);
        label.pseudoClassStateChanged(WARN, warn && !fault);
        label.pseudoClassStateChanged(FAULT, fault);
    }
}
