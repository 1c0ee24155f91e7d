package org.labreel.ui.browser;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.labreel.ui.kit.PreferencesHolder;

/** Keeps the height of the timeline under the page: fixed when the window grows, remembered between runs. */
final class BottomPanel {
    private static final String HEIGHT = "browser.timeline";
    private static final double LEAST_TOP = 240;
    private static final double USUAL_PART = 0.28;
    private static final double USUAL_MOST = 340;

    private final SplitPane whole;
    private final Region panel;
    private final PreferencesHolder preferences;
    private boolean placed;

    private BottomPanel(SplitPane whole, Region panel, PreferencesHolder preferences) {
        this.whole = whole;
        this.panel = panel;
        this.preferences = preferences;
    }

    /** Puts a panel under what the split pane holds already. */
    static void add(SplitPane whole, Region panel, PreferencesHolder preferences) {
        BottomPanel bottom = new BottomPanel(whole, panel, preferences);
        whole.setOrientation(Orientation.VERTICAL);
        whole.getItems().add(panel);
        SplitPane.setResizableWithParent(panel, false);
        whole.heightProperty().subscribe(height -> bottom.place(height.doubleValue()));
        whole.getDividers().getFirst().positionProperty().subscribe(_ -> bottom.remember());
    }

    private void place(double height) {
        if (height > 0 && !placed) {
            placed = true;
            double usual = Math.min(USUAL_MOST, height * USUAL_PART);
            double wanted = preferences.get().layout().getOrDefault(HEIGHT, usual);
            double most = Math.max(panel.minHeight(-1), height - LEAST_TOP);
            whole.setDividerPositions(1 - Math.clamp(wanted, 0, most) / height);
        }
    }

    private void remember() {
        // The divider also moves while the page is being laid out; only under the pointer it is the operator's.
        if (placed && whole.getHeight() > 0
                && whole.lookupAll(".split-pane-divider").stream().anyMatch(Node::isPressed)) {
            double height = (1 - whole.getDividerPositions()[0]) * whole.getHeight();
            preferences.update(p -> p.withLayout(HEIGHT, Math.rint(height)));
        }
    }
}
