package org.labreel.ui.view;

import org.labreel.model.Point;
import org.labreel.model.Transform;

/**
 * Where content (a frame, a board) lies in a view: the same scale in both directions, the rest of the view left free.
 *
 * @param contentWidth
 *            in content units: pixels of a frame, units of a board
 * @param contentHeight
 *            in content units
 * @param scale
 *            view pixels per content unit
 * @param offsetX
 *            view pixels from the view's left edge to the content's
 * @param offsetY
 *            view pixels from the view's top edge to the content's
 */
public record FrameGeometry(double contentWidth, double contentHeight, double viewWidth, double viewHeight,
        double scale, double offsetX, double offsetY) {
    /** One content unit is never shown larger than this many view pixels, unless it already fits so. */
    static final double MAX_SCALE = 8;
    /** From here on a pixel is shown as the square that it is: smoothed, it would look like more than was seen. */
    private static final double SQUARES_FROM = 2;
    private static final double SAME = 1e-4;

    /** The whole content, as large as it goes, in the middle. Without content or view the scale is 0. */
    public static FrameGeometry fit(double contentWidth, double contentHeight, double viewWidth, double viewHeight) {
        double scale = fitScale(contentWidth, contentHeight, viewWidth, viewHeight);
        return new FrameGeometry(contentWidth, contentHeight, viewWidth, viewHeight, scale,
                (viewWidth - contentWidth * scale) / 2, (viewHeight - contentHeight * scale) / 2);
    }

    private static double fitScale(double contentWidth, double contentHeight, double viewWidth, double viewHeight) {
        if (contentWidth <= 0 || contentHeight <= 0 || viewWidth <= 0 || viewHeight <= 0) {
            return 0;
        }
        return Math.min(viewWidth / contentWidth, viewHeight / contentHeight);
    }

    /** The same content in the same view, not zoomed. */
    public FrameGeometry fitted() {
        return fit(contentWidth, contentHeight, viewWidth, viewHeight);
    }

    /** The scale at which all of the content is seen. */
    public double fitScale() {
        return fitScale(contentWidth, contentHeight, viewWidth, viewHeight);
    }

    /** Whether another scale than the fitted one was asked for. */
    public boolean isZoomed() {
        double fit = fitScale();
        return Math.abs(scale - fit) > fit * SAME;
    }

    /** Whether pixels are so large that each is to be shown as a square. */
    public boolean showsSquares() {
        return scale >= SQUARES_FROM;
    }

    /** The largest scale that can be asked for. */
    public double mostScale() {
        return Math.max(fitScale(), MAX_SCALE);
    }

    /** The smallest scale that can be asked for: fitted, or 100 % for content that is smaller than the view. */
    public double leastScale() {
        return Math.min(fitScale(), 1);
    }

    public Point toView(Point content) {
        return new Point(content.x() * scale + offsetX, content.y() * scale + offsetY);
    }

    public Point toContent(Point view) {
        return new Point((view.x() - offsetX) / scale, (view.y() - offsetY) / scale);
    }

    /** From content units to view pixels, to be put after another map. */
    public Transform transform() {
        return Transform.scaleThenShift(scale, scale, offsetX, offsetY);
    }

    /** Larger or smaller by a factor, the content under {@code view} staying where it is, within the bounds. */
    public FrameGeometry zoomedAbout(Point view, double factor) {
        if (scale <= 0) {
            return this;
        }
        double next = Math.clamp(scale * factor, leastScale(), mostScale());
        Point under = toContent(view);
        return placed(next, view.x() - under.x() * next, view.y() - under.y() * next);
    }

    /** At this scale, within the bounds, the middle of the view staying where it is. */
    public FrameGeometry scaledTo(double wanted) {
        return scale <= 0 ? this : zoomedAbout(new Point(viewWidth / 2, viewHeight / 2), wanted / scale);
    }

    /** Moved by view pixels; the content never leaves a gap that it could fill. */
    public FrameGeometry panned(double dx, double dy) {
        return placed(scale, offsetX + dx, offsetY + dy);
    }

    /** The same part of the content at the same size, in a view or for content of another size; fitted stays fitted. */
    public FrameGeometry resized(double newContentWidth, double newContentHeight, double newViewWidth,
            double newViewHeight) {
        return fit(newContentWidth, newContentHeight, newViewWidth, newViewHeight).like(this);
    }

    /**
     * Shows of this content what the other one shows of its own: the same part of it in the middle, as large. Fitted
     * when the other is.
     */
    public FrameGeometry like(FrameGeometry other) {
        FrameGeometry fitted = fitted();
        if (!other.isZoomed() || other.scale <= 0 || fitted.scale <= 0) {
            return fitted;
        }
        Point middle = other.toContent(new Point(other.viewWidth / 2, other.viewHeight / 2));
        double next = Math.clamp(other.scale * other.contentWidth / contentWidth, leastScale(), mostScale());
        double x = middle.x() / other.contentWidth * contentWidth;
        double y = middle.y() / other.contentHeight * contentHeight;
        return fitted.placed(next, viewWidth / 2 - x * next, viewHeight / 2 - y * next);
    }

    private FrameGeometry placed(double newScale, double x, double y) {
        return new FrameGeometry(contentWidth, contentHeight, viewWidth, viewHeight, newScale,
                bounded(x, contentWidth * newScale, viewWidth), bounded(y, contentHeight * newScale, viewHeight));
    }

    private static double bounded(double offset, double size, double room) {
        return size <= room ? (room - size) / 2 : Math.clamp(offset, room - size, 0);
    }
}
