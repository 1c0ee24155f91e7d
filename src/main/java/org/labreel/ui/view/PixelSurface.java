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
    private final PixelBuffer<ByteBuffer> buffer;
    private final WritableImage image;

    PixelSurface(int width, int height) {
        this.width = width;
        this.height = height;
        // Alpha is always 255, so premultiplied is the same and spares a conversion.
        this.buffer = new PixelBuffer<>(width, height, ByteBuffer.allocateDirect(width * height * 4),
                PixelFormat.getByteBgraPreInstance());
        this.image = new WritableImage(buffer);
    }

    boolean fits(Picture picture) {
        return picture.width() == width && picture.height() == height;
    }

    void copy(Picture picture) {
        buffer.updateBuffer(target -> {
            target.getBuffer().clear();
            target.getBuffer().put(picture.pixels().duplicate().clear());
            return null;
        });
    }

    /** Colour of a pixel, 8 bits each: red, green, blue. */
    int rgb(int x, int y) {
        return buffer.getBuffer().order(ByteOrder.LITTLE_ENDIAN).getInt((y * width + x) * 4) & 0xFFFFFF;
    }

    /** Its pixels, each as alpha, red, green, blue from the highest byte down. */
    IntBuffer ints() {
        return buffer.getBuffer().duplicate().clear().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
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
