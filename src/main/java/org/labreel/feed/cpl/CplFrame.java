package org.labreel.feed.cpl;

import org.labreel.model.Bytes;

/**
 * A message as it lies on the wire: its YAML, not yet read, and the bytes that come with it.
 *
 * @param text
 *            UTF-8
 * @param binary
 *            empty but for an image
 */
public record CplFrame(Bytes text, Bytes binary) {
    /** Bytes of the two length fields in front of it. */
    public static final int HEADER_BYTES = 8;

    /** All bytes on the wire. */
    public long wireBytes() {
        return HEADER_BYTES + (long) text.length() + binary.length();
    }
}
