package org.labreel.picture;

import java.nio.ByteBuffer;

/**
 * What a stretch of entropy-coded data looks like from outside.
 *
 * @param end
 *            where the marker begins that ends it, or the end of the bytes
 * @param restarts
 *            how many restart markers there are
 * @param orderly
 *            whether the restart markers count from 0 to 7 and round again, as they must
 * @param zeroRun
 *            whether there are {@link #SUSPICIOUS_ZEROS} zero bytes in a row
 */
record EntropyBytes(int end, int restarts, boolean orderly, boolean zeroRun) {
    /** A run of zero bytes that hardly occurs in sound entropy data, yet is what a lost page leaves. */
    static final int SUSPICIOUS_ZEROS = 64;

    private static final int STEP = 16;

    /** Goes over data from {@code start} to the next marker that is neither a stuffed 0xFF nor a restart. */
    static EntropyBytes pass(ByteBuffer data, int start) {
        int end = data.limit();
        int zeros = 0;
        int restarts = 0;
        boolean orderly = true;
        boolean zeroRun = false;
        int at = start;
        while (at < end) {
            if (at + STEP <= end) {
                long one = data.getLong(at);
                long other = data.getLong(at + 8);
                zeros = (one | other) == 0 ? zeros + STEP : 0;
                // A run begins anywhere, so its first and its last bytes may lie in steps that are not all zero.
                zeroRun |= zeros > SUSPICIOUS_ZEROS - 2 * STEP;
                if ((ff(one) | ff(other)) == 0) {
                    at += STEP;
                    continue;
                }
            }
            for (int stop = Math.min(at + STEP, end); at < stop; at++) {
                if ((data.get(at) & 0xFF) != 0xFF || at + 1 >= end) {
                    continue;
                }
                int next = data.get(at + 1) & 0xFF;
                if (isRestart(next)) {
                    orderly &= next == 0xD0 + (restarts & 7);
                    restarts++;
                } else if (next != 0 && next != 0xFF) {
                    return new EntropyBytes(at, restarts, orderly, zeroRun);
                }
            }
        }
        return new EntropyBytes(end, restarts, orderly, zeroRun);
    }

    /** Whether the restart markers are as they must be. */
    boolean restartsInOrder(boolean announced) {
        return orderly && (announced || restarts == 0);
    }

    static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    /** Not zero when one of the eight bytes is 0xFF. */
    private static long ff(long eight) {
        return (~eight - 0x0101010101010101L) & eight & 0x8080808080808080L;
    }
}
