package org.labreel.serve.lab;

import java.util.List;
import org.labreel.model.Point;
import org.labreel.model.Transform;

/**
 * Liquid between plates as light makes it: it swallows colour, bends what lies under it towards its rim, has a dark
 * edge, a bright one opposite to the lamp, and throws a shadow.
 */
final class DropletPainter {
    /** How far lobes flow into each other, board units. */
    private static final double FLOW = 0.3;
    /** Width of the curved rim, board units. */
    private static final double RIM = 0.3;
    private static final double SHADOW_REACH = 0.34;
    private static final double SHADOW_X = 0.07;
    private static final double SHADOW_Y = 0.12;
    /** The lamp: up and to the left. */
    private static final double LAMP_X = -0.55;
    private static final double LAMP_Y = -0.83;
    private static final double BEND_PIXELS = 0.11;

    private final Transform toPixels;
    private final Transform fromPixels;
    private final int width;
    private final int height;
    private final double pixelsPerUnit;
    private double gradientX;
    private double gradientY;
    private double red;
    private double green;
    private double blue;

    /** Where painted bytes go: noise or none. */
    interface Film {
        byte expose(double value, int index);
    }

    DropletPainter(Transform toPixels, int width, int height) {
        this.toPixels = toPixels;
        this.fromPixels = toPixels.inverse();
        this.width = width;
        this.height = height;
        this.pixelsPerUnit = toPixels.apply(6, 4).distanceTo(toPixels.apply(7, 4));
    }

    /** Paints a body over what lies under it. */
    void paint(List<Lobe> body, byte[] under, byte[] picture, Film film) {
        double minX = width;
        double minY = height;
        double maxX = 0;
        double maxY = 0;
        for (Lobe lobe : body) {
            double reach = lobe.radius() + FLOW + SHADOW_REACH;
            for (int i = 0; i < 4; i++) {
                Point p = toPixels.apply(lobe.x() + (i % 2 * 2 - 1) * reach, lobe.y() + ((i >> 1) * 2 - 1) * reach);
                minX = Math.min(minX, p.x());
                minY = Math.min(minY, p.y());
                maxX = Math.max(maxX, p.x());
                maxY = Math.max(maxY, p.y());
            }
        }
        Lobe[] lobes = body.toArray(Lobe[]::new);
        for (int y = (int) Math.max(0, minY); y < Math.min(height, maxY); y++) {
            for (int x = (int) Math.max(0, minX); x < Math.min(width, maxX); x++) {
                pixel(lobes, x, y, under, picture, film);
            }
        }
    }

    private void pixel(Lobe[] lobes, int x, int y, byte[] under, byte[] picture, Film film) {
        double w = fromPixels.m20() * x + fromPixels.m21() * y + fromPixels.m22();
        double bx = (fromPixels.m00() * x + fromPixels.m01() * y + fromPixels.m02()) / w;
        double by = (fromPixels.m10() * x + fromPixels.m11() * y + fromPixels.m12()) / w;
        double shadow = distance(lobes, bx - SHADOW_X, by - SHADOW_Y);
        double shade = 1 - 0.42 * Texture.step(0.2, -0.12, shadow);
        double d = distance(lobes, bx, by);
        double cover = Math.clamp(0.5 - d * pixelsPerUnit, 0, 1);
        int at = (y * width + x) * 4;
        if (cover > 0) {
            look(lobes, bx, by);
            wet(x, y, 1 - Math.clamp(-d / RIM, 0, 1), cover, shade, under, picture, film);
        } else if (shade < 1) {
            for (int c = at; c < at + 3; c++) {
                picture[c] = film.expose((under[c] & 255) * shade, c);
            }
        }
    }

    /**
     * A pixel of liquid.
     *
     * @param slope
     *            of the surface: 1 at the rim, 0 where it is flat
     */
    private void wet(int x, int y, double slope, double cover, double shade, byte[] under, byte[] picture,
            Film film) {
        int at = (y * width + x) * 4;
        int from = bent(x, y, slope);
        double lit = gradientX * LAMP_X + gradientY * LAMP_Y;
        double thick = 0.35 + 0.65 * Math.sqrt(1 - slope * slope);
        double edge = 1 - 0.5 * Texture.step(0.75, 1, slope);
        double glow = 1 + 1.2 * Math.max(0, -lit) * slope * (1 - slope);
        double shine = shine(lit, slope) + 5 * (1 - slope);
        for (int c = 0; c < 3; c++) {
            double absorbance = c == 0 ? blue : c == 1 ? green : red;
            double passed = Math.exp(-absorbance * thick);
            double through = (under[from + c] & 255) * passed * edge * glow * 1.04 + shine
                    + 16 * passed * (1 - slope);
            double beside = (under[at + c] & 255) * shade;
            picture[at + c] = film.expose(Math.clamp(beside + (through - beside) * cover, 0, 255), at + c);
        }
    }

    /** The lamp mirrored in the rim: a crescent, and a small bright spot on it. */
    private static double shine(double lit, double slope) {
        if (lit <= 0) {
            return 0;
        }
        double crescent = 62 * Math.pow(lit, 4) * Texture.step(0.25, 0.6, slope)
                * Texture.step(1, 0.8, slope);
        double spot = 120 * Math.pow(lit, 24) * Texture.step(0.4, 0.62, slope)
                * Texture.step(0.9, 0.7, slope);
        return crescent + spot;
    }

    /** Where the light of a pixel comes from: nearer to the middle of the drop, the steeper its face. */
    private int bent(int x, int y, double slope) {
        double bend = BEND_PIXELS * pixelsPerUnit * slope * slope;
        int px = Math.clamp(Math.round(x - gradientX * bend), 0, width - 1);
        int py = Math.clamp(Math.round(y - gradientY * bend), 0, height - 1);
        return (py * width + px) * 4;
    }

    /** Signed distance to the outline, board units. */
    private static double distance(Lobe[] lobes, double x, double y) {
        double d = lobes[0].distance(x, y);
        for (int i = 1; i < lobes.length; i++) {
            double next = lobes[i].distance(x, y);
            double share = Math.clamp(0.5 + 0.5 * (d - next) / FLOW, 0, 1);
            d = d + (next - d) * share - FLOW * share * (1 - share);
        }
        return d;
    }

    /** Leaves behind the gradient of the distance and the dye at a place. */
    private void look(Lobe[] lobes, double x, double y) {
        double d = lobes[0].distance(x, y);
        direction(lobes[0], x, y, 1);
        double weights = weight(d);
        dye(lobes[0], 1);
        for (int i = 1; i < lobes.length; i++) {
            double next = lobes[i].distance(x, y);
            double share = Math.clamp(0.5 + 0.5 * (d - next) / FLOW, 0, 1);
            d = d + (next - d) * share - FLOW * share * (1 - share);
            direction(lobes[i], x, y, share);
            double weight = weight(next);
            weights += weight;
            dye(lobes[i], weight / weights);
        }
    }

    private static double weight(double distance) {
        double near = Math.max(0, 1 - distance);
        return near * near * near + 1e-9;
    }

    private void direction(Lobe lobe, double x, double y, double share) {
        double dx = x - lobe.x();
        double dy = y - lobe.y();
        double length = Math.sqrt(dx * dx + dy * dy) + 1e-9;
        gradientX += (dx / length - gradientX) * share;
        gradientY += (dy / length - gradientY) * share;
    }

    private void dye(Lobe lobe, double share) {
        red += (lobe.dye().red() - red) * share;
        green += (lobe.dye().green() - green) * share;
        blue += (lobe.dye().blue() - blue) * share;
    }
}
