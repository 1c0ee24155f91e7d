package org.labreel.ui.browser;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.labreel.ui.kit.PreferencesHolder;

/** Keeps the widths of the side panels: fixed when the window grows, remembered between runs. */
final class Sides {
    private static final double WIDTH = 264;
    private static final double NARROW = 212;
    private static final double LEAST = 190;
    private static final double MOST = 480;
    private static final double WIDE_PAGE = 1150;
    private static final String LEFT = "browser.left";
    private static final String RIGHT = "browser.right";

    private final SplitPane split;
    private final PreferencesHolder preferences;
    private boolean placed;

    private Sides(SplitPane split, PreferencesHolder preferences) {
        this.split = split;
        this.preferences = preferences;
    }

    /**
     * @param split
     *            of three: left, middle, right
     */
    static void keep(SplitPane split, PreferencesHolder preferences) {
        Sides sides = new Sides(split, preferences);
        for (Node side : new Node[]{split.getItems().getFirst(), split.getItems().getLast()}) {
            SplitPane.setResizableWithParent(side, false);
            ((Region) side).setMinWidth(LEAST);
            ((Region) side).setMaxWidth(MOST);
        }
        split.widthProperty().subscribe(width -> sides.place(width.doubleValue()));
        split.getDividers().forEach(divider -> divider.positionProperty().subscribe(_ -> sides.remember()));
    }

    private void place(double width) {
        if (width <= 0) {
            return;
        }
        double usual = width < WIDE_PAGE ? NARROW : WIDTH;
        if (!placed) {
            placed = true;
            split.setDividerPositions(at(LEFT, usual) / width, 1 - at(RIGHT, usual) / width);
        }
    }

    private double at(String name, double usual) {
        return Math.clamp(preferences.get().layout().getOrDefault(name, usual), LEAST, MOST);
    }

    private void remember() {
        double width = split.getWidth();
        // Dividers also move while the page is being laid out; only those under the pointer are the operator's.
        if (placed && width > 0 && split.lookupAll(".split-pane-divider").stream().anyMatch(Node::isPressed)) {
            double[] at = split.getDividerPositions();
            preferences.update(p -> p.withLayout(LEFT, Math.rint(at[0] * width)).withLayout(RIGHT,
                    Math.rint((1 - at[1]) * width)));
        }
    }
}
