package org.labreel.ui.export;

import java.util.OptionalDouble;
import org.labreel.export.Crop;
import org.labreel.picture.PictureSize;

/**
 * A crop while one of its handles is dragged: it stays inside the frame, keeps its shape, and has whole pixels.
 *
 * @param from
 *            as it was when the drag began
 */
record CropDrag(PictureSize frame, Crop from, Handle handle, OptionalDouble ratio) {
    /** Smaller than that no handle could be grasped. */
    static final int SMALLEST = 16;

    /** Where it is grasped: which sides move, -1 = left or top, 1 = right or bottom. */
    enum Handle {
        TOP_LEFT(-1, -1), TOP(0, -1), TOP_RIGHT(1, -1), RIGHT(1, 0), BOTTOM_RIGHT(1, 1), BOTTOM(0, 1), BOTTOM_LEFT(-1,
                1), LEFT(-1, 0), INSIDE(0, 0);

        private final int x;
        private final int y;

        Handle(int x, int y) {
            this.x = x;
            this.y = y;
        }

        int x() {
            return x;
        }

        int y() {
            return y;
        }
    }

    /** All of the frame. */
    static Crop whole(PictureSize frame) {
        return new Crop(0, 0, frame.width(), frame.height());
    }

    static boolean inside(Crop crop, PictureSize frame) {
        return crop.x() >= 0 && crop.y() >= 0 && crop.x() + crop.width() <= frame.width()
                && crop.y() + crop.height() <= frame.height();
    }

    /**
     * @param dx
     *            how far the pointer has gone since it began, pixels of the frame
     */
    Crop by(double dx, double dy) {
        if (handle == Handle.INSIDE) {
            int x = Math.clamp(Math.round(from.x() + dx), 0, frame.width() - from.width());
            int y = Math.clamp(Math.round(from.y() + dy), 0, frame.height() - from.height());
            return new Crop(x, y, from.width(), from.height());
        }
        double width = Math.clamp(from.width() + handle.x() * dx, SMALLEST, Math.max(SMALLEST, roomX()));
        double height = Math.clamp(from.height() + handle.y() * dy, SMALLEST, Math.max(SMALLEST, roomY()));
        if (ratio.isPresent()) {
            double shape = ratio.getAsDouble();
            boolean byWidth = handle.y() == 0 || (handle.x() != 0 && width / shape >= height);
            width = byWidth ? width : height * shape;
            double fitting = Math.min(width, Math.min(roomX(), roomY() * shape));
            width = Math.max(fitting, SMALLEST * Math.max(1, shape));
            height = width / shape;
        }
        return placed((int) Math.round(width), (int) Math.round(height));
    }

    /** How wide it can become: up to the edge on the side that moves, on both sides evenly where none does. */
    private double roomX() {
        return switch (handle.x()) {
            case -1 -> from.x() + from.width();
            case 1 -> frame.width() - from.x();
            default -> ratio.isPresent() ? frame.width() : from.width();
        };
    }

    private double roomY() {
        return switch (handle.y()) {
            case -1 -> from.y() + from.height();
            case 1 -> frame.height() - from.y();
            default -> ratio.isPresent() ? frame.height() : from.height();
        };
    }

    private Crop placed(int width, int height) {
        int w = Math.min(width, frame.width());
        int h = Math.min(height, frame.height());
        return new Crop(Math.clamp(edge(from.x(), from.width(), w, handle.x()), 0, frame.width() - w),
                Math.clamp(edge(from.y(), from.height(), h, handle.y()), 0, frame.height() - h), w, h);
    }

    private static int edge(int at, int before, int after, int side) {
        return switch (side) {
            case -1 -> at + before - after;
            case 1 -> at;
            default -> at + (before - after) / 2;
        };
    }

    /** The largest part of this shape in the middle of another. */
    static Crop shaped(Crop within, OptionalDouble ratio) {
        if (ratio.isEmpty()) {
            return within;
        }
        double shape = ratio.getAsDouble();
        int width = (int) Math.round(Math.min(within.width(), within.height() * shape));
        int height = (int) Math.round(Math.min(within.height(), within.width() / shape));
        return new Crop(within.x() + (within.width() - width) / 2, within.y() + (within.height() - height) / 2, width,
                height);
    }
}
