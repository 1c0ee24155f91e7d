package org.labreel.picture;

/** A canonical Huffman code as a JPEG states it (ITU-T T.81, annex C): how many codes of each length, and symbols. */
final class HuffmanCode {
    private static final int FAST_BITS = 10;

    private final byte[] counts;
    private final byte[] symbols;
    /** By the next bits: length of the code in bits 8 to 15, symbol below; 0 for longer codes. */
    private int[] fast = new int[0];

    /**
     * @param counts
     *            codes of 1 to 16 bits
     */
    HuffmanCode(byte[] counts, byte[] symbols) {
        this.counts = counts;
        this.symbols = symbols;
    }

    /** The symbol whose code is all zeros; -1 when there is none. */
    int firstSymbol() {
        return symbols.length == 0 ? -1 : symbols[0] & 0xFF;
    }

    /** Makes {@link #at} ready; not in the constructor, since most pictures are never looked into. */
    HuffmanCode filled() {
        if (fast.length == 0) {
            fast = new int[1 << FAST_BITS];
            for (int bits = 0; bits < fast.length; bits++) {
                int found = search(bits << (16 - FAST_BITS));
                fast[bits] = found < 0 || found >> 8 > FAST_BITS ? 0 : found;
            }
        }
        return this;
    }

    /**
     * The code that the bits begin with.
     *
     * @param bits
     *            the next 16
     * @return its length in bits 8 to 15, its symbol below; negative when there is no such code
     */
    int at(int bits) {
        int found = fast[bits >>> (16 - FAST_BITS)];
        return found == 0 ? search(bits) : found;
    }

    private int search(int bits) {
        int first = 0;
        int index = 0;
        for (int length = 1; length <= 16; length++) {
            int code = bits >>> (16 - length);
            int count = counts[length - 1] & 0xFF;
            if (code - first < count) {
                return code < first ? -1 : length << 8 | (symbols[index + code - first] & 0xFF);
            }
            index += count;
            first = (first + count) << 1;
        }
        return -1;
    }
}
