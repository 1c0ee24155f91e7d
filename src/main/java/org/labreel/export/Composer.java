package org.labreel.export;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.labreel.picture.Picture;

/** Puts the wanted part of frames into the clip's picture; what it does not cover is black. One thread at a time. */
final class Composer {
    private static final int BLACK_ALPHA = 3;

    private Optional<AreaScaler> scaler = Optional.empty();
    private Optional<Picture> upright = Optional.empty();

    void compose(Picture frame, Placement placement, Picture clip) {
        if (placement.rotation() == Rotation.NONE) {
            place(frame, placement, clip);
            return;
        }
        Picture before = upright.filter(
                p -> p.width() == placement.turnedWidth() && p.height() == placement.turnedHeight())
                .orElseGet(() -> new Picture(placement.turnedWidth(), placement.turnedHeight()));
        upright = Optional.of(before);
        place(frame, placement, before);
        turn(before, placement.rotation(), clip);
    }

    private void place(Picture frame, Placement placement, Picture clip) {
        if (placement.toWidth() != clip.width() || placement.toHeight() != clip.height()) {
            black(clip);
        }
        if (placement.scales()) {
            AreaScaler scale = scaler.filter(s -> s.fits(placement, frame.width(), clip.width()))
                    .orElseGet(() -> new AreaScaler(placement, frame.width(), clip.width()));
            scaler = Optional.of(scale);
            scale.scale(frame.pixels().array(), clip.pixels().array());
            return;
        }
        for (int row = 0; row < placement.fromHeight(); row++) {
            int from = ((placement.fromY() + row) * frame.width() + placement.fromX()) * 4;
            int to = ((placement.toY() + row) * clip.width() + placement.toX()) * 4;
            System.arraycopy(frame.pixels().array(), from, clip.pixels().array(), to, placement.fromWidth() * 4);
        }
    }

    private static void turn(Picture from, Rotation rotation, Picture to) {
        IntBuffer source = from.pixels().duplicate().asIntBuffer();
        IntBuffer target = to.pixels().duplicate().asIntBuffer();
        int width = from.width();
        int height = from.height();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = switch (rotation) {
                    case NONE -> y * width + x;
                    case RIGHT -> x * height + (height - 1 - y);
                    case HALF -> (height - 1 - y) * width + (width - 1 - x);
                    case LEFT -> (width - 1 - x) * height + y;
                };
                target.put(at, source.get(y * width + x));
            }
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
