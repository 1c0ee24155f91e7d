package org.labreel.record;

import org.labreel.feed.FeedStatus;
import org.labreel.model.Arrival;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/** What waits for the recorder's thread, in the order in which it came. */
sealed interface Entry {
    /** A message to be recorded. */
    record Message(RawMessage raw) implements Entry {
        int bytes() {
            return raw.payload().length();
        }
    }

    /** Messages that could not be taken, in the place of those messages. */
    record Lost(Loss.Cause cause, Arrival first, Arrival last, long count, String detail) implements Entry {
        boolean joins(Loss.Cause other) {
            return cause == other;
        }

        /** This one, and the one that came next. */
        Lost and(Lost next) {
            return new Lost(cause, first, next.last, count + next.count, detail);
        }

        Lost and(Arrival next) {
            return new Lost(cause, first, next, count + 1, detail);
        }
    }

    /** A loss that the source reported. */
    record Reported(Loss loss, Arrival arrival) implements Entry {
    }

    /** The connection to the source changed. */
    record Connection(FeedStatus.State state) implements Entry {
    }

    /** Something to be done between two messages. */
    record Command(Runnable work) implements Entry {
    }
}
