package org.labreel.ui.view;

import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import org.labreel.picture.Picture;

/** The picture of the frame: smooth where it is small, squares where it is large. */
final class FramePicture {
    private final ImageView smooth = new ImageView();
    private final SquarePixels squares = new SquarePixels();
    private final Group node = new Group(smooth, squares.node());
    private Optional<PixelSurface> surface = Optional.empty();

    FramePicture() {
        smooth.setSmooth(true);
        node.setMouseTransparent(true);
    }

    Node node() {
        return node;
    }

    Optional<PixelSurface> surface() {
        return surface;
    }

    int width() {
        return surface.map(found -> found.taken().width()).orElse(0);
    }

    int height() {
        return surface.map(found -> found.taken().height()).orElse(0);
    }

    /** Copies the picture. True when it has another size than the one before. */
    boolean copy(Picture picture) {
        boolean fits = surface.filter(found -> found.fits(picture)).isPresent();
        PixelSurface target = surface.filter(_ -> fits)
                .orElseGet(() -> new PixelSurface(picture));
        target.copy(picture);
        if (!fits) {
            surface = Optional.of(target);
            smooth.setImage(target.image());
        }
        return !fits;
    }

    void clear() {
        surface = Optional.empty();
        smooth.setImage(null);
        squares.hide();
    }

    void place(FrameGeometry geometry) {
        smooth.relocate(geometry.offsetX(), geometry.offsetY());
        smooth.setFitWidth(geometry.contentWidth() * geometry.scale());
        smooth.setFitHeight(geometry.contentHeight() * geometry.scale());
    }

    /** Draws the squares, where there are any. */
    void draw(FrameGeometry geometry) {
        boolean large = surface.isPresent() && geometry.showsSquares();
        smooth.setVisible(!large);
        if (large) {
            surface.ifPresent(found -> squares.show(found, geometry));
        } else {
            squares.hide();
        }
    }
}
