package org.labreel.feed.pi;

import java.util.Arrays;
import java.util.function.Consumer;
import org.labreel.model.Bytes;

/**
 * Puts the bytes of a stream together to messages. Memory grows with what has come, never with what is claimed to come.
 * Confined to one thread.
 */
public final class PiAssembler {
    private static final int FIRST_BYTES = 4096;

    private final int maxBytes;
    private final Consumer<Bytes> message;
    private byte[] held = new byte[FIRST_BYTES];
    private int count;

    /**
     * @param maxBytes
     *            longer messages are refused by what they claim, before they have come
     * @param message
     *            told what follows the length of each message
     */
    public PiAssembler(int maxBytes, Consumer<Bytes> message) {
        this.maxBytes = maxBytes;
        this.message = message;
    }

    /**
     * Takes the next bytes of the stream.
     *
     * @throws MalformedMessageException
     *             when a message is too long; nothing after it can be trusted
     */
    public void take(byte[] bytes) throws MalformedMessageException {
        int at = 0;
        while (at < bytes.length) {
            int end = PiCodec.LENGTH_BYTES + (count < PiCodec.LENGTH_BYTES ? 0 : claimed());
            int take = Math.min(end - count, bytes.length - at);
            room(count + take);
            System.arraycopy(bytes, at, held, count, take);
            count += take;
            at += take;
            finish();
        }
    }

    private void finish() throws MalformedMessageException {
        if (count < PiCodec.LENGTH_BYTES) {
            return;
        }
        long claimed = claimed() & 0xFFFFFFFFL;
        if (claimed > maxBytes) {
            throw new MalformedMessageException(
                    "a message claims " + claimed + " bytes, more than the " + maxBytes + " allowed");
        }
        if (count == PiCodec.LENGTH_BYTES + claimed) {
            Bytes body = Bytes.wrap(held, PiCodec.LENGTH_BYTES, (int) claimed);
            held = new byte[FIRST_BYTES];
            count = 0;
            message.accept(body);
        }
    }

    private int claimed() {
        return (held[0] & 255) << 24 | (held[1] & 255) << 16 | (held[2] & 255) << 8 | (held[3] & 255);
    }

    private void room(int needed) {
        if (needed > held.length) {
            long doubled = Math.min(Math.max(2L * held.length, needed), (long) maxBytes + PiCodec.LENGTH_BYTES);
            held = Arrays.copyOf(held, (int) doubled);
        }
    }
}
