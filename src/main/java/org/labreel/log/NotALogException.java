package org.labreel.log;

import java.io.IOException;

/** A file that holds no record at all; the message says in the operator's words what it is instead. */
public final class NotALogException extends IOException {
    private static final long serialVersionUID = 1L;

    public NotALogException(String message) {
        super(message);
    }
}
