package org.labreel.export;

import java.io.IOException;

/** What was asked for cannot be had whatever the log holds; the message says what to change. */
public final class ContradictionException extends IOException {
    private static final long serialVersionUID = 1L;

    public ContradictionException(String message) {
        super(message);
    }
}
