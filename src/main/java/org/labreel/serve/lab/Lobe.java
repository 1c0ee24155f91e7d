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
        Dye mixedWith(Dye other, double share) {
            return new Dye(red + (other.red - red) * share, green + (other.green - green) * share,
                    blue + (other.blue - blue) * share);
        }
    }

    /** From the point to the rim of this lobe, board units; negative inside. */
    double distance(double px, double py) {
        return Math.hypot(px - x, py - y) - radius;
    }
}
