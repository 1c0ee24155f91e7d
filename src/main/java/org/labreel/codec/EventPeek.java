package org.labreel.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.labreel.model.Bytes;
import org.labreel.model.EventKind;

/**
 * What the first bytes of a message tell: its kind, its time and where the picture of an image lies, without decoding
 * the rest. An index of a log needs nothing more of a frame.
 *
 * @param time
 *            absent when the message has none or it does not stand in the bytes given
 * @param imageOffset
 *            where the picture begins in the message, 0 when there is none in sight
 * @param imageLength
 *            length of the picture in bytes as the message claims it, 0 when there is none in sight
 */
public record EventPeek(EventKind kind, Optional<Instant> time, int imageOffset, int imageLength) {
    /** Bytes at the front of a message that are enough to peek at an image as PurpleDrop writes it. */
    public static final int ENOUGH = 64;

    /**
     * Peeks at a message of which {@code front} are the first bytes.
     *
     * @throws MalformedEventException
     *             when these bytes cannot begin an event
     */
    public static EventPeek of(Bytes front) throws MalformedEventException {
        CodedInputStream in = front.read(CodedInputStream::newInstance);
        try {
            return outer(in, front.length());
        } catch (IOException e) {
            throw new MalformedEventException("not a PurpleDrop event: " + e.getMessage(), e);
        }
    }

    private static EventPeek outer(CodedInputStream in, int available) throws IOException {
        EventPeek found = new EventPeek(EventKind.UNKNOWN, Optional.empty(), 0, 0);
        while (!in.isAtEnd()) {
            int tag = in.readTag();
            EventKind kind = EventKind.ofField(WireFormat.getTagFieldNumber(tag));
            if (kind == EventKind.UNKNOWN || WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                if (!in.skipField(tag)) {
                    throw new IOException("a group ends that never began");
                }
                continue;
            }
            int length = length(in);
            int end = in.getTotalBytesRead() + length;
            found = inner(in, kind, end, available);
            if (end < 0 || end >= available) {
                return found;
            }
            in.skipRawBytes(end - in.getTotalBytesRead());
        }
        return found;
    }

    private static EventPeek inner(CodedInputStream in, EventKind kind, int end, int available) throws IOException {
        Optional<Instant> time = Optional.empty();
        int imageOffset = 0;
        int imageLength = 0;
        int stop = Math.min(end, available);
        int timeField = kind == EventKind.HV_REGULATOR || kind == EventKind.TEMPERATURE_CONTROL ? 3 : 1;
        while (in.getTotalBytesRead() < stop) {
            int tag = in.readTag();
            int field = WireFormat.getTagFieldNumber(tag);
            boolean delimited = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            if (kind == EventKind.DEVICE_INFO || !delimited || !(field == timeField || field == 2)) {
                if (beyond(in, tag, stop)) {
                    break;
                }
                continue;
            }
            int length = length(in);
            int start = in.getTotalBytesRead();
            if (field == timeField) {
                time = time(in, start + length);
            } else if (kind == EventKind.IMAGE && field == 2) {
                imageOffset = start;
                imageLength = length;
            }
            if (start + (long) length > stop) {
                break;
            }
            in.skipRawBytes(start + length - in.getTotalBytesRead());
        }
        return new EventPeek(kind, time, imageOffset, imageLength);
    }

    /** Skips a field; true when it reaches past the bytes in sight. */
    private static boolean beyond(CodedInputStream in, int tag, int stop) throws IOException {
        if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            int length = length(in);
            if (in.getTotalBytesRead() + (long) length > stop) {
                return true;
            }
            in.skipRawBytes(length);
            return false;
        }
        if (!in.skipField(tag)) {
            throw new IOException("a group ends that never began");
        }
        return false;
    }

    private static int length(CodedInputStream in) throws IOException {
        int length = in.readRawVarint32();
        if (length < 0) {
            throw new IOException("a field claims a length of " + Integer.toUnsignedString(length) + " bytes");
        }
        return length;
    }

    private static Optional<Instant> time(CodedInputStream in, int end) throws IOException {
        long seconds = 0;
        int nanos = 0;
        while (in.getTotalBytesRead() < end) {
            int tag = in.readTag();
            switch (tag) {
                case 1 << 3 -> seconds = in.readInt64();
                case 2 << 3 -> nanos = in.readInt32();
                default -> {
                    if (!in.skipField(tag)) {
                        throw new IOException("a group ends that never began");
                    }
                }
            }
        }
        try {
            return Optional.of(Instant.ofEpochSecond(seconds, nanos));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
