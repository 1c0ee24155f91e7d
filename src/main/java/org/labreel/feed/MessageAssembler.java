package org.labreel.feed;

import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.labreel.model.Bytes;

/**
 * Puts websocket frames together to messages and holds at most one message of the allowed length. Vert.x's own
 * aggregator loses a fragmented message that is too long without a word and keeps nothing after it; this one says so
 * and goes on with the next message.
 */
final class MessageAssembler {
    /** A frame of a usual camera fits; what one larger message took is given back after it. */
    private static final int KEPT_BYTES = 1 << 20;

    /** What becomes of the message that is coming in. */
    private enum Part {
        NONE, BINARY, TEXT, TOO_LONG
    }

    private final int maxBytes;
    private final Consumer<Bytes> message;
    private final Runnable tooLong;
    private final Runnable text;
    private Fragments fragments = new Fragments();
    private Part part = Part.NONE;

    /**
     * @param message
     *            told each binary message
     * @param tooLong
     *            told once for each message over the limit, when it passes it
     * @param text
     *            told once for each text message, which the feed does not know
     */
    MessageAssembler(int maxBytes, Consumer<Bytes> message, Runnable tooLong, Runnable text) {
        this.maxBytes = maxBytes;
        this.message = message;
        this.tooLong = tooLong;
        this.text = text;
    }

    void frame(WebSocketFrame frame) {
        WebSocketFrameType type = frame.type();
        if (type == WebSocketFrameType.BINARY) {
            begin(Part.BINARY);
            binary(frame.binaryData().getBytes(), frame.isFinal());
        } else if (type == WebSocketFrameType.TEXT) {
            begin(Part.TEXT);
            text.run();
        } else if (type != WebSocketFrameType.CONTINUATION) {
            return;
        } else if (part == Part.BINARY) {
            binary(frame.binaryData().getBytes(), frame.isFinal());
        }
        if (frame.isFinal()) {
            begin(Part.NONE);
        }
    }

    /** Whether a message over the limit is still coming in and keeps the others from doing so. */
    boolean stuck() {
        return part == Part.TOO_LONG;
    }

    private void begin(Part next) {
        fragments.reset();
        if (fragments.reservedBytes() > KEPT_BYTES) {
            fragments = new Fragments();
        }
        part = next;
    }

    /** Memory taken for messages that come in fragments. */
    int reservedBytes() {
        return fragments.reservedBytes();
    }

    private void binary(byte[] bytes, boolean last) {
        if (fragments.size() + (long) bytes.length > maxBytes) {
            begin(Part.TOO_LONG);
            tooLong.run();
        } else if (last && fragments.size() == 0) {
            message.accept(Bytes.wrap(bytes));
        } else {
            fragments.writeBytes(bytes);
            if (last) {
                message.accept(Bytes.wrap(fragments.toByteArray()));
            }
        }
    }

    /** Bytes of a message so far, and how many there is room for. */
    private static final class Fragments extends ByteArrayOutputStream {
        Fragments() {
            super(0);
        }

        private int reservedBytes() {
            return buf.length;
        }
    }
}
