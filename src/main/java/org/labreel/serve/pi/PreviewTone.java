package org.labreel.serve.pi;

/**
 * Brightness and contrast as a table for every value of a colour.
 *
 * @param brightness
 *            0 to 100, 50 leaves the picture as it is
 * @param contrast
 *            -100 to 100, 0 leaves the picture as it is
 */
record PreviewTone(int brightness, int contrast) {
    static final PreviewTone PLAIN = new PreviewTone(50, 0);

    private static final double STEEPEST = 3;

    byte[] table() {
        double slope = contrast < 0 ? 1 + contrast / 100.0 : 1 + (STEEPEST - 1) * contrast / 100;
        double lift = (brightness - 50) * 2.55;
        byte[] table = new byte[256];
        for (int value = 0; value < 256; value++) {
            table[value] = (byte) Math.clamp(Math.round((value - 128) * slope + 128 + lift), 0, 255);
        }
        return table;
    }
}
