package org.labreel.ui.live;

import java.util.List;
import org.labreel.model.DeviceEvent;
import org.labreel.ui.timeline.EventTimes;
import org.labreel.ui.timeline.GrowingTracks;
import org.labreel.ui.timeline.TimelineSignal;

/** What the feed has for a timeline, collected where events are decoded and taken where the timeline is shown. */
final class LiveTracks {
    /** Letting go copies what stays, so it is done now and then only. */
    private static final long ROUND_NANOS = 10_000_000_000L;

    private final GrowingTracks tracks = new GrowingTracks();
    private long forgotten = Long.MIN_VALUE / 2;

    /** What was collected by an instant; unchanging. */
    record Taken(EventTimes frames, EventTimes changes, List<TimelineSignal> signals) {
        Taken {
            signals = List.copyOf(signals);
        }
    }

    /** Cheap; any thread. */
    synchronized void add(DeviceEvent event, long nanos) {
        tracks.add(event, nanos);
    }

    /** All that is not older than an instant, and perhaps a little more; what is older is let go. Any thread. */
    synchronized Taken since(long nanos) {
        if (nanos - forgotten > ROUND_NANOS) {
            tracks.forget(nanos);
            forgotten = nanos;
        }
        return new Taken(tracks.frames(), tracks.changes(), tracks.signals());
    }
}
