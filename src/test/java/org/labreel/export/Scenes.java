package org.labreel.export;

import org.labreel.picture.Picture;
import org.labreel.picture.YuvPicture;

/** Pictures for tests. */
final class Scenes {
    static final int[] BARS = {0x000000, 0xFFFFFF, 0xE02020, 0x20C030, 0x2040E0, 0x808080, 0xE0D010, 0x10B0C0};

    private Scenes() {
    }

    /** Eight upright bars of plain colours, moved on by {@code step} bars. */
    static Picture bars(int width, int height, int step) {
        Picture picture = new Picture(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = BARS[(x * 8 / width + step) % 8];
                picture.pixels().putInt(Integer.reverseBytes(0xFF000000 | colour));
            }
        }
        picture.pixels().clear();
        return picture;
    }

    /** The same for an encoder. */
    static YuvPicture yuvBars(int width, int height, int step) {
        YuvPicture picture = new YuvPicture(width, height);
        try (ToYuv converter = YuvWay.best(width, height)) {
            converter.convert(bars(width, height, step), picture);
        }
        return picture;
    }
}
