package org.labreel.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** The row over the lanes: the selection, always in sight, and the buttons that choose the window. */
final class TimelineBar extends HBox {
    private static final long SECOND = 1_000_000_000L;
    private static final double IN = 1 / 1.6;
    private static final double OUT = 1.6;

    private final TimelineModel model;
    private final Label selection = new Label();
    private final Tooltip selectionTip = new Tooltip();
    private final ToggleButton live = new ToggleButton("Live");
    private final MenuButton signals = new MenuButton("Signals");
    private final List<Subscription> subscriptions = new ArrayList<>();

    /**
     * @param lead
     *            what stands in place of the selection while it is visible
     */
    TimelineBar(TimelineModel model, ObservableValue<Optional<Node>> lead) {
        this.model = model;
        getStyleClass().add("timeline-bar");
        selection.getStyleClass().add("timeline-selection");
        selection.setTooltip(selectionTip);
        selection.setMinWidth(0);
        Region between = new Region();
        setHgrow(between, Priority.ALWAYS);
        live();
        signals();
        getChildren().addAll(selection, between, live,
                button("timelineFit", "Fit", "", "Show the whole log; again: all there is around it (0)", model::fit),
                button("timeline30", "30 s", "", "Show 30 seconds around the playhead",
                        () -> model.window(30 * SECOND)),
                button("timeline300", "5 min", "", "Show 5 minutes around the playhead",
                        () -> model.window(300 * SECOND)),
                button("timelineOut", "", "mdi2m-magnify-minus-outline", "Show more (−, or the wheel)",
                        () -> model.zoom(OUT)),
                button("timelineIn", "", "mdi2m-magnify-plus-outline", "Show less, larger (+, or the wheel)",
                        () -> model.zoom(IN)),
                signals);
        subscriptions.add(model.selectionProperty().subscribe(_ -> tell()));
        subscriptions.add(model.contentProperty().subscribe(_ -> tell()));
        subscriptions.add(lead.subscribe(next -> next.ifPresent(this::lead)));
    }

    private void lead(Node node) {
        getChildren().addFirst(node);
        setHgrow(node, Priority.ALWAYS);
        node.managedProperty().bind(node.visibleProperty());
        selection.visibleProperty().bind(node.visibleProperty().not());
        selection.managedProperty().bind(selection.visibleProperty());
    }

    void dispose() {
        subscriptions.forEach(Subscription::unsubscribe);
        live.selectedProperty().unbindBidirectional(model.followingProperty());
    }

    private static Button button(String id, String text, String icon, String tip, Runnable action) {
        Button button = new Button(text);
        if (!icon.isEmpty()) {
            button.setGraphic(new FontIcon(icon));
        }
        dress(button, id, tip);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void dress(ButtonBase button, String id, String tip) {
        button.setId(id);
        button.getStyleClass().addAll("flat", "small", "timeline-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setMinWidth(USE_PREF_SIZE);
        // The keys stay with the timeline.
        button.setFocusTraversable(true);
    }

    private void live() {
        live.setGraphic(new FontIcon("mdi2r-record-circle-outline"));
        dress(live, "timelineLive", "Go with the present; touching the timeline pauses it (Esc: back to live)");
        live.getStyleClass().add("timeline-live");
        live.selectedProperty().bindBidirectional(model.followingProperty());
        live.setOnAction(_ -> {
            if (live.isSelected()) {
                model.backToLive();
            }
        });
        live.managedProperty().bind(live.visibleProperty());
    }

    private void signals() {
        dress(signals, "timelineSignals", "Choose the signals that are shown");
        // Filled before it is first opened, because an empty menu does not open.
        signals.getItems().setAll(new MenuItem());
        signals.setOnShowing(_ -> signals.getItems().setAll(SignalMenu.items(model)));
    }

    private void tell() {
        String words = model.text().selection(model.selectionProperty().get(), model.content());
        selection.setText(words);
        selectionTip.setText(words + ".\nDrag the handles, press I and O, or drag with Ctrl held to mark a range");
        live.setVisible(model.content().liveEdge().isPresent());
    }
}
