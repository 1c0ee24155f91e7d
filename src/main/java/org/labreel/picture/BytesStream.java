package org.labreel.picture;

import java.io.InputStream;
import java.nio.ByteBuffer;
import org.labreel.model.Bytes;

/** Reads bytes without copying them first. */
final class BytesStream extends InputStream {
    private final ByteBuffer rest;

    BytesStream(Bytes bytes) {
        this.rest = bytes.asByteBuffer();
    }

    @Override
    public int read() {
        return rest.hasRemaining() ? rest.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int count = Math.min(length, rest.remaining());
        rest.get(target, offset, count);
        return count == 0 ? -1 : count;
    }
}
