package org.labreel.ui.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.labreel.picture.Picture;

/** The one image that frames are copied into, so that a steady feed makes no garbage. JavaFX thread. */
final class PixelSurface {
    private final int width;
    private final int height;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    PixelSurface(int width, int height) {
        this.width = width;
        this.height = height;
        // Alpha is always 255, so premultiplied is the same and spares a conversion; so do ints on the heap, which the
        // software pipeline copies as they are where it would put single bytes together.
        this.buffer = new PixelBuffer<>(width, height, IntBuffer.allocate(width * height),
                PixelFormat.getIntArgbPreInstance());
        this.image = new WritableImage(buffer);
    }

    boolean fits(Picture picture) {
        return picture.width() == width && picture.height() == height;
    }

    void copy(Picture picture) {
        buffer.updateBuffer(target -> {
            ByteBuffer pixels = picture.pixels().duplicate().clear().order(ByteOrder.LITTLE_ENDIAN);
            target.getBuffer().clear().put(pixels.asIntBuffer());
            return null;
        });
    }

    /** Colour of a pixel, 8 bits each: red, green, blue. */
    int rgb(int x, int y) {
        return buffer.getBuffer().get(y * width + x) & 0xFFFFFF;
    }

    /** Its pixels, each as alpha, red, green, blue from the highest byte down. */
    IntBuffer ints() {
        return buffer.getBuffer().duplicate().clear();
    }

    WritableImage image() {
        return image;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
