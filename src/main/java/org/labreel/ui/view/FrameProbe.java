package org.labreel.ui.view;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.labreel.model.Electrode;
import org.labreel.model.Point;

/**
 * What is under the pointer.
 *
 * @param x
 *            pixel of the frame, 0 at the left
 * @param y
 *            pixel of the frame, 0 at the top
 * @param rgb
 *            its colour, 8 bits each: red, green, blue
 * @param board
 *            in board units, as the logged transform says; empty without one
 * @param electrode
 *            whose outline holds the point
 */
public record FrameProbe(int x, int y, int rgb, Optional<Point> board, Optional<Electrode> electrode) {
    /**
     * The pixel under a point of the view; empty beside the frame.
     *
     * @param electrodes
     *            finds the electrode at a point in board units
     */
    static Optional<FrameProbe> at(Point view, FrameGeometry geometry, PixelSurface pixels, Optional<BoardMap> map,
            Function<Point, Optional<Electrode>> electrodes) {
        Point p = geometry.toContent(view);
        int x = (int) Math.floor(p.x());
        int y = (int) Math.floor(p.y());
        if (x < 0 || y < 0 || x >= pixels.taken().width()
                || y >= pixels.taken().height()) {
            return Optional.empty();
        }
        Optional<Point> board = map.flatMap(found -> found.toBoard(p));
        return Optional.of(new FrameProbe(x, y, pixels.rgb(x, y), board, board.flatMap(electrodes)));
    }

    /** As "#a0b0c0". */
    public String colour() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    /** One line with all of it. */
    public String words() {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "x %d, y %d · %s", x, y, colour()));
        board.ifPresent(p -> out.append(String.format(Locale.ROOT, " · board %.2f, %.2f", p.x(), p.y())));
        electrode.ifPresent(found -> {
            out.append(" · pin ").append(found.pin());
            if (!found.name().isEmpty()) {
                out.append(" (").append(found.name()).append(')');
            }
        });
        return out.toString();
    }
}
