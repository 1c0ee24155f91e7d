package org.labreel.ui.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.labreel.export.SideBySide;
import org.labreel.model.Board;
import org.labreel.model.DeviceState;
import org.labreel.model.PinSet;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.view.FrameView;

/**
 * Where frames are looked at: one, two that are compared, or the cameras of a session in step, with what is needed to
 * look closely.
 */
final class FrameStage implements AutoCloseable {
    /** Cameras beside the leading one. */
    private static final int PLACES = 3;

    private final BrowserModel model;
    private final StepModel step;
    private final FramePane paneA;
    private final FrameStrip strip;
    private final MeasureBar measureBar;
    private final CompareBar compareBar;
    private final StepBar stepBar;
    private final SideHead headA;
    private final VBox sideA;
    private final List<SidePane> panes;
    private final ReadOnlyIntegerWrapper focus = new ReadOnlyIntegerWrapper();
    private final VBox root;
    private Optional<Subscription> link = Optional.empty();

    /** What is asked for on the stage. */
    interface Actions {
        /** Asks for a log to look through. */
        void chooseFile();

        /** Asks for a log to compare with. */
        Optional<Path> otherLog();

        /** Told why a log cannot be compared. */
        void refused(String why);
    }

    FrameStage(BrowserServices services, BrowserModel model, Actions actions) {
        this.model = model;
        BoardScales scales = new BoardScales(services.preferences());
        this.paneA = new FramePane(model, scales, actions::chooseFile);
        this.headA = new SideHead("A", services.zone());
        this.sideA = SidePane.side(headA, paneA.root(), () -> focus.set(0));
        this.panes = IntStream.rangeClosed(1, PLACES).mapToObj(place -> pane(services, scales, place)).toList();
        this.step = new StepModel(services, model, panes.stream().map(SidePane::compare).toList());
        this.strip = new FrameStrip(paneA.frame());
        this.measureBar = new MeasureBar(paneA.frame(), scales, this::redraw);
        this.compareBar = new CompareBar(compare(), () -> actions.otherLog().ifPresent(this::compareWith));
        this.stepBar = new StepBar(step);
        SideGrid sides = new SideGrid(sideA, panes.get(0).root(), panes.get(1).root(), panes.get(2).root());
        this.root = new VBox(stepBar, compareBar, sides, measureBar, strip);
        VBox.setVgrow(root, Priority.ALWAYS);
        VBox.setVgrow(sides, Priority.ALWAYS);
        root.setMinHeight(0);
        sides.setMinHeight(0);
        wire(actions);
    }

    private SidePane pane(BrowserServices services, BoardScales scales, int place) {
        CompareModel compare = new CompareModel(services, model);
        String letter = String.valueOf((char) ('A' + place));
        SideButtons buttons = new SideButtons(letter, compare, () -> step.lead(place - 1));
        SidePane pane = new SidePane(model, compare, scales, new SideHead(letter, services.zone(), buttons.all()),
                () -> focus.set(place));
        pane.frame().setId(place == 1 ? "compareFrame" : "compareFrame" + letter);
        pane.frame().electrodesVisibleProperty().bind(paneA.frame().electrodesVisibleProperty());
        new FileDrop(pane.root(), this::compareWith);
        return pane;
    }

    private void wire(Actions actions) {
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
        compare().logProperty().subscribe(_ -> comparing());
        compare().shownProperty().subscribe(_ -> differences());
        step.activeProperty().subscribe(_ -> comparing());
        panes.forEach(each -> each.compare().lockProperty().subscribe(_ -> stepBar.refresh()));
        compare().refusalProperty().subscribe(why -> {
            if (!why.isEmpty()) {
                actions.refused(why);
            }
        });
        focus.subscribe(_ -> showFocus());
    }

    Parent root() {
        return root;
    }

    FrameView frame() {
        return paneA.frame();
    }

    /** The second frame of a comparison by hand. */
    CompareModel compare() {
        return panes.getFirst().compare();
    }

    /** The cameras of a session in step. */
    StepModel step() {
        return step;
    }

    /** The side that the operator turned to last: 0 is A. */
    ReadOnlyIntegerProperty focusProperty() {
        return focus.getReadOnlyProperty();
    }

    /** What is shown on the side in focus, and its log. */
    Optional<CompareModel> focused() {
        return focus.get() == 0
                ? Optional.empty()
                : Optional.of(panes.get(focus.get() - 1).compare()).filter(CompareModel::isActive);
    }

    /** Compares with a frame of another log. */
    void compareWith(Path log) {
        step.leave();
        compare().open(log);
    }

    /** Begins to compare by hand, or leaves that. */
    void toggleCompare() {
        boolean inStep = step.activeProperty().get();
        step.leave();
        if (!inStep) {
            compare().toggle();
        }
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
        boolean comparing = compare().isActive();
        step.leave();
        compare().leave();
        return comparing;
    }

    private void leaveAll() {
        frame().measure().inHandProperty().set(false);
        compare().leave();
    }

    private void shownA() {
        Optional<Board> board = model.openProperty().get().flatMap(OpenLog::board).map(BoardChoice.Found::board);
        measureBar.show(board);
        headA.show(model.openProperty().get(), model.transport().frame(), "");
        differences();
    }

    private boolean byHand() {
        return compare().isActive() && !step.activeProperty().get();
    }

    private void differences() {
        Optional<DeviceState> a = model.shownProperty().get().map(FrameLoader.Loaded::state);
        Optional<DeviceState> b = compare().shownProperty().get().map(FrameLoader.Loaded::state);
        PinSet differing = byHand() && a.isPresent() && b.isPresent() ? CompareBar.differing(a, b) : PinSet.EMPTY;
        frame().setMarked(differing);
        panes.getFirst().frame().setMarked(differing);
        if (byHand()) {
            compareBar.showDifferences(a, b);
        }
    }

    private void redraw() {
        paneA.refresh();
        panes.forEach(SidePane::refresh);
    }

    private void comparing() {
        boolean active = compare().isActive() || step.activeProperty().get();
        compareBar.setVisible(byHand());
        headA.setVisible(active);
        if (byHand() && link.isEmpty()) {
            link = Optional.of(FrameLink.between(frame(), panes.getFirst().frame(), strip));
        } else if (!byHand()) {
            link.ifPresent(Subscription::unsubscribe);
            link = Optional.empty();
        }
        if (!active) {
            focus.set(0);
        }
        showFocus();
        stepBar.refresh();
        name();
        differences();
    }

    private void name() {
        boolean inStep = step.activeProperty().get();
        SideBySide names = step.sideBySide();
        headA.setCamera(inStep ? names.label() : "");
        for (int i = 0; i < PLACES; i++) {
            panes.get(i).setCamera(inStep ? step.nameAt(i).orElse("") : "");
        }
        shownA();
    }

    private void showFocus() {
        boolean inStep = step.activeProperty().get();
        SidePane.mark(sideA, inStep && focus.get() == 0);
        for (int i = 0; i < PLACES; i++) {
            SidePane.mark(panes.get(i).root(), inStep && focus.get() == i + 1);
        }
    }

    @Override
    public void close() {
        panes.forEach(each -> each.compare().close());
    }
}
