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

    /** Whether more than the fitted picture was asked for. */
    public boolean isZoomed() {
        return scale > fitScale() * 1.0001;
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

    /** Larger or smaller by a factor, the content under {@code view} staying where it is; never smaller than fitted. */
    public FrameGeometry zoomedAbout(Point view, double factor) {
        if (scale <= 0) {
            return this;
        }
        double least = fitScale();
        double next = Math.clamp(scale * factor, least, Math.max(least, MAX_SCALE));
        Point under = toContent(view);
        return placed(next, view.x() - under.x() * next, view.y() - under.y() * next);
    }

    /** Moved by view pixels; the content never leaves a gap that it could fill. */
    public FrameGeometry panned(double dx, double dy) {
        return placed(scale, offsetX + dx, offsetY + dy);
    }

    /** The same scale relative to fitting and the same centre, in a view or for content of another size. */
    public FrameGeometry resized(double newContentWidth, double newContentHeight, double newViewWidth,
            double newViewHeight) {
        FrameGeometry fitted = fit(newContentWidth, newContentHeight, newViewWidth, newViewHeight);
        if (!isZoomed() || fitted.scale <= 0) {
            return fitted;
        }
        Point middle = toContent(new Point(viewWidth / 2, viewHeight / 2));
        double next = fitted.scale * scale / fitScale();
        double x = middle.x() / contentWidth * newContentWidth;
        double y = middle.y() / contentHeight * newContentHeight;
        return fitted.placed(next, newViewWidth / 2 - x * next, newViewHeight / 2 - y * next);
    }

    private FrameGeometry placed(double newScale, double x, double y) {
        return new FrameGeometry(contentWidth, contentHeight, viewWidth, viewHeight, newScale,
                bounded(x, contentWidth * newScale, viewWidth), bounded(y, contentHeight * newScale, viewHeight));
    }

    private static double bounded(double offset, double size, double room) {
        return size <= room ? (room - size) / 2 : Math.clamp(offset, room - size, 0);
    }
}
