package org.labreel.feed.pi;

import java.io.IOException;

/** Bytes that are no message of this protocol, or one that asks for what must not be; the text says which. */
public final class MalformedMessageException extends IOException {
    private static final long serialVersionUID = 1;

    public MalformedMessageException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
