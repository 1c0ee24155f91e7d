package org.labreel.ui.live;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Rectangle2D;

/** Where the tiles of the live page lie: all alike in a grid, or one large and the others in a strip beside it. */
final class TilePlaces {
    /** Between tiles, pixels. */
    static final double GAP = 6;
    private static final double ASPECT = 4 / 3.0;
    /** What a tile has above and below its picture, pixels. */
    private static final double DRESS = 56;
    /** What a picture counts whose tile has no room for its figures. */
    private static final double NARROW = 0.75;
    private static final double STRIP_PART = 0.24;
    private static final double LEAST_STRIP = 150;
    private static final double MOST_STRIP = 420;

    private TilePlaces() {
    }

    /**
     * @param large
     *            the tile that is large, if one is
     * @return a place for each tile, in order
     */
    static List<Rectangle2D> of(int count, OptionalInt large, double width, double height) {
        if (count == 0 || width <= 0 || height <= 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(new Rectangle2D(0, 0, width, height));
        }
        return large.isPresent() ? strip(count, large.getAsInt(), width, height) : grid(count, width, height);
    }

    private static List<Rectangle2D> grid(int count, double width, double height) {
        int columns = 1;
        double best = 0;
        for (int each = 1; each <= count; each++) {
            double across = cell(width, each);
            double picture = pictureWidth(across, cell(height, rows(count, each)))
                    * (across < LiveTile.ROOM_PX ? NARROW : 1);
            if (picture > best) {
                best = picture;
                columns = each;
            }
        }
        double cellWidth = cell(width, columns);
        double cellHeight = cell(height, rows(count, columns));
        List<Rectangle2D> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int column = i % columns;
            int row = i / columns;
            out.add(new Rectangle2D(column * (cellWidth + GAP), row * (cellHeight + GAP), cellWidth, cellHeight));
        }
        return out;
    }

    private static int rows(int count, int columns) {
        return (count + columns - 1) / columns;
    }

    private static double cell(double length, int cells) {
        return Math.max(1, (length - GAP * (cells - 1)) / cells);
    }

    private static double pictureWidth(double width, double height) {
        return Math.min(width, Math.max(1, height - DRESS) * ASPECT);
    }

    private static List<Rectangle2D> strip(int count, int large, double width, double height) {
        boolean beside = width > height;
        double along = beside ? height : width;
        double across = beside ? width : height;
        double strip = Math.min(Math.clamp(across * STRIP_PART, LEAST_STRIP, MOST_STRIP), across / 2);
        double wanted = beside ? strip / ASPECT + DRESS : Math.max(1, strip - DRESS) * ASPECT;
        double each = Math.min(wanted, cell(along, count - 1));
        List<Rectangle2D> out = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < count; i++) {
            if (i == large) {
                out.add(rectangle(beside, 0, 0, across - strip - GAP, along));
            } else {
                out.add(rectangle(beside, across - strip, at, strip, each));
                at += each + GAP;
            }
        }
        return out;
    }

    private static Rectangle2D rectangle(boolean beside, double across, double along, double acrossLength,
            double alongLength) {
        return beside
                ? new Rectangle2D(across, along, Math.max(1, acrossLength), alongLength)
                : new Rectangle2D(along, across, alongLength, Math.max(1, acrossLength));
    }
}
