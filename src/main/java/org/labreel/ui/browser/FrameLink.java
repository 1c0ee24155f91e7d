package org.labreel.ui.browser;

import javafx.util.Subscription;
import org.labreel.ui.view.FrameSight;
import org.labreel.ui.view.FrameView;
import org.labreel.ui.view.MeasureTool;

/** What the operator does to one of two frames that are compared is done to the other: zoom, measure, point. */
final class FrameLink {
    private FrameLink() {
    }

    /**
     * @param strip
     *            tells what is under the pointer, of either frame
     */
    static Subscription between(FrameView frameA, FrameView frameB, FrameStrip strip) {
        Subscription links = Subscription.combine(FrameSight.link(frameA.sight(), frameB.sight()),
                MeasureTool.link(frameA.measure(), frameB.measure()),
                frameA.probeProperty().subscribe(probe -> strip.show("A  ", probe)),
                frameB.probeProperty().subscribe(probe -> strip.show("B  ", probe)));
        frameB.pointedProperty().bindBidirectional(frameA.pointedProperty());
        frameB.crosshairVisibleProperty().bindBidirectional(frameA.crosshairVisibleProperty());
        return links.and(() -> {
            frameB.pointedProperty().unbindBidirectional(frameA.pointedProperty());
            frameB.crosshairVisibleProperty().unbindBidirectional(frameA.crosshairVisibleProperty());
        });
    }
}
