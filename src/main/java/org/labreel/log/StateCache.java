package org.labreel.log;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;

/** The event of each kind that was asked for last: from one frame to the next most of them stay the same. */
final class StateCache {
    private final AtomicReferenceArray<Optional<Entry>> entries = new AtomicReferenceArray<>(
            EventKind.values().length);

    StateCache() {
        for (int i = 0; i < entries.length(); i++) {
            entries.set(i, Optional.empty());
        }
    }

    private record Entry(int record, DeviceEvent event) {
    }

    /** Reads a record that is not at hand. */
    interface Read {
        DeviceEvent event() throws IOException;
    }

    DeviceEvent event(EventKind kind, int record, Read read) throws IOException {
        Optional<Entry> kept = entries.get(kind.field());
        if (kept.isPresent() && kept.get().record == record) {
            return kept.get().event;
        }
        DeviceEvent event = read.event();
        entries.set(kind.field(), Optional.of(new Entry(record, event)));
        return event;
    }
}
