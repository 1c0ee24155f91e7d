package org.labreel.query;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Stretches of points on a line, in order, none touching another. A point belongs to a stretch from start to before
 * end.
 */
final class Runs {
    static final Runs NONE = new Runs(new long[0]);

    /** Start and end by turns. */
    private final long[] bounds;

    private Runs(long[] bounds) {
        this.bounds = bounds;
    }

    /** Collects stretches that come in order; touching ones become one. */
    static final class Builder {
        private long[] bounds = new long[16];
        private int size;

        /**
         * @param start
         *            not before the start of the stretch added last
         */
        Builder add(long start, long end) {
            if (end <= start) {
                return this;
            }
            if (size > 0 && bounds[size - 1] >= start) {
                bounds[size - 1] = Math.max(bounds[size - 1], end);
                return this;
            }
            if (size + 2 > bounds.length) {
                bounds = Arrays.copyOf(bounds, bounds.length * 2);
            }
            bounds[size++] = start;
            bounds[size++] = end;
            return this;
        }

        Runs build() {
            return size == 0 ? NONE : new Runs(Arrays.copyOf(bounds, size));
        }
    }

    static Runs of(long start, long end) {
        return new Builder().add(start, end).build();
    }

    int size() {
        return bounds.length / 2;
    }

    long start(int n) {
        return bounds[2 * n];
    }

    long end(int n) {
        return bounds[2 * n + 1];
    }

    Runs or(Runs other) {
        Builder out = new Builder();
        int a = 0;
        int b = 0;
        while (a < size() || b < other.size()) {
            if (b == other.size() || (a < size() && start(a) <= other.start(b))) {
                out.add(start(a), end(a++));
            } else {
                out.add(other.start(b), other.end(b++));
            }
        }
        return out.build();
    }

    Runs and(Runs other) {
        Builder out = new Builder();
        int a = 0;
        int b = 0;
        while (a < size() && b < other.size()) {
            out.add(Math.max(start(a), other.start(b)), Math.min(end(a), other.end(b)));
            if (end(a) < other.end(b)) {
                a++;
            } else {
                b++;
            }
        }
        return out.build();
    }

    /** The points from 0 to before {@code points} that are in no stretch. */
    Runs not(long points) {
        Builder out = new Builder();
        long from = 0;
        for (int n = 0; n < size(); n++) {
            out.add(from, start(n));
            from = end(n);
        }
        return out.add(from, points).build();
    }

    Runs minus(Runs other) {
        return size() == 0 ? NONE : and(other.not(end(size() - 1)));
    }

    /** The stretches whose number passes. */
    Runs only(LongPredicate numbers) {
        Builder out = new Builder();
        for (int n = 0; n < size(); n++) {
            if (numbers.test(n)) {
                out.add(start(n), end(n));
            }
        }
        return out.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Runs that && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        return Arrays.toString(bounds);
    }
}
