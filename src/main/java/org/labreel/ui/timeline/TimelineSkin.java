package org.labreel.ui.timeline;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The face of a timeline: the bar with the window buttons and the selection, the lanes, the words at the pointer. */
final class TimelineSkin extends SkinBase<Control> {
    private static final double APART_PX = 16;

    private final LanesView lanes;
    private final TimelineBar bar;
    private final TimelinePointer pointer;
    private final Label hover = new Label();

    TimelineSkin(Control control, TimelineModel model, ObservableValue<Optional<Node>> lead) {
        super(control);
        TimelineGestures gestures = new TimelineGestures(model);
        this.lanes = new LanesView(model, gestures);
        this.bar = new TimelineBar(model, lead);
        VBox box = new VBox(bar, lanes);
        box.getStyleClass().add("timeline-box");
        VBox.setVgrow(lanes, Priority.ALWAYS);
        hover.getStyleClass().add("timeline-hover");
        hover.setManaged(false);
        hover.setMouseTransparent(true);
        hover.setVisible(false);
        getChildren().addAll(box, hover);
        pointer = new TimelinePointer(control, lanes, model, gestures, this::say);
    }

    /** Shows words beside the pointer, given in the coordinates of the lanes; empty takes them away. */
    private void say(Optional<String> words, double x, double y) {
        hover.setVisible(words.isPresent());
        if (words.isEmpty()) {
            return;
        }
        hover.setText(words.get());
        hover.autosize();
        Point2D at = getSkinnable().sceneToLocal(lanes.localToScene(x, y));
        double width = getSkinnable().getWidth();
        double height = getSkinnable().getHeight();
        double left = at.getX() + APART_PX + hover.getWidth() <= width
                ? at.getX() + APART_PX
                : at.getX() - APART_PX - hover.getWidth();
        double top = Math.clamp(at.getY() - hover.getHeight() / 2, 0, Math.max(0, height - hover.getHeight()));
        hover.relocate(Math.max(0, Math.rint(left)), Math.rint(top));
    }

    @Override
    public void dispose() {
        pointer.dispose();
        bar.dispose();
        lanes.dispose();
        super.dispose();
    }
}
