package org.labreel.ui.timeline;

import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Shows a raster, one of its pixels on each of the screen's. */
final class RasterView extends ImageView {
    private Raster raster = new Raster(0, 0, new int[0]);
    private PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(1, 1, IntBuffer.allocate(1),
            PixelFormat.getIntArgbPreInstance());

    RasterView() {
        setSmooth(false);
        setManaged(false);
        setMouseTransparent(true);
    }

    /**
     * Draws anew.
     *
     * @param density
     *            pixels of the screen for one of the layout
     */
    void draw(double widthPx, double heightPx, double density, Consumer<Raster> painter) {
        int width = (int) Math.ceil(widthPx * density);
        int height = (int) Math.ceil(heightPx * density);
        if (width < 1 || height < 1) {
            setImage(null);
            raster = new Raster(0, 0, new int[0]);
            return;
        }
        if (width != raster.width() || height != raster.height()) {
            int[] pixels = new int[width * height];
            raster = new Raster(width, height, pixels);
            buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            setImage(new WritableImage(buffer));
        }
        setFitWidth(width / density);
        setFitHeight(height / density);
        painter.accept(raster);
        buffer.updateBuffer(_ -> null);
    }
}
