package org.labreel.ui.browser;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Rectangle;
import javafx.scene.paint.Color;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.view.FrameProbe;
import org.labreel.ui.view.FrameView;
import org.labreel.ui.view.ZoomBar;

/** The line under the frame: what is under the pointer, and how large the frame is shown. */
final class FrameStrip extends HBox {
    private final FrameView frame;
    private final Label readout = new Label();
    private final Rectangle swatch = new Rectangle(11, 11);

    FrameStrip(FrameView frame) {
        this.frame = frame;
        ToggleButton crosshair = new ToggleButton("", Icons.of("mdi2c-crosshairs"));
        crosshair.getStyleClass().addAll("flat", "small", "button-icon");
        crosshair.setId("crosshair");
        crosshair.setFocusTraversable(false);
        crosshair.setTooltip(new Tooltip("Crosshair through the pointer (X)"));
        crosshair.setAccessibleText("Crosshair through the pointer");
        crosshair.selectedProperty().bindBidirectional(frame.crosshairVisibleProperty());
        readout.setId("readout");
        readout.getStyleClass().add("frame-readout");
        readout.setMinWidth(0);
        readout.setMaxWidth(Double.MAX_VALUE);
        readout.setGraphic(swatch);
        readout.setTooltip(new Tooltip("Pixel, colour, board units and electrode under the pointer"));
        HBox.setHgrow(readout, Priority.ALWAYS);
        ZoomBar zoom = new ZoomBar(frame.sight());
        zoom.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("frame-strip");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(readout, crosshair, zoom);
        managedProperty().bind(visibleProperty());
        frame.probeProperty().subscribe(probe -> show("", probe));
        frame.sight().geometryProperty().subscribe(_ -> show("", frame.probeProperty().get()));
    }

    /**
     * @param side
     *            which frame the pointer is over, where there are two
     */
    void show(String side, Optional<FrameProbe> probe) {
        swatch.setVisible(probe.isPresent());
        swatch.setManaged(probe.isPresent());
        probe.ifPresent(found -> swatch.setFill(Color.rgb(found.rgb() >> 16 & 0xFF, found.rgb() >> 8 & 0xFF,
                found.rgb() & 0xFF)));
        readout.setText(probe.map(found -> side + found.words()).orElseGet(this::size));
    }

    private String size() {
        int width = (int) frame.geometry().contentWidth();
        int height = (int) frame.geometry().contentHeight();
        return width == 0 ? "" : width + " × " + height + " px";
    }
}
