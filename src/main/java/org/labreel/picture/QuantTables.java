package org.labreel.picture;

/**
 * The quantisation tables of ITU-T T.81 annex K, scaled to a quality as libjpeg does: 50 leaves them as they are, below
 * 50 they grow by 50/q, above they shrink by 2 - q/50. Row by row, not in zigzag order.
 */
final class QuantTables {
    private static final int[] LUMA = {16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24,
            40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104,
            113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99};
    private static final int[] CHROMA = {17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99,
            99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
            99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99};

    private QuantTables() {
    }

    static short[] luma(int quality) {
        return scaled(LUMA, quality);
    }

    static short[] chroma(int quality) {
        return scaled(CHROMA, quality);
    }

    private static short[] scaled(int[] table, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        short[] out = new short[64];
        for (int i = 0; i < 64; i++) {
            out[i] = (short) Math.clamp((table[i] * percent + 50) / 100, 1, 255);
        }
        return out;
    }
}
