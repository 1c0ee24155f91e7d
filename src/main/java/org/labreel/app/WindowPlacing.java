package org.labreel.app;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.labreel.ui.kit.Preferences.WindowPlace;

/** Where the window was and may be again. */
final class WindowPlacing {
    /** So much of the window's top must lie on a screen for it to be grasped. */
    private static final double GRASP = 80;

    private WindowPlacing() {
    }

    /** A place that can be reached on these screens: the remembered one, or one left to the desktop. */
    static WindowPlace reachable(WindowPlace remembered, List<Rectangle2D> screens) {
        double width = Math.max(640, remembered.width());
        double height = Math.max(480, remembered.height());
        Rectangle2D top = new Rectangle2D(finite(remembered.x()), finite(remembered.y()), width, 40);
        boolean known = Double.isFinite(remembered.x()) && Double.isFinite(remembered.y());
        if (known && screens.stream().anyMatch(screen -> overlap(screen, top) >= GRASP)) {
            return new WindowPlace(remembered.x(), remembered.y(), width, height, remembered.maximized());
        }
        double widest = screens.stream().mapToDouble(Rectangle2D::getWidth).max().orElse(width);
        double highest = screens.stream().mapToDouble(Rectangle2D::getHeight).max().orElse(height);
        return new WindowPlace(Double.NaN, Double.NaN, Math.min(width, widest), Math.min(height, highest),
                remembered.maximized());
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    /** Width of what two rectangles share, 0 when they share nothing or only a sliver in height. */
    private static double overlap(Rectangle2D screen, Rectangle2D top) {
        double height = Math.min(screen.getMaxY(), top.getMaxY()) - Math.max(screen.getMinY(), top.getMinY());
        double width = Math.min(screen.getMaxX(), top.getMaxX()) - Math.max(screen.getMinX(), top.getMinX());
        return height >= top.getHeight() / 2 ? Math.max(0, width) : 0;
    }

    static void apply(Stage stage, WindowPlace place) {
        if (Double.isFinite(place.x())) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
    }

    /** The place of the window now; a maximized one keeps the place that it would go back to. */
    static WindowPlace of(Stage stage, WindowPlace before) {
        if (stage.isMaximized()) {
            return new WindowPlace(before.x(), before.y(), before.width(), before.height(), true);
        }
        return new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
}
