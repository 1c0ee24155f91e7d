package org.labreel.export;

import java.util.Arrays;
import org.labreel.picture.Picture;

/** Puts the wanted part of a frame into the clip's picture; what it does not cover is black. */
final class Composer {
    private static final int BLACK_ALPHA = 3;

    private Composer() {
    }

    static void compose(Picture frame, Placement placement, Picture clip) {
        if (placement.toWidth() != clip.width() || placement.toHeight() != clip.height()) {
            black(clip);
        }
        if (placement.scales()) {
            new AreaScaler(placement, frame.width(), clip.width()).scale(frame.pixels().array(), clip.pixels().array());
            return;
        }
        for (int row = 0; row < placement.fromHeight(); row++) {
            int from = ((placement.fromY() + row) * frame.width() + placement.fromX()) * 4;
            int to = ((placement.toY() + row) * clip.width() + placement.toX()) * 4;
            System.arraycopy(frame.pixels().array(), from, clip.pixels().array(), to, placement.fromWidth() * 4);
        }
    }

    static void black(Picture clip) {
        byte[] pixels = clip.pixels().array();
        Arrays.fill(pixels, (byte) 0);
        for (int i = BLACK_ALPHA; i < pixels.length; i += 4) {
            pixels[i] = (byte) 0xFF;
        }
    }
}
