package org.labreel.ui.view;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * Shows the pixels of a frame as the squares that they are. JavaFX can be asked not to smooth, but its software
 * renderer does so all the same; so the part that is seen is scaled here, by nearest neighbour.
 */
final class SquarePixels {
    private final ImageView node = new ImageView();
    private int[] pixels = new int[0];
    private @Nullable PixelBuffer<IntBuffer> buffer;

    SquarePixels() {
        node.setMouseTransparent(true);
        node.setManaged(false);
        node.setVisible(false);
    }

    ImageView node() {
        return node;
    }

    /**
     * The part of a view that a frame covers, in whole view pixels.
     */
    record Part(int x, int y, int width, int height) {
        static Part of(FrameGeometry g) {
            int left = (int) Math.max(0, Math.ceil(g.offsetX() - 0.5));
            int top = (int) Math.max(0, Math.ceil(g.offsetY() - 0.5));
            int right = (int) Math.min(Math.ceil(g.viewWidth()),
                    Math.floor(g.offsetX() + g.contentWidth() * g.scale() + 0.5));
            int bottom = (int) Math.min(Math.ceil(g.viewHeight()),
                    Math.floor(g.offsetY() + g.contentHeight() * g.scale() + 0.5));
            return new Part(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
        }
    }

    void show(PixelSurface source, FrameGeometry geometry) {
        Part part = Part.of(geometry);
        node.setVisible(part.width() > 0 && part.height() > 0);
        if (!node.isVisible()) {
            return;
        }
        PixelBuffer<IntBuffer> target = buffer;
        if (target == null || target.getWidth() != part.width() || target.getHeight() != part.height()) {
            pixels = new int[part.width() * part.height()];
            target = new PixelBuffer<>(part.width(), part.height(), IntBuffer.wrap(pixels),
                    PixelFormat.getIntArgbPreInstance());
            buffer = target;
            node.setImage(new WritableImage(target));
        }
        target.updateBuffer(_ -> {
            fill(source.ints(), source.width(), source.height(), geometry, part, pixels);
            return null;
        });
        node.relocate(part.x(), part.y());
    }

    /** Gives its memory back. */
    void hide() {
        node.setVisible(false);
        node.setImage(null);
        buffer = null;
        pixels = new int[0];
    }

    /** Each pixel of the view takes the colour of the pixel of the frame that its middle lies in. */
    static void fill(IntBuffer source, int sourceWidth, int sourceHeight, FrameGeometry g, Part part, int[] target) {
        int[] columns = new int[part.width()];
        for (int x = 0; x < columns.length; x++) {
            columns[x] = under(part.x() + x, g.offsetX(), g.scale() * (g.contentWidth() / sourceWidth), sourceWidth);
        }
        int before = -1;
        for (int y = 0; y < part.height(); y++) {
            int row = under(part.y() + y, g.offsetY(), g.scale() * (g.contentHeight() / sourceHeight), sourceHeight);
            int at = y * part.width();
            if (row == before) {
                System.arraycopy(target, at - part.width(), target, at, part.width());
            } else {
                for (int x = 0; x < columns.length; x++) {
                    target[at + x] = source.get(row * sourceWidth + columns[x]);
                }
            }
            before = row;
        }
    }

    private static int under(int view, double offset, double scale, int size) {
        return Math.clamp((long) Math.floor((view + 0.5 - offset) / scale), 0, size - 1);
    }
}
