package org.labreel.ui.timeline;

import java.util.List;

/**
 * What lanes are drawn with, as 0xAARRGGBB.
 *
 * @param ground
 *            behind everything
 * @param line
 *            between lanes, and the grid of the ruler
 * @param frame
 *            ticks of single frames on a segment
 * @param series
 *            of the signals, used in turn
 */
record LaneColours(int ground, int line, int scheduled, int standby, int recording, int stopped, int fault, int loss,
        int gap, int preRoll, int change, int frame, List<Integer> series) {
    LaneColours {
        series = List.copyOf(series);
    }

    int of(TimelineSegment.State state) {
        return switch (state) {
            case SCHEDULED -> scheduled;
            case STANDBY -> standby;
            case RECORDING -> recording;
            case STOPPED -> stopped;
            case FAULT -> fault;
        };
    }

    int series(int index) {
        return series.get(index % series.size());
    }

    /** The same colour with another opacity, 0 to 255. */
    static int faded(int colour, int alpha) {
        return (colour & 0xffffff) | alpha << 24;
    }
}
