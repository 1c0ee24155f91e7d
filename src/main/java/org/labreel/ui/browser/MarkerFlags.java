package org.labreel.ui.browser;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;

/** The markers of a log as small flags under the slider's track. */
final class MarkerFlags extends Group {
    private static final double REACH = 6;

    private final double top;
    private List<LogMarker> markers = List.of();
    private FrameScale scale;

    /**
     * @param top
     *            where the tips of the flags are
     */
    MarkerFlags(double top, FrameScale scale) {
        this.top = top;
        this.scale = scale;
        setAutoSizeChildren(false);
    }

    void show(List<LogMarker> next) {
        markers = next;
        getChildren().setAll(next.stream().map(MarkerFlags::flag).toList());
        place(scale);
    }

    void place(FrameScale next) {
        scale = next;
        for (int i = 0; i < markers.size(); i++) {
            getChildren().get(i).setTranslateX(scale.x(markers.get(i).frame()));
            getChildren().get(i).setTranslateY(top);
        }
    }

    private static Polygon flag(LogMarker marker) {
        Polygon flag = new Polygon(0, 0, 5, 8, -5, 8);
        flag.setFill(colour(marker.marker().colour()));
        flag.getStyleClass().add("frame-slider-marker");
        return flag;
    }

    /** Of a marker; a session file may name a colour that is none. */
    static Color colour(String css) {
        try {
            return Color.web(css);
        } catch (IllegalArgumentException _) {
            return Color.GRAY;
        }
    }

    /** The frame of the marker under the pointer, which need not hit it to the pixel. */
    OptionalInt at(double x, double y) {
        if (y < top - 1) {
            return OptionalInt.empty();
        }
        return markers.stream().mapToInt(LogMarker::frame).filter(frame -> Math.abs(scale.x(frame) - x) <= REACH)
                .reduce((a, b) -> Math.abs(scale.x(a) - x) <= Math.abs(scale.x(b) - x) ? a : b);
    }
}
