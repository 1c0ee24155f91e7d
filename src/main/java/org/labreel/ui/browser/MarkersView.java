package org.labreel.ui.browser;

import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.labreel.log.LogIndex;

/** The panel that lists the markers of the open log; a click goes to one. Not there when there are none. */
final class MarkersView extends VBox {
    private static final double LINE_HEIGHT = 26;
    private static final double LEAST_HEIGHT = 58;
    private static final double MOST_HEIGHT = 128;

    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final IntConsumer go;

    /**
     * @param go
     *            is given the frame
     */
    MarkersView(IntConsumer go) {
        this.go = go;
        Label title = new Label("Markers");
        title.getStyleClass().add("side-title");
        lines.getStyleClass().add("markers");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        getStyleClass().addAll("side-section", "range");
        setId("markers");
        getChildren().addAll(title, scroll);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(LogIndex index, List<LogMarker> markers) {
        scroll.setMinHeight(Math.min(LEAST_HEIGHT, LINE_HEIGHT * markers.size()));
        setVisible(!markers.isEmpty());
        lines.getChildren().setAll(markers.stream().map(marker -> line(index, marker)).toList());
    }

    private Node line(LogIndex index, LogMarker marker) {
        Label text = new Label(marker.words());
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label time = new Label(
                TimeText.elapsed(Duration.between(index.timeZero(), index.frameTime(marker.frame()))));
        time.getStyleClass().add("range-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        HBox content = new HBox(8, new Circle(5, MarkerFlags.colour(marker.marker().colour())), text, time);
        content.getStyleClass().add("marker-line");
        Button button = new Button("", content);
        button.getStyleClass().addAll("flat", "marker-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(button.widthProperty().subtract(16));
        button.setAccessibleText(marker.words() + ", " + time.getText());
        button.setTooltip(new Tooltip("Frame " + marker.frame() + "\n" + marker.words()));
        button.setOnAction(_ -> go.accept(marker.frame()));
        return button;
    }
}
