package org.labreel.log;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;

/**
 * The two events of each kind that were asked for last: from one frame to the next most of them stay the same, and the
 * states of two neighbours are asked for in turn.
 */
final class StateCache {
    private final AtomicReferenceArray<Pair> entries = new AtomicReferenceArray<>(EventKind.values().length);

    StateCache() {
        for (int i = 0; i < entries.length(); i++) {
            entries.set(i, new Pair(Optional.empty(), Optional.empty()));
        }
    }

    private record Entry(int record, DeviceEvent event) {
    }

    private record Pair(Optional<Entry> newer, Optional<Entry> older) {
        Optional<Entry> of(int record) {
            return newer.filter(entry -> entry.record == record).or(() -> older.filter(
                    entry -> entry.record == record));
        }
    }

    /** Reads a record that is not at hand. */
    interface Read {
        DeviceEvent event() throws IOException;
    }

    DeviceEvent event(EventKind kind, int record, Read read) throws IOException {
        Pair kept = entries.get(kind.field());
        Optional<Entry> found = kept.of(record);
        if (found.isPresent()) {
            return found.get().event;
        }
        DeviceEvent event = read.event();
        entries.set(kind.field(), new Pair(Optional.of(new Entry(record, event)), kept.newer));
        return event;
    }
}
