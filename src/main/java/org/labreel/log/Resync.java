package org.labreel.log;

import java.io.IOException;
import java.util.Optional;
import org.labreel.codec.EventCodec;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.EventKind;

/** Finds the next record behind damage, so that one damaged record costs no other. */
final class Resync {
    private static final int PIECE = 1 << 18;
    /** Bytes that a candidate needs: length, tag, and a length of up to five bytes. */
    private static final int NEED = 10;
    /** So many records in a row are no accident. */
    private static final int CHAIN = 3;
    /** A body of this length repeats it in two bytes or more, which noise does not do. */
    private static final int TELLING_BODY = 128;

    private final Window window;
    private final Framing framing;
    private final Runnable checkCancelled;
    private final byte[] piece = new byte[PIECE];

    /**
     * @param checkCancelled
     *            called now and then; throws to end the search
     */
    Resync(Window window, Framing framing, Runnable checkCancelled) {
        this.checkCancelled = checkCancelled;
        this.window = window;
        this.framing = framing;
    }

    /**
     * Looks for a record from {@code from} on.
     *
     * @param limit
     *            where to give up
     * @return its position; -1 when there is none
     */
    long find(long from, long limit) throws IOException {
        long base = from;
        while (base < limit) {
            checkCancelled.run();
            int count = window.piece(base, piece);
            for (int i = 0; i + Integer.BYTES + 2 <= count; i++) {
                if (candidate(i, count) && base + i < limit && genuine(base + i)) {
                    return base + i;
                }
            }
            if (count < PIECE) {
                return -1;
            }
            base += PIECE - NEED;
        }
        return -1;
    }

    /** Whether a possible length stands here, then the tag of a known kind, then a length that fits into the first. */
    private boolean candidate(int i, int count) {
        int tag = piece[i + 4];
        if (piece[i + 3] < 0 || piece[i + 3] > 4 || (tag & 7) != 2 || tag < 0
                || EventKind.ofField(tag >> 3) == EventKind.UNKNOWN) {
            return false;
        }
        long length = (piece[i] & 0xffL) | (piece[i + 1] & 0xffL) << 8 | (piece[i + 2] & 0xffL) << 16
                | (piece[i + 3] & 0xffL) << 24;
        long inner = 0;
        int at = i + 5;
        for (int shift = 0; shift < 35 && at < count; shift += 7) {
            inner |= (piece[at] & 0x7fL) << shift;
            if (piece[at++] >= 0) {
                break;
            }
        }
        return Framing.possible(length) && at - i - 4 + inner <= length;
    }

    private boolean genuine(long position) throws IOException {
        long length = framing.lengthAt(position);
        if (framing.fit(position, length) != Framing.Fit.EXACT) {
            return false;
        }
        Optional<EventPeek> peek = framing.peek(position, (int) length);
        return peek.isPresent() && (chain(position) || telling(position, (int) length));
    }

    /** Whether records follow one another from here, or up to the end of the file. */
    private boolean chain(long position) throws IOException {
        long at = position;
        for (int i = 0; i < CHAIN; i++) {
            long length = framing.lengthAt(at);
            if (length < 0) {
                return true;
            }
            Framing.Fit fit = Framing.possible(length) ? framing.fit(at, length) : Framing.Fit.NONE;
            if (fit == Framing.Fit.TORN) {
                return true;
            }
            if (fit == Framing.Fit.NONE || framing.peek(at, (int) length).isEmpty()) {
                return false;
            }
            at += Integer.BYTES + length;
        }
        return true;
    }

    /** Whether a record stands by itself between two damaged ones. */
    private boolean telling(long position, int length) throws IOException {
        if (length < TELLING_BODY) {
            return false;
        }
        try {
            return EventCodec.decode(window.body(position + Integer.BYTES, length)).kind() != EventKind.UNKNOWN;
        } catch (MalformedEventException _) {
            return false;
        }
    }
}
