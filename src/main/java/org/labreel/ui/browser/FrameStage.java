package org.labreel.ui.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.labreel.model.Board;
import org.labreel.model.DeviceState;
import org.labreel.model.PinSet;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.view.FrameSight;
import org.labreel.ui.view.FrameView;
import org.labreel.ui.view.MeasureTool;

/** Where frames are looked at: one, or two side by side, with what is needed to look closely. */
final class FrameStage implements AutoCloseable {
    private final BrowserModel model;
    private final CompareModel compare;
    private final FramePane paneA;
    private final FrameView frameB = new FrameView();
    private final FrameDrawing drawingB;
    private final FrameStrip strip;
    private final MeasureBar measureBar;
    private final CompareBar compareBar;
    private final SideHead headA;
    private final SideHead headB;
    private final VBox sideB;
    private final HBox sides;
    private final VBox root;
    private final List<Subscription> links = new ArrayList<>();

    /**
     * @param chooseFile
     *            asks for a log to look through
     * @param chooseOther
     *            asks for a log to compare with
     * @param refused
     *            told why a log cannot be compared
     */
    FrameStage(BrowserServices services, BrowserModel model, Runnable chooseFile, Supplier<Optional<Path>> chooseOther,
            Consumer<String> refused) {
        this.model = model;
        this.compare = new CompareModel(services, model);
        BoardScales scales = new BoardScales(services.preferences());
        this.paneA = new FramePane(model, scales, chooseFile);
        this.drawingB = new FrameDrawing(frameB, scales);
        this.strip = new FrameStrip(paneA.frame());
        this.measureBar = new MeasureBar(paneA.frame(), scales, this::redraw);
        this.compareBar = new CompareBar(compare, () -> chooseOther.get().ifPresent(compare::open));
        this.headA = new SideHead("A", services.zone());
        this.headB = new SideHead("B", services.zone(),
                step("backB", "mdi2s-step-backward", "B alone one frame back (Alt+Left)", () -> compare.step(-1)),
                step("forwardB", "mdi2s-step-forward", "B alone one frame forward (Alt+Right)",
                        () -> compare.step(1)));
        VBox sideA = side(headA, paneA.root());
        this.sideB = side(headB, frameB);
        this.sides = new HBox(sideA, sideB);
        this.root = new VBox(compareBar, sides, measureBar, strip);
        wire(refused);
    }

    private static VBox side(SideHead head, Region frame) {
        VBox side = new VBox(head, frame);
        VBox.setVgrow(frame, Priority.ALWAYS);
        HBox.setHgrow(side, Priority.ALWAYS);
        // The same width for both, whatever they hold.
        side.setPrefWidth(0);
        side.setMinWidth(0);
        side.managedProperty().bind(side.visibleProperty());
        return side;
    }

    private static Button step(String id, String icon, String tip, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void wire(Consumer<String> refused) {
        VBox.setVgrow(root, Priority.ALWAYS);
        VBox.setVgrow(sides, Priority.ALWAYS);
        sides.getStyleClass().add("sides");
        sideB.getStyleClass().add("side-b");
        root.setMinHeight(0);
        sides.setMinHeight(0);
        frameB.setId("compareFrame");
        frameB.setMinHeight(0);
        frameB.electrodesVisibleProperty().bind(paneA.frame().electrodesVisibleProperty());
        new FileDrop(sideB, compare::open);
        model.openProperty().subscribe(log -> {
            strip.setVisible(log.filter(open -> open.frames() > 0).isPresent());
            if (!strip.isVisible()) {
                leaveAll();
            }
        });
        model.shownProperty().subscribe(this::shownA);
        // A line that is not seen being made is one that nobody knows how to take away.
        frame().measure().inHandProperty().subscribe(on -> {
            if (!on) {
                frame().measure().lineProperty().set(Optional.empty());
            }
        });
        compare.logProperty().subscribe(this::comparing);
        compare.shownProperty().subscribe(this::shownB);
        compare.beyondProperty().subscribe(this::heads);
        compare.frameProperty().subscribe(this::heads);
        compare.refusalProperty().subscribe(why -> {
            if (!why.isEmpty()) {
                refused.accept(why);
            }
        });
    }

    Parent root() {
        return root;
    }

    FrameView frame() {
        return paneA.frame();
    }

    CompareModel compare() {
        return compare;
    }

    void toggleLock() {
        compareBar.toggle();
    }

    /** Leaves the innermost of what was entered; false when there is nothing to leave. */
    boolean escape() {
        if (frame().measure().inHandProperty().get()) {
            frame().measure().inHandProperty().set(false);
            return true;
        }
        boolean comparing = compare.isActive();
        compare.leave();
        return comparing;
    }

    private void leaveAll() {
        frame().measure().inHandProperty().set(false);
        compare.leave();
    }

    private void shownA() {
        Optional<Board> board = model.openProperty().get().flatMap(OpenLog::board).map(BoardChoice.Found::board);
        measureBar.show(board);
        heads();
        differences();
    }

    private void shownB() {
        if (compare.isActive()) {
            drawingB.draw(compare.logProperty().get(), compare.shownProperty().get());
            heads();
            differences();
        }
    }

    private void heads() {
        headA.show(model.openProperty().get(), model.transport().frame(), "");
        headB.show(compare.logProperty().get(), compare.frameProperty().get(),
                compare.beyondProperty().get() ? "its log does not reach so far" : "");
    }

    private void differences() {
        if (!compare.isActive()) {
            frame().setMarked(PinSet.EMPTY);
            return;
        }
        Optional<DeviceState> a = model.shownProperty().get().map(FrameLoader.Loaded::state);
        Optional<DeviceState> b = compare.shownProperty().get().map(FrameLoader.Loaded::state);
        compareBar.showDifferences(a, b);
        PinSet differing = a.isPresent() && b.isPresent() ? CompareBar.differing(a, b) : PinSet.EMPTY;
        frame().setMarked(differing);
        frameB.setMarked(differing);
    }

    private void redraw() {
        paneA.refresh();
        shownB();
    }

    private void comparing(Optional<OpenLog> log) {
        boolean active = log.isPresent();
        compareBar.setVisible(active);
        headA.setVisible(active);
        sideB.setVisible(active);
        if (active && links.isEmpty()) {
            link();
        } else if (!active) {
            links.forEach(Subscription::unsubscribe);
            links.clear();
            frameB.measure().inHandProperty().set(false);
            frameB.measure().lineProperty().set(Optional.empty());
            frameB.clearFrame();
        }
        if (active) {
            shownB();
        }
        differences();
    }

    /** What one side does to its frame, the other does to its own. */
    private void link() {
        FrameView frameA = frame();
        links.add(FrameSight.link(frameA.sight(), frameB.sight()));
        links.add(MeasureTool.link(frameA.measure(), frameB.measure()));
        links.add(frameA.probeProperty().subscribe(probe -> strip.show("A  ", probe)));
        links.add(frameB.probeProperty().subscribe(probe -> strip.show("B  ", probe)));
        frameB.pointedProperty().bindBidirectional(frameA.pointedProperty());
        frameB.crosshairVisibleProperty().bindBidirectional(frameA.crosshairVisibleProperty());
        links.add(() -> {
            frameB.pointedProperty().unbindBidirectional(frameA.pointedProperty());
            frameB.crosshairVisibleProperty().unbindBidirectional(frameA.crosshairVisibleProperty());
        });
    }

    @Override
    public void close() {
        compare.close();
    }
}
