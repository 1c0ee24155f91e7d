package org.labreel.record;

import java.util.Optional;
import org.labreel.model.Loss;

/** Enters losses into the session; messages lost one after the other become one entry that grows. One thread. */
final class Ledger {
    private final String source;
    private final SessionNotes notes;
    private Optional<Loss> growing = Optional.empty();

    Ledger(String source, SessionNotes notes) {
        this.source = source;
        this.notes = notes;
    }

    /** A record was written, so that the next loss is another one. */
    void interrupted() {
        growing = Optional.empty();
    }

    /** Messages are lost. */
    void lost(Entry.Lost lost) {
        Loss loss = growing.filter(last -> last.cause() == lost.cause())
                .map(last -> new Loss(last.cause(), source, last.start(), lost.last().wall(),
                        last.count() + lost.count(), last.detail()))
                .orElseGet(() -> new Loss(lost.cause(), source, lost.first().wall(), lost.last().wall(), lost.count(),
                        lost.detail()));
        growing = Optional.of(loss);
        notes.loss(loss);
    }

    /** Something of which nobody knows what it cost, or that a source counted. */
    void reported(Loss loss) {
        growing = Optional.empty();
        notes.loss(loss);
    }
}
