package org.labreel.ui.view;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;
import org.labreel.model.Point;
import org.labreel.model.Transform;

/** The drawing of the electrodes and of the heat map, on one canvas over the frame. */
final class ElectrodeLayer {
    /** Size of the board drawn by itself in a corner, part of the view. */
    private static final double INSET = 0.34;
    private static final double CAPTION = 26;
    private static final double GAP = 12;

    private final Canvas canvas = new Canvas();
    private Optional<Board> board = Optional.empty();
    private Optional<Transform> boardToFrame = Optional.empty();
    private PinSet active = PinSet.EMPTY;
    private PinSet marked = PinSet.EMPTY;
    private Optional<Floats> picofarads = Optional.empty();
    private HeatScale scale = new HeatScale(1);
    private Optional<Electrode> hover = Optional.empty();
    private Overlay overlay = Overlay.NONE;
    private boolean inset;

    ElectrodeLayer() {
        canvas.setMouseTransparent(true);
    }

    Canvas canvas() {
        return canvas;
    }

    /** True when something changed place. */
    boolean setBoard(Optional<Board> nextBoard, Optional<Transform> nextTransform) {
        if (board.equals(nextBoard) && boardToFrame.equals(nextTransform)) {
            return false;
        }
        board = nextBoard;
        boardToFrame = nextTransform;
        return true;
    }

    /** True when it changed. */
    boolean setActive(PinSet next) {
        boolean changed = !active.equals(next);
        active = next;
        return changed;
    }

    /** Pins to be pointed out. True when they changed. */
    boolean setMarked(PinSet next) {
        boolean changed = !marked.equals(next);
        marked = next;
        return changed;
    }

    /** True when it changed. */
    boolean setHeat(Optional<Floats> next, double maximum) {
        boolean changed = !picofarads.equals(next) || scale.maximum() != maximum;
        picofarads = next;
        scale = new HeatScale(maximum);
        return changed;
    }

    boolean hasBoard() {
        return board.isPresent();
    }

    boolean hasHeat() {
        return picofarads.isPresent();
    }

    double maximum() {
        return scale.maximum();
    }

    /** True when it changed. */
    boolean hoverAt(Optional<Point> pointer) {
        Optional<Electrode> next = pointer.flatMap(overlay::electrodeAt);
        boolean changed = !next.equals(hover);
        hover = next;
        return changed;
    }

    Optional<Electrode> hover() {
        return hover;
    }

    Optional<String> hoverText() {
        return hover.map(electrode -> Overlay.describe(electrode, active, picofarads));
    }

    /** The electrode at a point in board units. */
    Optional<Electrode> electrodeOnBoard(Point board) {
        return this.board.flatMap(found -> found.electrodeAt(board));
    }

    Point toView(Point onBoard) {
        return overlay.toView(onBoard);
    }

    /**
     * Lays the electrodes out anew.
     *
     * @param onFrame
     *            whether there is a frame under them
     */
    void place(FrameGeometry geometry, boolean onFrame) {
        inset = onFrame && boardToFrame.isEmpty();
        overlay = board.filter(_ -> geometry.viewWidth() > 0 && geometry.viewHeight() > 0)
                .map(b -> Overlay.of(b, toView(b, geometry, onFrame))).orElse(Overlay.NONE);
    }

    private Transform toView(Board b, FrameGeometry geometry, boolean onFrame) {
        if (!onFrame) {
            return Overlay.fitted(b.bounds(), 0, 0, geometry.viewWidth(), geometry.viewHeight());
        }
        return boardToFrame.map(t -> t.then(geometry.transform())).orElseGet(() -> {
            double width = geometry.viewWidth() * INSET;
            double height = geometry.viewHeight() * INSET;
            return Overlay.fitted(b.bounds(), GAP, geometry.viewHeight() - height - CAPTION - GAP, width, height);
        });
    }

    void draw(boolean electrodes, boolean heat) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        g.clearRect(0, 0, width, height);
        if (inset && board.isPresent() && (electrodes || heat)) {
            double plate = height * INSET + CAPTION;
            OverlayPainter.plate(g, GAP, height - plate - GAP, width * INSET, plate, "Board not found in the frame");
        }
        if (heat) {
            picofarads.ifPresent(values -> OverlayPainter.heat(g, overlay, values, scale));
        }
        if (electrodes) {
            OverlayPainter.electrodes(g, overlay, active, hover, heat && picofarads.isPresent());
        }
        if (!marked.isEmpty()) {
            OverlayPainter.marked(g, overlay, marked);
        }
    }
}
