package org.labreel.picture;

import java.awt.image.Raster;
import java.nio.ByteBuffer;

/** Four-ink JPEGs to BGRA by the plain formula; inks are stored inverted where an Adobe segment says so. */
final class Cmyk {
    private static final int YCCK = 2;

    private Cmyk() {
    }

    static void fill(Raster raster, JpegScan header, Picture picture) {
        boolean inverted = header.adobeTransform() >= 0;
        boolean ycck = header.adobeTransform() == YCCK;
        int width = picture.width();
        int[] row = new int[width * 4];
        ByteBuffer out = picture.pixels().clear();
        for (int y = 0; y < picture.height(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                out.putInt(bgra(row, x * 4, ycck, inverted));
            }
        }
        out.clear();
    }

    private static int bgra(int[] row, int at, boolean ycck, boolean inverted) {
        double first = row[at];
        double second = row[at + 1];
        double third = row[at + 2];
        if (ycck) {
            double cb = second - 128;
            double cr = third - 128;
            double luma = first;
            first = luma + 1.402 * cr;
            second = luma - 0.344136 * cb - 0.714136 * cr;
            third = luma + 1.772 * cb;
        }
        double key = inverted ? row[at + 3] : 255 - row[at + 3];
        int red = light(first, key, inverted);
        int green = light(second, key, inverted);
        int blue = light(third, key, inverted);
        return blue << 24 | green << 16 | red << 8 | 0xFF;
    }

    private static int light(double ink, double key, boolean inverted) {
        double held = Math.clamp(ink, 0, 255);
        return (int) Math.round((inverted ? held : 255 - held) * key / 255);
    }
}
