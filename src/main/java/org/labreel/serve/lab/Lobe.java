package org.labreel.serve.lab;

/**
 * A round part of a droplet, which together with its neighbours makes the droplet's outline.
 *
 * @param x
 *            centre, board units
 * @param y
 *            centre, board units
 * @param radius
 *            board units
 * @param dye
 *            what the liquid lets through
 */
record Lobe(double x, double y, double radius, Dye dye) {
    /** Absorbance of red, green and blue light through a full gap of liquid. */
    record Dye(double red, double green, double blue) {
        static final Dye TEAL = new Dye(1.35, 0.28, 0.22);
        static final Dye MAGENTA = new Dye(0.22, 1.5, 0.6);
        static final Dye AMBER = new Dye(0.08, 0.5, 1.7);
        static final Dye GREEN = new Dye(1.0, 0.18, 1.15);
        static final Dye VIOLET = new Dye(0.75, 1.3, 0.18);
        static final Dye WATER = new Dye(0.14, 0.05, 0.02);

        Dye mixedWith(Dye other, double share) {
            return new Dye(red + (other.red - red) * share, green + (other.green - green) * share,
                    blue + (other.blue - blue) * share);
        }
    }

    /** From the point to the rim of this lobe, board units; negative inside. */
    double distance(double px, double py) {
        double dx = px - x;
        double dy = py - y;
        return Math.sqrt(dx * dx + dy * dy) - radius;
    }
}
