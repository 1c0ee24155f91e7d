package org.labreel.ui.view;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** Which part of the frame is seen and how large: zoom and pan of one view, or of two that go together. */
public final class FrameSight {
    /** Steps of the buttons and keys, as photographers know them. */
    private static final List<Double> STEPS = List.of(0.05, 0.1, 0.125, 0.17, 0.25, 1 / 3.0, 0.5, 2 / 3.0, 1.0, 1.5,
            2.0,
            3.0, 4.0, 5.0, 6.0, 8.0);
    private static final double SAME = 1e-3;

    private final ReadOnlyObjectWrapper<FrameGeometry> geometry = new ReadOnlyObjectWrapper<>(
            FrameGeometry.fit(0, 0, 0, 0));

    FrameSight() {
    }

    public ReadOnlyObjectProperty<FrameGeometry> geometryProperty() {
        return geometry.getReadOnlyProperty();
    }

    public FrameGeometry geometry() {
        return geometry.get();
    }

    void place(FrameGeometry next) {
        geometry.set(next);
    }

    /** All of the frame, as large as it goes. */
    public void fit() {
        place(geometry().fitted());
    }

    /**
     * @param scale
     *            view pixels for a pixel of the frame, 1 = 100 %; kept within the bounds
     */
    public void zoomTo(double scale) {
        place(geometry().scaledTo(scale));
    }

    /** The next larger round percentage. */
    public void zoomIn() {
        double now = geometry().scale();
        zoomTo(STEPS.stream().filter(step -> step > now * (1 + SAME)).findFirst().orElse(now));
    }

    /** The next smaller round percentage, fitted at the least. */
    public void zoomOut() {
        double now = geometry().scale();
        double next = STEPS.reversed().stream().filter(step -> step < now * (1 - SAME)).findFirst().orElse(now);
        if (next <= geometry().fitScale() && now > geometry().fitScale() * (1 + SAME)) {
            fit();
        } else {
            zoomTo(next);
        }
    }

    /** As "100 %". */
    public String words() {
        return Math.round(geometry().scale() * 100) + " %";
    }

    /** Lets two views show the same part of their frames, until the handle is closed. */
    public static Subscription link(FrameSight a, FrameSight b) {
        boolean[] following = new boolean[1];
        b.place(b.geometry().like(a.geometry()));
        return Subscription.combine(a.geometry.subscribe((_, next) -> follow(next, b, following)),
                b.geometry.subscribe((_, next) -> follow(next, a, following)));
    }

    private static void follow(FrameGeometry next, FrameSight other, boolean[] following) {
        // What the other does because of us must not come back: bounds of the two may differ.
        if (!following[0] && other.geometry().scale() > 0 && next.scale() > 0) {
            following[0] = true;
            try {
                other.place(other.geometry().like(next));
            } finally {
                following[0] = false;
            }
        }
    }
}
