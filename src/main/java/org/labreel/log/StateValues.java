package org.labreel.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.DeviceEvent;

/**
 * Reads the small values of records one after the other: from the sidecar, many entries at a time, else from the events
 * themselves. For searches that go through a whole log. One thread.
 */
public final class StateValues {
    private static final int PAGE = 1024;

    private final Events events;
    private final Optional<SidecarReader> sidecar;
    private final byte[] page = new byte[PAGE * Sidecar.ENTRY];
    private int first;
    private int count;

    /** The events of the log, for what no sidecar holds. */
    interface Events {
        /**
         * @throws MalformedEventException
         *             when it is damaged
         */
        DeviceEvent event(int record) throws IOException;
    }

    StateValues(Events events, Optional<SidecarReader> sidecar) {
        this.events = events;
        this.sidecar = sidecar;
    }

    /** Empty when the record is damaged: what was known before then still holds. */
    public Optional<SmallValues> of(int record) throws IOException {
        Optional<SmallValues> kept = kept(record);
        if (kept.isPresent()) {
            return kept;
        }
        try {
            return Optional.of(SmallValues.of(events.event(record)));
        } catch (MalformedEventException _) {
            return Optional.empty();
        }
    }

    private Optional<SmallValues> kept(int record) throws IOException {
        if (sidecar.isEmpty()) {
            return Optional.empty();
        }
        if (record < first || record >= first + count) {
            first = record;
            count = sidecar.get().read(record, page);
        }
        if (count == 0) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        return Sidecar.entry(in.position((record - first) * Sidecar.ENTRY)).map(Sidecar.Entry::values);
    }
}
