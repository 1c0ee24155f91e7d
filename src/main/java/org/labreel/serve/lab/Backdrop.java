package org.labreel.serve.lab;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
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
    private final double[] lampAcross;
    private final double[] lampDown;

    private Backdrop(LabBoard board, int width, int height) {
        this.width = width;
        this.height = height;
        Transform toPixels = Pose.of(width, height);
        this.fromPixels = toPixels.inverse();
        BufferedImage colour = layer(FINER);
        BufferedImage glossLayer = layer(1);
        BufferedImage glassLayer = layer(1);
        try (Brush brush = new Brush(colour, toPixels.then(Transform.scaleThenShift(FINER, FINER, 0, 0)));
                Brush glossBrush = new Brush(glossLayer, toPixels);
                Brush glassBrush = new Brush(glassLayer, toPixels)) {
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
        lampAcross = along(width, u -> Math.exp(-square(u - 0.3) / 0.32));
        lampDown = along(height, v -> Math.exp(-square((v - 0.22) * 0.8) / 0.32));
    }

    /** Blue, green, red, alpha, row by row. */
    static byte[] paint(LabBoard board, int width, int height) {
        return new Backdrop(board, width, height).lit();
    }

    private BufferedImage layer(int finer) {
        return new BufferedImage(width * finer, height * finer, BufferedImage.TYPE_INT_RGB);
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** Values at the middles of pixels, whose place goes from 0 to 1. */
    private static double[] along(int pixels, DoubleUnaryOperator value) {
        return IntStream.range(0, pixels).mapToDouble(i -> value.applyAsDouble((i + 0.5) / pixels)).toArray();
    }

    private byte[] lit() {
        byte[] out = new byte[width * height * 4];
        // Rows on all processors: whoever starts the demo waits for this.
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int x = 0; x < width; x++) {
                light(x, y, out);
            }
        });
        return out;
    }

    private void light(int x, int y, byte[] out) {
        double u = (x + 0.5) / width;
        double v = (y + 0.5) / height;
        double w = fromPixels.m20() * x + fromPixels.m21() * y + fromPixels.m22();
        double bx = (fromPixels.m00() * x + fromPixels.m01() * y + fromPixels.m02()) / w;
        double by = (fromPixels.m10() * x + fromPixels.m11() * y + fromPixels.m12()) / w;
        double metal = (gloss[y * width + x] & 255) / 255.0;
        double pane = (glass[y * width + x] & 255) / 255.0;
        double lamp = lampAcross[x] * lampDown[y];
        double corner = square(u - 0.5) + square(v - 0.5);
        double grain = 0.022 * Texture.smooth(bx * 9, by * 9, 1) + 0.03 * Texture.smooth(bx * 0.9, by * 0.9, 2);
        double brushed = metal == 0 ? 0 : 0.022 * Texture.smooth(bx * 2.3, by * 46, 3) * metal;
        double light = (0.74 + 0.44 * lamp) * (1 - 0.5 * corner) * (1 + grain + brushed);
        double sheen = metal == 0 ? 0 : metal * sheen(u, v, bx, by);
        double haze = pane == 0 ? 0 : pane * (5 + reflection(u, v));
        int at = (y * width + x) * 4;
        out[at] = tone(mean(x, y, 0) * light * (0.965 + 0.05 * (u - lamp * 0.4)) + sheen * 0.8 + haze);
        out[at + 1] = tone(mean(x, y, 8) * light + sheen * 0.95 + haze);
        out[at + 2] = tone(mean(x, y, 16) * light * 1.02 + sheen + haze);
        out[at + 3] = (byte) 255;
    }

    /** The lamp mirrored in the gold, which is never quite flat. */
    private static double sheen(double u, double v, double bx, double by) {
        double wave = 0.05 * Texture.smooth(bx * 0.5, by * 0.5, 7);
        double band = Math.exp(-square(u * 0.75 + v * 0.66 - 0.5 + wave) / 0.018);
        double facet = Texture.lattice((int) Math.floor(bx), (int) Math.floor(by), 5);
        return 58 * band + 7 * facet - 4;
    }

    /** A window and a lamp mirrored faintly in the glass. */
    private static double reflection(double u, double v) {
        double streak = Math.exp(-square((u * 0.9 - v * 0.55 - 0.42) / 0.035))
                + 0.55 * Math.exp(-square((u * 0.9 - v * 0.55 - 0.52) / 0.016));
        return 15 * streak * Texture.step(0.95, 0.25, v) + 10 * Math.exp(-(square(u - 0.8) + square(v - 0.75)) / 0.02);
    }

    private double mean(int x, int y, int shift) {
        int stride = width * FINER;
        int at = y * FINER * stride + x * FINER;
        return ((albedo[at] >> shift & 255) + (albedo[at + 1] >> shift & 255) + (albedo[at + stride] >> shift & 255)
                + (albedo[at + stride + 1] >> shift & 255)) / 4.0;
    }

    private static byte tone(double value) {
        return (byte) (int) Math.max(0, Math.min(255, value));
    }

    private static double square(double x) {
        return x * x;
    }
}
