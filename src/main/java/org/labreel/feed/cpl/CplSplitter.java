package org.labreel.feed.cpl;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.labreel.model.Bytes;

/**
 * Cuts a stream into messages: u32 text length, u32 binary length, both big-endian, then the two. Memory grows with
 * what has come, never with what a length claims. One thread.
 */
public final class CplSplitter {
    /** Tracebacks have some kilobytes. */
    public static final int MAX_TEXT_BYTES = 1 << 20;
    /** Pixels of a frame: enough for 8K in colour. */
    public static final int MAX_BINARY_BYTES = 128 << 20;
    private static final int FIRST_BYTES = 64 << 10;

    private final int maxTextBytes;
    private final int maxBinaryBytes;
    private final Consumer<CplFrame> frames;
    private final ByteBuffer header = ByteBuffer.allocate(CplFrame.HEADER_BYTES);
    private byte[] body = new byte[0];
    private int filled;

    public CplSplitter(int maxTextBytes, int maxBinaryBytes, Consumer<CplFrame> frames) {
        this.maxTextBytes = maxTextBytes;
        this.maxBinaryBytes = maxBinaryBytes;
        this.frames = frames;
    }

    /**
     * @param chunk
     *            the next bytes of the stream; copied
     * @throws MalformedCplException
     *             when a length is over its limit: nobody can know where the next message begins
     */
    public void take(Bytes chunk) throws MalformedCplException {
        ByteBuffer in = chunk.asByteBuffer();
        while (in.hasRemaining()) {
            if (header.hasRemaining()) {
                fillHeader(in);
            } else {
                fillBody(in);
            }
        }
    }

    /** Whether a message has begun that is not whole yet. */
    public boolean midMessage() {
        return header.position() > 0;
    }

    private void fillHeader(ByteBuffer in) throws MalformedCplException {
        while (header.hasRemaining() && in.hasRemaining()) {
            header.put(in.get());
        }
        if (!header.hasRemaining()) {
            refuse("text", header.getInt(0), maxTextBytes);
            refuse("pixels", header.getInt(4), maxBinaryBytes);
            body = new byte[Math.min(total(), FIRST_BYTES)];
            filled = 0;
            finish();
        }
    }

    private static void refuse(String what, int claim, int most) throws MalformedCplException {
        if (Integer.toUnsignedLong(claim) > most) {
            throw new MalformedCplException("a message claims " + Integer.toUnsignedString(claim) + " bytes of " + what
                    + "; more than " + most + " are refused");
        }
    }

    private void fillBody(ByteBuffer in) throws MalformedCplException {
        int size = Math.min(in.remaining(), total() - filled);
        if (filled + size > body.length) {
            body = Arrays.copyOf(body, Math.clamp(2L * body.length, filled + size, total()));
        }
        in.get(body, filled, size);
        filled += size;
        finish();
    }

    private int total() {
        return header.getInt(0) + header.getInt(4);
    }

    private void finish() {
        if (filled == total()) {
            int textBytes = header.getInt(0);
            Bytes whole = Bytes.wrap(body, 0, filled);
            header.clear();
            body = new byte[0];
            frames.accept(new CplFrame(whole.slice(0, textBytes), whole.slice(textBytes, filled - textBytes)));
        }
    }
}
