package org.labreel.ui.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.labreel.model.Loss;

/** What a source has reported as lost since it was opened. One thread enters, any thread reads. */
final class ReportedLosses {
    private static final int KEPT = 200;

    private final List<Loss> newest = new CopyOnWriteArrayList<>();
    private final AtomicLong entries = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();

    /** Enters a loss, or the newer form of one that has grown. */
    void enter(Loss loss) {
        Optional<Loss> earlier = newest.stream().filter(loss::continues).findFirst();
        messages.addAndGet(loss.count() - earlier.map(Loss::count).orElse(0L));
        if (earlier.isPresent()) {
            newest.set(newest.indexOf(earlier.get()), loss);
            return;
        }
        entries.incrementAndGet();
        if (newest.size() >= KEPT) {
            newest.removeFirst();
        }
        newest.add(loss);
    }

    /** Oldest first. */
    List<Loss> newest() {
        return List.copyOf(newest);
    }

    /** How many there were in all. */
    long entries() {
        return entries.get();
    }

    /** Known to be lost. */
    long messages() {
        return messages.get();
    }
}
