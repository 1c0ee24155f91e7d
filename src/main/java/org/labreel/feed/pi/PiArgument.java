package org.labreel.feed.pi;

import org.labreel.model.Bytes;

/** An argument of a message: bytes as they are, or a pickled value. */
public sealed interface PiArgument {
    record Blob(Bytes bytes) implements PiArgument {
    }

    record Value(PlainValue value) implements PiArgument {
    }
}
