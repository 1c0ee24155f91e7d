package org.labreel.ui.browser;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.log.Sidecar;
import org.labreel.model.DeviceState;
import org.labreel.model.EventKind;

/**
 * What was known of the device at a frame.
 *
 * @param before
 *            what was known at the frame before it; empty at the first frame
 * @param clocks
 *            of each kind that is known, where its time comes from
 */
record StateAtFrame(DeviceState now, Optional<DeviceState> before, Map<EventKind, Clock> clocks) {
    static final StateAtFrame NOTHING = new StateAtFrame(DeviceState.EMPTY, Optional.empty(), Map.of());

    StateAtFrame {
        clocks = Map.copyOf(clocks);
    }

    /** Where the time of an event comes from. */
    enum Clock {
        /** Its own stamp. */
        STAMP,
        /** It carries none; it arrived so long after a stamped one. */
        ARRIVAL,
        /** It carries none, and only its place in the log tells between which others it came. */
        GUESS
    }

    /**
     * Touches the disk.
     *
     * @param frame
     *            counted from 0; -1 for the end of a log without frames
     */
    static StateAtFrame read(LogReader reader, int frame) throws IOException {
        LogIndex index = reader.index();
        int record = frame < 0 ? index.records() - 1 : index.recordOfFrame(frame);
        if (record < 0) {
            return NOTHING;
        }
        Optional<DeviceState> before = frame > 0
                ? Optional.of(reader.stateAt(index.recordOfFrame(frame - 1)))
                : Optional.empty();
        DeviceState now = reader.stateAt(record);
        return new StateAtFrame(now, before, clocks(reader, index, now, record));
    }

    private static Map<EventKind, Clock> clocks(LogReader reader, LogIndex index, DeviceState state, int record)
            throws IOException {
        Map<EventKind, Clock> clocks = new EnumMap<>(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            if (state.at(kind).isPresent()) {
                clocks.put(kind, clock(reader, index, index.lastOf(kind, record)));
            }
        }
        return Collections.unmodifiableMap(clocks);
    }

    private static Clock clock(LogReader reader, LogIndex index, int record) throws IOException {
        if (index.timed(record)) {
            return Clock.STAMP;
        }
        // What was known before the recording began was received at a time that no log tells.
        boolean arrived = record >= index.headRecords()
                && reader.entry(record).flatMap(Sidecar.Entry::arrival).isPresent();
        return arrived ? Clock.ARRIVAL : Clock.GUESS;
    }
}
