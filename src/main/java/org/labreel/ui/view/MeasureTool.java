package org.labreel.ui.view;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.labreel.model.Point;

/** Measures on the frame: a drag draws a line, a drag at one of its ends moves that end. JavaFX thread. */
public final class MeasureTool implements FrameGestures.Tool {
    /** A shorter line was a click that slipped, view pixels. */
    private static final double SHORTEST = 3;

    private final FrameSight sight;
    private final BooleanProperty inHand = new SimpleBooleanProperty(this, "inHand");
    private final ObjectProperty<Optional<Measure>> line = new SimpleObjectProperty<>(this, "line", Optional.empty());
    private final ObjectProperty<OptionalDouble> millimetresPerUnit = new SimpleObjectProperty<>(this,
            "millimetresPerUnit", OptionalDouble.empty());
    private Measure.End held = Measure.End.TO;

    MeasureTool(FrameSight sight) {
        this.sight = sight;
    }

    /** Whether dragging measures, and does not pan. */
    public BooleanProperty inHandProperty() {
        return inHand;
    }

    /** What is measured; stays where it is on the frame while frames are stepped. */
    public ObjectProperty<Optional<Measure>> lineProperty() {
        return line;
    }

    /** Of the board that is shown; empty while nobody told. */
    public ObjectProperty<OptionalDouble> millimetresPerUnitProperty() {
        return millimetresPerUnit;
    }

    /** Lets two views measure the same line, each on its own frame, until the handle is closed. */
    public static Subscription link(MeasureTool a, MeasureTool b) {
        boolean[] following = new boolean[1];
        b.inHand.bindBidirectional(a.inHand);
        Subscription lines = Subscription.combine(a.line.subscribe((_, next) -> follow(a, next, b, following)),
                b.line.subscribe((_, next) -> follow(b, next, a, following)));
        return lines.and(() -> b.inHand.unbindBidirectional(a.inHand));
    }

    private static void follow(MeasureTool from, Optional<Measure> next, MeasureTool to, boolean[] following) {
        FrameGeometry here = from.sight.geometry();
        FrameGeometry there = to.sight.geometry();
        // What the other does because of us must not come back: it may be rounded.
        if (!following[0] && here.contentWidth() > 0 && there.contentWidth() > 0) {
            following[0] = true;
            try {
                to.line.set(next.map(found -> found.scaled(there.contentWidth() / here.contentWidth(),
                        there.contentHeight() / here.contentHeight())));
            } finally {
                following[0] = false;
            }
        }
    }

    @Override
    public boolean inHand() {
        return inHand.get();
    }

    @Override
    public void press(Point at) {
        FrameGeometry geometry = sight.geometry();
        Optional<Measure.End> end = line.get().flatMap(found -> found.endAt(at, geometry));
        held = end.orElse(Measure.End.TO);
        if (end.isEmpty()) {
            Point p = inside(geometry, at);
            line.set(Optional.of(new Measure(p, p)));
        }
    }

    @Override
    public void drag(Point to) {
        Point p = inside(sight.geometry(), to);
        line.set(line.get().map(found -> found.with(held, p)));
    }

    @Override
    public void release() {
        double shortest = SHORTEST / sight.geometry().scale();
        line.set(line.get().filter(found -> found.pixels() >= shortest));
    }

    private static Point inside(FrameGeometry geometry, Point view) {
        Point p = geometry.toContent(view);
        return new Point(Math.clamp(p.x(), 0, geometry.contentWidth()), Math.clamp(p.y(), 0, geometry.contentHeight()));
    }
}
