package org.labreel.ui.view;

import java.util.Optional;
import java.util.OptionalDouble;
import org.labreel.model.Point;
import org.labreel.model.Transform;

/** The logged transform there and back: board units to pixels of the frame, pixels to board units. */
public final class BoardMap {
    /** The determinant of a sound map, as part of the cube of its largest number, is far above this. */
    private static final double SINGULAR = 1e-15;

    private final Transform toFrame;
    private final Transform toBoard;

    private BoardMap(Transform toFrame) {
        this.toFrame = toFrame;
        this.toBoard = toFrame.inverse();
    }

    /**
     * @param boardToFrame
     *            as logged, fitted to the frame that is shown
     * @return empty when there is no transform, or none that leads back
     */
    public static Optional<BoardMap> of(Optional<Transform> boardToFrame) {
        return boardToFrame.filter(BoardMap::leadsBack).map(BoardMap::new);
    }

    private static boolean leadsBack(Transform t) {
        double largest = 0;
        for (double number : new double[]{t.m00(), t.m01(), t.m02(), t.m10(), t.m11(), t.m12(), t.m20(), t.m21(),
                t.m22()}) {
            if (!Double.isFinite(number)) {
                return false;
            }
            largest = Math.max(largest, Math.abs(number));
        }
        return Math.abs(t.determinant()) > SINGULAR * largest * largest * largest;
    }

    /** Board units of a pixel; empty on the horizon of the board's plane. */
    public Optional<Point> toBoard(Point frame) {
        return finite(toBoard.apply(frame));
    }

    /** Pixel of a point in board units; empty where the camera cannot see it. */
    public Optional<Point> toFrame(Point board) {
        return finite(toFrame.apply(board));
    }

    private static Optional<Point> finite(Point p) {
        return Double.isFinite(p.x()) && Double.isFinite(p.y()) ? Optional.of(p) : Optional.empty();
    }

    /** How far two pixels lie apart on the board, in board units; empty when the horizon lies between them. */
    public OptionalDouble distance(Point frameA, Point frameB) {
        Optional<Point> a = toBoard(frameA);
        Optional<Point> b = toBoard(frameB);
        if (a.isEmpty() || b.isEmpty() || depth(frameA) * depth(frameB) <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(a.get().distanceTo(b.get()));
    }

    /** Its sign tells on which side of the horizon a pixel lies. */
    private double depth(Point frame) {
        return toBoard.m20() * frame.x() + toBoard.m21() * frame.y() + toBoard.m22();
    }
}
