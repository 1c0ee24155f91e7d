package org.labreel.ui.timeline;

import java.util.List;

/**
 * Draws the lanes of a timeline but for their texts. No stage is needed for it, and no more work than one pass over the
 * columns of each lane, however many events there are.
 */
final class LanePainter {
    private final Raster raster;
    private final TimeScale scale;
    private final double dense;
    private final LaneColours colours;

    /**
     * @param scale
     *            in pixels of the raster
     * @param density
     *            pixels of the raster for one of the lanes
     */
    LanePainter(Raster raster, TimeScale scale, double density, LaneColours colours) {
        this.raster = raster;
        this.scale = scale;
        this.dense = density;
        this.colours = colours;
    }

    /**
     * @param grid
     *            where the ruler has labels
     */
    void paint(LaneLayout layout, TimelineContent content, List<TimelineSignal> signals, List<Long> grid) {
        raster.fill(0, 0, raster.width(), raster.height(), colours.ground());
        for (long tick : grid) {
            int x = px(tick);
            raster.fill(x, 0, x + 1, raster.height(), LaneColours.faded(colours.line(), 110));
        }
        for (Lane lane : layout.lanes()) {
            int bottom = y(lane.bottomPx());
            raster.fill(0, bottom - 1, raster.width(), bottom, colours.line());
            switch (lane.kind()) {
                case RULER, MARKS, RANGES -> {
                    // Few and with texts: the labels draw them.
                }
                case SEGMENTS -> segments(lane, content);
                case CHANGES -> changes(lane, content.changes());
                case SIGNAL -> signal(lane, signals.get(lane.number()));
            }
        }
        content.holes().forEach(hole -> hole(layout, hole));
    }

    private int px(long nanos) {
        return (int) Math.round(Math.clamp(scale.x(nanos), -1e6, 1e6));
    }

    private int y(double lanePx) {
        return (int) Math.round(lanePx * dense);
    }

    /** A span is seen however short it is. */
    private int endPx(TimeSpan span) {
        return Math.max(px(span.endNanos()) + 1, px(span.startNanos()) + 2);
    }

    private void segments(Lane lane, TimelineContent content) {
        int top = y(lane.topPx() + 3);
        int bottom = y(lane.bottomPx() - 4);
        for (TimelineSegment segment : content.segments()) {
            if (segment.source() != lane.number()) {
                continue;
            }
            int colour = colours.of(segment.state());
            int from = px(segment.span().startNanos());
            int until = endPx(segment.span());
            switch (segment.state()) {
                case SCHEDULED -> raster.outline(from, top, until, bottom, colour);
                case STANDBY, RECORDING, STOPPED ->
                    raster.fill(from, top, until, bottom, segment.shown() ? colour : LaneColours.faded(colour, 130));
                case FAULT -> {
                    raster.fill(from, top, until, bottom, LaneColours.faded(colour, 120));
                    raster.hatch(from, top, until, bottom, y(6), colour);
                }
            }
        }
        if (content.segments().stream().noneMatch(each -> each.shown() && each.source() != lane.number())) {
            frames(bottom, content.frames().times());
        }
    }

    /** Single frames are drawn where they can be told apart: by how far apart they lie, not by how many have come. */
    private void frames(int bottom, EventTimes times) {
        int first = times.firstFrom(scale.startNanos());
        int last = times.lastUntil(scale.endNanos());
        if (last > first && scale.x(times.at(last)) - scale.x(times.at(first)) < 3 * dense * (last - first)) {
            return;
        }
        for (int i = first; i <= last; i++) {
            int x = px(times.at(i));
            raster.fill(x, bottom - y(4), x + Math.max(1, y(1)), bottom, colours.frame());
        }
    }

    /** The more changes fall on a column the taller it is. */
    private void changes(Lane lane, EventTimes changes) {
        int[] counts = new int[(int) Math.ceil(scale.widthPx())];
        changes.density(scale, counts);
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        int bottom = y(lane.bottomPx() - 3);
        int room = bottom - y(lane.topPx() + 2);
        for (int column = 0; column < counts.length; column++) {
            if (counts[column] > 0) {
                int height = (int) Math.round(room * (0.55 + 0.45 * counts[column] / most));
                int x = (int) scale.leftPx() + column;
                raster.fill(x, bottom - height, x + Math.max(1, y(1)), bottom, colours.change());
            }
        }
    }

    private void signal(Lane lane, TimelineSignal signal) {
        new SignalPainter(raster, scale, 1.4 * dense).paint(signal, SignalAxis.of(signal, scale.window()),
                (lane.topPx() + 4) * dense, (lane.bottomPx() - 5) * dense, colours.series(lane.number()));
    }

    private void hole(LaneLayout layout, TimelineHole hole) {
        int from = px(hole.span().startNanos());
        int until = endPx(hole.span());
        if (until <= scale.leftPx() || from >= raster.width()) {
            return;
        }
        int top = layout.lane(hole.source()).map(lane -> y(lane.topPx() + 1)).orElse(0);
        int bottom = layout.lane(hole.source()).map(lane -> y(lane.bottomPx() - 2)).orElse(0);
        switch (hole.kind()) {
            case LOSS -> {
                raster.fill(from, top, until, bottom, LaneColours.faded(colours.ground(), 190));
                raster.hatch(from, top, until, bottom, y(5), colours.loss());
                raster.fill(from, y(layout.lanes().getFirst().bottomPx()), until, raster.height(),
                        LaneColours.faded(colours.loss(), 26));
            }
            case GAP -> {
                raster.fill(from, top, until, bottom, LaneColours.faded(colours.ground(), 150));
                raster.hatch(from, top, until, bottom, y(8), colours.gap());
            }
            case PRE_ROLL -> raster.fill(from, top, until, bottom, colours.preRoll());
        }
    }
}
