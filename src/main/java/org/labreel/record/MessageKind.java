package org.labreel.record;

import org.labreel.model.Bytes;
import org.labreel.model.EventKind;

/** Tells the kind of a message by its first byte, which is cheap enough for every message on its way in. */
final class MessageKind {
    private static final int DELIMITED = 2;

    private MessageKind() {
    }

    /** The kind of the first field; the feed sends one a message. */
    static EventKind of(Bytes message) {
        if (message.isEmpty()) {
            return EventKind.UNKNOWN;
        }
        int tag = message.at(0);
        return tag > 0 && (tag & 7) == DELIMITED ? EventKind.ofField(tag >> 3) : EventKind.UNKNOWN;
    }
}
