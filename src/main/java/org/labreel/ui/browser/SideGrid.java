package org.labreel.ui.browser;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Lays out what is visible in it in equal cells, in as many columns as make the pictures largest. */
final class SideGrid extends Pane {
    private static final double GAP_PX = 6;
    private static final double PICTURE_ASPECT = 4.0 / 3;
    /** Above each picture. */
    private static final double HEAD_PX = 54;
    /** In a head that is narrower name, frame and time are cut. */
    private static final double LEGIBLE_PX = 260;
    /** What a picture under such a head counts. */
    private static final double NARROW = 0.75;

    SideGrid(Node... sides) {
        super(sides);
        getStyleClass().add("sides");
        for (Node side : sides) {
            side.visibleProperty().subscribe(_ -> requestLayout());
        }
    }

    @Override
    protected void layoutChildren() {
        List<Node> shown = getChildren().stream().filter(Node::isVisible).toList();
        int columns = columns(shown.size(), getWidth(), getHeight());
        int rows = Math.ceilDiv(Math.max(1, shown.size()), columns);
        double width = (getWidth() - GAP_PX * (columns - 1)) / columns;
        double height = (getHeight() - GAP_PX * (rows - 1)) / rows;
        for (int i = 0; i < shown.size(); i++) {
            double x = i % columns * (width + GAP_PX);
            double y = Math.floorDiv(i, columns) * (height + GAP_PX);
            shown.get(i).resizeRelocate(Math.rint(x), Math.rint(y), Math.max(0, Math.floor(width)),
                    Math.max(0, Math.floor(height)));
        }
    }

    /** How many columns give the largest pictures; where that is the same, the fewest empty places, then rows. */
    static int columns(int sides, double widthPx, double heightPx) {
        int best = 1;
        double largest = -1;
        int empty = Integer.MAX_VALUE;
        for (int columns = 1; columns <= Math.max(1, sides); columns++) {
            int rows = Math.ceilDiv(Math.max(1, sides), columns);
            double across = widthPx / columns;
            double picture = Math.min(across, (heightPx / rows - HEAD_PX) * PICTURE_ASPECT)
                    * (across < LEGIBLE_PX ? NARROW : 1);
            int left = rows * columns - sides;
            if (picture > largest + 1 || (picture > largest - 1 && left <= empty)) {
                largest = Math.max(picture, largest);
                empty = left;
                best = columns;
            }
        }
        return best;
    }
}
