package org.labreel.ui.view;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureSize;

/** The one image that frames are copied into, so that a steady feed makes no garbage. JavaFX thread. */
final class PixelSurface {
    /** Blue first, so that as a little-endian number alpha is the highest byte. */
    private static final ValueLayout.OfInt BGRA = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int width;
    private final int height;
    private final PictureSize taken;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    /** For pictures of the size of this one. */
    PixelSurface(Picture like) {
        this.width = like.width();
        this.height = like.height();
        this.taken = like.taken();
        this.pixels = new int[width * height];
        // Alpha is always 255, so premultiplied is the same and spares a conversion; so do ints on the heap, which the
        // software pipeline copies as they are where it would put single bytes together.
        this.buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels),
                PixelFormat.getIntArgbPreInstance());
        this.image = new WritableImage(buffer);
    }

    boolean fits(Picture picture) {
        return picture.width() == width && picture.height() == height && picture.taken().equals(taken);
    }

    void copy(Picture picture) {
        buffer.updateBuffer(_ -> {
            // One copy of memory. Not by way of a byte buffer's view of ints: JavaFX's headless screen makes one for
            // each pixel, which costs nothing only as long as Java's compiler sees a single kind of view.
            MemorySegment.copy(MemorySegment.ofBuffer(picture.pixels().duplicate().clear()), BGRA, 0,
                    MemorySegment.ofArray(pixels), ValueLayout.JAVA_INT, 0, pixels.length);
            return null;
        });
    }

    /** Colour at a pixel of the picture as it was taken, 8 bits each: red, green, blue. */
    int rgb(int x, int y) {
        int row = (int) ((long) y * height / taken.height());
        int column = (int) ((long) x * width / taken.width());
        return pixels[row * width + column] & 0xFFFFFF;
    }

    /** Size of the picture as it was taken: more than its own where it was reduced. */
    PictureSize taken() {
        return taken;
    }

    /** Its pixels, each as alpha, red, green, blue from the highest byte down. */
    IntBuffer ints() {
        return IntBuffer.wrap(pixels);
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
