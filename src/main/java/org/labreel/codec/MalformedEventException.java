package org.labreel.codec;

import java.io.IOException;

/** Bytes that are no PurpleDropEvent. The bytes themselves are kept by whoever holds them. */
public final class MalformedEventException extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedEventException(String message) {
        super(message);
    }

    public MalformedEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
