package org.labreel.export;

import java.util.Arrays;

/**
 * Scales a picture so that each pixel is the mean of the area that it covers, weighted by the part covered. First along
 * rows, then across them.
 */
final class AreaScaler {
    private final Placement placement;
    private final int frameWidth;
    private final int clipWidth;
    private final Weights along;
    private final Weights across;
    private final float[] sums;
    private final float[] row;
    private int rowHeld = -1;

    AreaScaler(Placement placement, int frameWidth, int clipWidth) {
        this.placement = placement;
        this.frameWidth = frameWidth;
        this.clipWidth = clipWidth;
        along = Weights.of(placement.fromWidth(), placement.toWidth());
        across = Weights.of(placement.fromHeight(), placement.toHeight());
        sums = new float[placement.toWidth() * 3];
        row = new float[placement.toWidth() * 3];
    }

    /** For each new sample the first old one and the weights of it and those behind it; each set sums to 1. */
    private static final class Weights {
        private final int[] first;
        private final float[][] weight;

        private Weights(int[] first, float[][] weight) {
            this.first = first;
            this.weight = weight;
        }

        static Weights of(int from, int to) {
            int[] first = new int[to];
            float[][] weight = new float[to][];
            double step = (double) from / to;
            for (int i = 0; i < to; i++) {
                double start = i * step;
                double end = Math.min(from, start + step);
                first[i] = (int) start;
                int last = Math.max(first[i], Math.min(from - 1, (int) Math.ceil(end) - 1));
                weight[i] = new float[last - first[i] + 1];
                for (int k = first[i]; k <= last; k++) {
                    weight[i][k - first[i]] = (float) ((Math.min(k + 1.0, end) - Math.max(k, start)) / (end - start));
                }
            }
            return new Weights(first, weight);
        }
    }

    /** Whether it was made for this. */
    boolean fits(Placement other, int otherFrameWidth, int otherClipWidth) {
        return placement.equals(other) && frameWidth == otherFrameWidth && clipWidth == otherClipWidth;
    }

    void scale(byte[] frame, byte[] clip) {
        rowHeld = -1;
        for (int y = 0; y < placement.toHeight(); y++) {
            Arrays.fill(sums, 0.5f);
            float[] weights = across.weight[y];
            for (int k = 0; k < weights.length; k++) {
                holdRow(frame, across.first[y] + k);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += weights[k] * row[i];
                }
            }
            int to = ((placement.toY() + y) * clipWidth + placement.toX()) * 4;
            for (int i = 0; i < sums.length; i += 3, to += 4) {
                clip[to] = (byte) (int) sums[i];
                clip[to + 1] = (byte) (int) sums[i + 1];
                clip[to + 2] = (byte) (int) sums[i + 2];
                clip[to + 3] = (byte) 0xFF;
            }
        }
    }

    private void holdRow(byte[] frame, int y) {
        if (rowHeld == y) {
            return;
        }
        rowHeld = y;
        int start = ((placement.fromY() + y) * frameWidth + placement.fromX()) * 4;
        for (int x = 0; x < placement.toWidth(); x++) {
            float blue = 0;
            float green = 0;
            float red = 0;
            int from = start + along.first[x] * 4;
            for (float weight : along.weight[x]) {
                blue += weight * (frame[from] & 0xFF);
                green += weight * (frame[from + 1] & 0xFF);
                red += weight * (frame[from + 2] & 0xFF);
                from += 4;
            }
            row[x * 3] = blue;
            row[x * 3 + 1] = green;
            row[x * 3 + 2] = red;
        }
    }
}
