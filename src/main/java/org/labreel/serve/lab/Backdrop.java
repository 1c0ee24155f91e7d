package org.labreel.serve.lab;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.labreel.model.Point;
import org.labreel.model.Transform;

/** All that does not move, under the light of the laboratory: painted once. */
final class Backdrop {
    /** Painted at twice the size and drawn together, which softens it as a lens does. */
    private static final int FINER = 2;

    private final int width;
    private final int height;
    private final int[] albedo;
    private final int[] gloss;
    private final int[] glass;
    private final Transform fromPixels;

    private Backdrop(LabBoard board, int width, int height) {
        this.width = width;
        this.height = height;
        Transform toPixels = Pose.of(width, height);
        this.fromPixels = toPixels.inverse();
        Transform finer = toPixels.then(Transform.scaleThenShift(FINER, FINER, 0, 0));
        BufferedImage colour = layer();
        BufferedImage glossLayer = layer();
        BufferedImage glassLayer = layer();
        try (Brush brush = new Brush(colour, finer);
                Brush glossBrush = new Brush(glossLayer, finer);
                Brush glassBrush = new Brush(glassLayer, finer)) {
            BenchPainter bench = new BenchPainter(brush);
            bench.table();
            bench.shadow();
            bench.rule();
            BoardPainter painter = new BoardPainter(brush);
            painter.circuitBoard(board);
            painter.electrodes(board, glossBrush);
            painter.glass(glassBrush);
        }
        albedo = pixels(colour);
        gloss = pixels(glossLayer);
        glass = pixels(glassLayer);
    }

    /** Blue, green, red, alpha, row by row. */
    static byte[] paint(LabBoard board, int width, int height) {
        return new Backdrop(board, width, height).lit();
    }

    private BufferedImage layer() {
        return new BufferedImage(width * FINER, height * FINER, BufferedImage.TYPE_INT_RGB);
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private byte[] lit() {
        byte[] out = new byte[width * height * 4];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                light(x, y, out);
            }
        }
        return out;
    }

    private void light(int x, int y, byte[] out) {
        double u = (x + 0.5) / width;
        double v = (y + 0.5) / height;
        Point b = fromPixels.apply(x, y);
        double metal = mean(gloss, x, y, 0) / 255;
        double pane = mean(glass, x, y, 0) / 255;
        double lamp = Math.exp(-(square(u - 0.3) + square((v - 0.22) * 0.8)) / 0.32);
        double corner = square(u - 0.5) + square(v - 0.5);
        double grain = 0.022 * Texture.smooth(b.x() * 9, b.y() * 9, 1)
                + 0.03 * Texture.smooth(b.x() * 0.9, b.y() * 0.9, 2);
        double brushed = 0.022 * Texture.smooth(b.x() * 2.3, b.y() * 46, 3) * metal;
        double light = (0.74 + 0.44 * lamp) * (1 - 0.5 * corner) * (1 + grain + brushed);
        double sheen = metal * sheen(u, v, b);
        double haze = pane * (5 + reflection(u, v));
        for (int channel = 0; channel < 3; channel++) {
            double warm = channel == 0 ? 0.965 + 0.05 * (u - lamp * 0.4) : channel == 2 ? 1.02 : 1;
            double tint = channel == 0 ? 0.8 : channel == 1 ? 0.95 : 1;
            double value = mean(albedo, x, y, 8 * channel) * light * warm + sheen * tint + haze;
            out[(y * width + x) * 4 + channel] = (byte) (int) Math.clamp(value, 0, 255);
        }
        out[(y * width + x) * 4 + 3] = (byte) 255;
    }

    /** The lamp mirrored in the gold, which is never quite flat. */
    private static double sheen(double u, double v, Point b) {
        double wave = 0.05 * Texture.smooth(b.x() * 0.5, b.y() * 0.5, 7);
        double band = Math.exp(-square(u * 0.75 + v * 0.66 - 0.5 + wave) / 0.018);
        double facet = Texture.lattice((int) Math.floor(b.x()), (int) Math.floor(b.y()), 5);
        return 58 * band + 7 * facet - 4;
    }

    /** A window and a lamp mirrored faintly in the glass. */
    private static double reflection(double u, double v) {
        double streak = Math.exp(-square((u * 0.9 - v * 0.55 - 0.42) / 0.035))
                + 0.55 * Math.exp(-square((u * 0.9 - v * 0.55 - 0.52) / 0.016));
        return 15 * streak * Texture.step(0.95, 0.25, v) + 10 * Math.exp(-(square(u - 0.8) + square(v - 0.75)) / 0.02);
    }

    private double mean(int[] layer, int x, int y, int shift) {
        int stride = width * FINER;
        int at = y * FINER * stride + x * FINER;
        return ((layer[at] >> shift & 255) + (layer[at + 1] >> shift & 255) + (layer[at + stride] >> shift & 255)
                + (layer[at + stride + 1] >> shift & 255)) / 4.0;
    }

    private static double square(double x) {
        return x * x;
    }
}
