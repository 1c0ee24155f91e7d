package org.labreel.model;

import java.util.Optional;

/**
 * A plane projective map, row-major 3x3, as PurpleDrop logs it: from board coordinates to pixels of the frame. A point
 * (x, y) goes to ((m00 x + m01 y + m02) / w, (m10 x + m11 y + m12) / w) with w = m20 x + m21 y + m22.
 */
public record Transform(double m00, double m01, double m02, double m10, double m11, double m12, double m20, double m21,
        double m22) {
    public static final Transform IDENTITY = new Transform(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /** From nine numbers, row by row; empty when there are not nine finite ones or the map is not invertible. */
    public static Optional<Transform> of(Floats m) {
        if (m.size() != 9) {
            return Optional.empty();
        }
        for (int i = 0; i < 9; i++) {
            if (!Float.isFinite(m.get(i))) {
                return Optional.empty();
            }
        }
        Transform t = new Transform(m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6), m.get(7),
                m.get(8));
        return Math.abs(t.determinant()) < 1e-12 ? Optional.empty() : Optional.of(t);
    }

    /** Scale by {@code sx}, {@code sy}, then shift by {@code dx}, {@code dy}. */
    public static Transform scaleThenShift(double sx, double sy, double dx, double dy) {
        return new Transform(sx, 0, dx, 0, sy, dy, 0, 0, 1);
    }

    public Point apply(Point p) {
        return apply(p.x(), p.y());
    }

    public Point apply(double x, double y) {
        double w = m20 * x + m21 * y + m22;
        return new Point((m00 * x + m01 * y + m02) / w, (m10 * x + m11 * y + m12) / w);
    }

    /** This map first, {@code next} after it. */
    public Transform then(Transform next) {
        return new Transform(next.m00 * m00 + next.m01 * m10 + next.m02 * m20,
                next.m00 * m01 + next.m01 * m11 + next.m02 * m21, next.m00 * m02 + next.m01 * m12 + next.m02 * m22,
                next.m10 * m00 + next.m11 * m10 + next.m12 * m20, next.m10 * m01 + next.m11 * m11 + next.m12 * m21,
                next.m10 * m02 + next.m11 * m12 + next.m12 * m22, next.m20 * m00 + next.m21 * m10 + next.m22 * m20,
                next.m20 * m01 + next.m21 * m11 + next.m22 * m21, next.m20 * m02 + next.m21 * m12 + next.m22 * m22);
    }

    public double determinant() {
        return m00 * (m11 * m22 - m12 * m21) - m01 * (m10 * m22 - m12 * m20) + m02 * (m10 * m21 - m11 * m20);
    }

    /** The map back. @throws ArithmeticException when there is none */
    public Transform inverse() {
        double d = determinant();
        if (d == 0) {
            throw new ArithmeticException("a transform of determinant 0 has no inverse");
        }
        return new Transform((m11 * m22 - m12 * m21) / d, (m02 * m21 - m01 * m22) / d, (m01 * m12 - m02 * m11) / d,
                (m12 * m20 - m10 * m22) / d, (m00 * m22 - m02 * m20) / d, (m02 * m10 - m00 * m12) / d,
                (m10 * m21 - m11 * m20) / d, (m01 * m20 - m00 * m21) / d, (m00 * m11 - m01 * m10) / d);
    }

    /** The nine numbers, row by row, as the feed carries them. */
    public Floats toFloats() {
        return Floats.of((float) m00, (float) m01, (float) m02, (float) m10, (float) m11, (float) m12, (float) m20,
                (float) m21, (float) m22);
    }
}
