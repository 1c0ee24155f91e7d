package org.labreel.feed.cpl;

import java.io.IOException;

/** Bytes that are no message of this wire; the text is for the operator. */
public final class MalformedCplException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedCplException(String message) {
        super(message);
    }

    MalformedCplException(String message, Throwable cause) {
        super(message, cause);
    }
}
