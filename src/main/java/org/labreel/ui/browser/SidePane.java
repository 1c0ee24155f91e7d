package org.labreel.ui.browser;

import java.time.Duration;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.view.FrameView;

/** One of the frames beside the leading one, with its head. */
final class SidePane {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("side-focus");
    /** Shorter than any camera's interval, and than the eye can see. */
    private static final Duration SAME = Duration.ofNanos(500_000);

    private final BrowserModel model;
    private final CompareModel compare;
    private final FrameView frame = new FrameView();
    private final FrameDrawing drawing;
    private final SideHead head;
    private final VBox root;

    /**
     * @param head
     *            above it
     * @param focused
     *            called when the operator turns to it
     */
    SidePane(BrowserModel model, CompareModel compare, BoardScales scales, SideHead head, Runnable focused) {
        this.model = model;
        this.compare = compare;
        this.head = head;
        this.drawing = new FrameDrawing(frame, scales);
        this.root = side(head, frame, focused);
        root.getStyleClass().add("side-b");
        root.setVisible(false);
        frame.setMinHeight(0);
        compare.logProperty().subscribe(log -> {
            root.setVisible(log.isPresent());
            if (log.isEmpty()) {
                frame.measure().inHandProperty().set(false);
                frame.measure().lineProperty().set(Optional.empty());
                frame.clearFrame();
            }
            refresh();
        });
        compare.shownProperty().subscribe(_ -> refresh());
        compare.beyondProperty().subscribe(_ -> showHead());
        compare.frameProperty().subscribe(_ -> showHead());
        compare.lockProperty().subscribe(_ -> showHead());
    }

    /** A head above a frame. */
    static VBox side(SideHead head, Region frame, Runnable focused) {
        VBox side = new VBox(head, frame);
        side.getStyleClass().add("side");
        VBox.setVgrow(frame, Priority.ALWAYS);
        side.setMinWidth(0);
        side.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> focused.run());
        return side;
    }

    static void mark(VBox side, boolean focused) {
        side.pseudoClassStateChanged(FOCUSED, focused);
    }

    VBox root() {
        return root;
    }

    FrameView frame() {
        return frame;
    }

    CompareModel compare() {
        return compare;
    }

    void setCamera(String name) {
        head.setCamera(name);
        showHead();
    }

    /** Draws anew. */
    void refresh() {
        if (compare.isActive()) {
            drawing.draw(compare.logProperty().get(), compare.shownProperty().get());
            showHead();
        }
    }

    private void showHead() {
        head.show(compare.logProperty().get(), compare.frameProperty().get(), remark());
    }

    private String remark() {
        String beyond = compare.beyondProperty().get() ? "its log does not reach so far" : "";
        if (!(compare.lockProperty().get() instanceof Lock.Clock clock) || model.transport().frame() < 0) {
            return beyond;
        }
        Duration earlier = clock.lead(model.transport().frame(), compare.frameProperty().get());
        String lead = earlier.abs().compareTo(SAME) < 0
                ? "at the same moment"
                : String.format("%,d ms %s", earlier.abs().plusNanos(500_000).toMillis(),
                        earlier.isNegative() ? "later" : "earlier");
        return beyond.isEmpty() ? lead : lead + ": " + beyond;
    }
}
