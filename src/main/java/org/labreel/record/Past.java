package org.labreel.record;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.labreel.model.Arrival;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/**
 * What a recorder knows of its source from before: the newest state, the last seconds before a press of Record, and
 * whether nothing comes at present. One thread.
 */
final class Past {
    private final LongSupplier nanos;
    private final HeadState head = new HeadState();
    private final PreRoll preRoll;
    private final Absence absence;

    Past(String source, RecorderSettings settings, LongSupplier nanos, MessageMemory memory) {
        this.nanos = nanos;
        this.preRoll = new PreRoll(settings.preRoll(), settings.preRollBytes(), head, memory);
        this.absence = new Absence(source);
    }

    HeadState head() {
        return head;
    }

    /** What is too much by the new bounds goes at once. */
    void limit(RecorderSettings next) {
        preRoll.limit(next.preRoll(), next.preRollBytes());
        preRoll.trim(nanos.getAsLong());
    }

    /** Takes note of all that the source does, whether it is recorded or not. */
    void hear(Entry entry) {
        switch (entry) {
            case Entry.Connection connection -> absence.status(connection.state());
            case Entry.Message message -> absence.message(message.raw().arrival());
            case Entry.Reported reported -> absence.reported(reported.loss());
            case Entry.Lost _,Entry.Command _ -> {
                // Nothing that the source did.
            }
        }
    }

    /** Keeps for the next press of Record what is not recorded now. */
    void keep(Entry entry) {
        preRoll.add(entry);
    }

    /** A state from before anything was heard here. */
    void earlier(RawMessage message) {
        head.note(message);
    }

    /** The pre-roll of a press that is now; to be {@link #release released} when it is written. */
    List<Entry> take(Arrival now) {
        preRoll.trim(now.monotonicNanos());
        return preRoll.take();
    }

    void release(List<Entry> taken) {
        preRoll.release(taken);
    }

    /** Lets go of all that is kept; nothing will be recorded any more. */
    void forget() {
        preRoll.release(preRoll.take());
    }

    /** What is missing at the end of a recording that ends now, and that nobody else will report. */
    Optional<Loss> missing(Arrival now, Arrival oldest) {
        return absence.until(now, oldest);
    }

    /** How far a press of Record would reach back. */
    Duration reach() {
        return preRoll.reach(nanos.getAsLong());
    }

    /** What a press of Record would keep. */
    Recent recent() {
        preRoll.trim(nanos.getAsLong());
        List<RawMessage> kept = preRoll.messages();
        return new Recent(head.records(kept), kept);
    }
}
