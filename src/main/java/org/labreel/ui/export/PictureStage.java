package org.labreel.ui.export;

import java.nio.ByteBuffer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.labreel.picture.Picture;

/** Shows a picture in the middle, no larger than it should be, with the crop over it when that is chosen. */
final class PictureStage extends Region {
    private static final double ROOM = 10;

    private final ImageView view = new ImageView();
    private final CropPane crop;
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(0);
    private double most = 1;
    private double width;
    private double height;

    PictureStage(CropPane crop) {
        this.crop = crop;
        getStyleClass().add("export-stage");
        view.setSmooth(true);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText("Preview of the clip");
        view.setManaged(false);
        crop.setManaged(false);
        getChildren().addAll(view, crop);
        setMinSize(120, 90);
    }

    /** Screen pixels a pixel of the picture takes; 0 while there is none. */
    ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    /**
     * @param atMost
     *            screen pixels that a pixel of the picture takes at most
     * @param cropping
     *            whether this is a frame on which a part is to be chosen
     */
    void show(Picture picture, double atMost, boolean cropping) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(picture.pixels().capacity());
        pixels.put(picture.pixels().duplicate().clear()).flip();
        view.setImage(new WritableImage(new PixelBuffer<>(picture.width(), picture.height(), pixels,
                PixelFormat.getByteBgraPreInstance())));
        width = picture.width();
        height = picture.height();
        most = atMost;
        crop.setVisible(cropping);
        requestLayout();
    }

    void clear() {
        view.setImage(null);
        crop.setVisible(false);
        scale.set(0);
    }

    @Override
    protected void layoutChildren() {
        if (view.getImage() == null || getWidth() <= 2 * ROOM || getHeight() <= 2 * ROOM) {
            return;
        }
        double shown = Math.min(most,
                Math.min((getWidth() - 2 * ROOM) / width, (getHeight() - 2 * ROOM) / height));
        double x = Math.rint((getWidth() - width * shown) / 2);
        double y = Math.rint((getHeight() - height * shown) / 2);
        view.setFitWidth(width * shown);
        view.setFitHeight(height * shown);
        view.relocate(x, y);
        crop.place(x, y, shown, width * shown, height * shown);
        scale.set(shown);
    }

    @Override
    protected double computePrefWidth(double forHeight) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return 480;
    }
}
