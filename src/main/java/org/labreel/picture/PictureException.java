package org.labreel.picture;

import java.io.IOException;

/** Bytes that give no picture at all; the message is for the operator. */
public final class PictureException extends IOException {
    private static final long serialVersionUID = 1L;

    public PictureException(String message) {
        super(message);
    }

    public PictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
