package org.labreel.serve.lab;

/** Smooth random fields: the same everywhere and every time for the same seed. */
final class Texture {
    private Texture() {
    }

    /** Between -1 and 1, varying over about one unit of x and y. */
    static double smooth(double x, double y, int seed) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        double fx = fade(x - ix);
        double fy = fade(y - iy);
        double top = mix(lattice(ix, iy, seed), lattice(ix + 1, iy, seed), fx);
        double bottom = mix(lattice(ix, iy + 1, seed), lattice(ix + 1, iy + 1, seed), fx);
        return mix(top, bottom, fy);
    }

    /** Between -1 and 1 for each lattice point. */
    static double lattice(int x, int y, int seed) {
        int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ seed * 0x9e3779b9;
        h = (h ^ h >>> 15) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return ((h ^ h >>> 16) & 0xffff) / 32767.5 - 1;
    }

    static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }

    /** 0 at or before {@code from}, 1 at or after {@code to}, smooth in between; also with from > to. */
    static double step(double from, double to, double x) {
        return fade(Math.clamp((x - from) / (to - from), 0, 1));
    }

    private static double fade(double t) {
        return t * t * (3 - 2 * t);
    }
}
