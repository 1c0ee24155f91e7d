package org.labreel.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells files apart by what is in them.
 *
 * @param bytes
 *            how much of the file, from its start; a log that is still written goes on behind
 * @param sha256
 *            of these, lower-case hexadecimal
 */
record Fingerprint(long bytes, String sha256) {
    private static final int STEP = 1 << 18;

    /** Asked between steps; throws when the work is given up. */
    interface Check {
        void goOn() throws IOException;
    }

    /** Of the first bytes of a file, or of fewer when it is shorter. */
    static Fingerprint of(Path file, long bytes, Check check) throws IOException {
        MessageDigest digest = digest();
        ByteBuffer buffer = ByteBuffer.allocate(STEP);
        long read = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            while (read < bytes) {
                check.goOn();
                buffer.clear().limit((int) Math.min(STEP, bytes - read));
                int count = channel.read(buffer, read);
                if (count < 0) {
                    break;
                }
                digest.update(buffer.array(), 0, count);
                read += count;
            }
        }
        return new Fingerprint(read, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
