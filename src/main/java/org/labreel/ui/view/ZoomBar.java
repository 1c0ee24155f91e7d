package org.labreel.ui.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.labreel.ui.kit.Icons;

/** The buttons for the size of the frame, with the percentage between them. */
public final class ZoomBar extends HBox {
    private static final double LARGEST = FrameGeometry.MAX_SCALE;

    private final FrameSight sight;
    private final Label percent = new Label();

    public ZoomBar(FrameSight sight) {
        this.sight = sight;
        getStyleClass().add("zoom-bar");
        setAlignment(Pos.CENTER);
        percent.setId("zoomPercent");
        percent.getStyleClass().add("zoom-percent");
        Button out = icon("zoomOut", "mdi2m-minus", "Smaller (Ctrl+−)", sight::zoomOut);
        Button in = icon("zoomIn", "mdi2p-plus", "Larger (Ctrl++). Ctrl with the wheel zooms about the pointer",
                sight::zoomIn);
        Button fit = text("zoomFit", "Fit", "All of the frame (Ctrl+0, or a double click)", sight::fit);
        Button actual = text("zoomActual", "100 %", "One pixel of the frame for one of the window (Z)",
                () -> sight.zoomTo(1));
        Button most = text("zoomMost", "800 %", "Each pixel as a large square (Shift+Z)", () -> sight.zoomTo(LARGEST));
        getChildren().addAll(out, percent, in, fit, actual, most);
        sight.geometryProperty().subscribe(this::show);
    }

    private void show(FrameGeometry now) {
        percent.setText(now.scale() > 0 ? sight.words() : "");
        setDisable(now.scale() <= 0);
    }

    private static Button icon(String id, String literal, String tip, Runnable action) {
        Button button = button(id, tip, action);
        button.setGraphic(Icons.of(literal));
        button.getStyleClass().add("button-icon");
        return button;
    }

    private static Button text(String id, String text, String tip, Runnable action) {
        Button button = button(id, tip, action);
        button.setText(text);
        return button;
    }

    private static Button button(String id, String tip, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
