package org.labreel.log;

import java.io.IOException;
import java.util.Optional;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.EventKind;

/**
 * What a record looks like: u32 length, then a message whose outer fields fill that length exactly. Since the message
 * repeats the length in its own way, a record can be told from noise by its first few bytes.
 */
public final class Framing {
    /** A longer body is damage: frames are a few hundred kB. */
    public static final int MAX_BODY = 64 << 20;

    /** A message of ours has one field; this many are let pass before it counts as noise. */
    private static final int MAX_FIELDS = 64;

    /** Seen at once, so that a header across two pages is read in one go: the length, and what tells kind and time. */
    private static final int HEADER = Integer.BYTES + EventPeek.ENOUGH;

    private final Window window;

    Framing(Window window) {
        this.window = window;
    }

    /** How well a body's outer fields match the length in front of it. */
    enum Fit {
        /** They fill it exactly. */
        EXACT,
        /** They would, if the file went on. */
        TORN,
        /** They do not. */
        NONE
    }

    /** Length field at {@code position}; -1 when fewer than four bytes are left. */
    long lengthAt(long position) throws IOException {
        return window.see(position, HEADER) < Integer.BYTES ? -1 : window.u32(position);
    }

    /** Whether a record may be this long. */
    static boolean possible(long length) {
        return length > 0 && length <= MAX_BODY;
    }

    /** Walks the outer fields of the record at {@code position}, whose length field has been read. */
    Fit fit(long position, long length) throws IOException {
        long at = position + Integer.BYTES;
        long end = at + length;
        for (int fields = 0; fields < MAX_FIELDS; fields++) {
            if (at == end) {
                return end <= window.size() ? Fit.EXACT : Fit.TORN;
            }
            if (at > end || at >= window.size()) {
                return Fit.NONE;
            }
            at = fieldEnd(at);
            if (at < 0) {
                return Fit.NONE;
            }
        }
        return Fit.NONE;
    }

    /** Where the protobuf field at {@code at} ends; -1 when there is none. */
    private long fieldEnd(long at) throws IOException {
        int seen = window.see(at, 20);
        int tagBytes = varintBytes(at, seen);
        if (tagBytes == 0 || tagBytes > 5) {
            return -1;
        }
        long tag = varint(at, tagBytes);
        long value = at + tagBytes;
        if (tag >>> 3 == 0) {
            return -1;
        }
        return switch ((int) (tag & 7)) {
            case 0 -> {
                int bytes = varintBytes(value, seen - tagBytes);
                yield bytes == 0 ? -1 : value + bytes;
            }
            case 1 -> value + Long.BYTES;
            case 2 -> {
                int bytes = varintBytes(value, seen - tagBytes);
                yield bytes == 0 || bytes > 5 ? -1 : value + bytes + varint(value, bytes);
            }
            case 5 -> value + Integer.BYTES;
            default -> -1;
        };
    }

    private int varintBytes(long at, int seen) {
        for (int i = 0; i < Math.min(seen, 10); i++) {
            if (window.at(at + i) >= 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private long varint(long at, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (window.at(at + i) & 0x7fL) << (7 * i);
        }
        return value;
    }

    /** Kind and time of a record that is wholly in the file; empty when its body is no event. */
    Optional<EventPeek> peek(long position, int length) throws IOException {
        long body = position + Integer.BYTES;
        try {
            // The front of a frame is enough, and cheap; a cut may also fall into the middle of a small field.
            if (length > EventPeek.ENOUGH && window.see(body, EventPeek.ENOUGH) == EventPeek.ENOUGH
                    && window.at(body) == (EventKind.IMAGE.field() << 3 | 2)) {
                EventPeek peek = EventPeek.of(window.copy(body, EventPeek.ENOUGH));
                if (peek.imageLength() > 0 && peek.time().isPresent()) {
                    return whole(peek, length);
                }
            }
            int seen = window.see(body, Math.min(length, Window.SIZE));
            boolean large = seen < length;
            return whole(EventPeek.of(large ? window.body(body, length) : window.copy(body, seen)), length);
        } catch (MalformedEventException _) {
            return Optional.empty();
        }
    }

    private static Optional<EventPeek> whole(EventPeek peek, int length) {
        return peek.imageOffset() + (long) peek.imageLength() > length ? Optional.empty() : Optional.of(peek);
    }
}
