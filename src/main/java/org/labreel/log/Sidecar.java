package org.labreel.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.labreel.model.Arrival;
import org.labreel.model.EventKind;

/**
 * The index beside a log, version 1: {@code segment-001.idx} for {@code segment-001.bin}. All numbers are
 * little-endian; times are nanoseconds since 1970-01-01 UTC. Without it a log can be read as well: only arrival times,
 * checksums and the marks of head state and pre-roll are gone.
 *
 * <pre>
 * header, 64 bytes
 *   0  8  "LBRLIDX1"
 *   8  2  version, 1
 *  10  2  bytes of an entry, 72
 *  12  4  1 = written while recording, 0 = made later from the log
 *  16  8  size of the log when this was made later, bytes; else 0
 *  24  8  time of the log's last change when this was made later; else 0
 *  32 16  first half of the SHA-256 of the source's address in UTF-8; 0 = not told
 *  48 12  0
 *  60  4  CRC32C of the 60 bytes before
 * entry, 72 bytes, one for each record in order, without gaps in the log between them
 *   0  8  offset of the record's length field in the log
 *   8  4  length of its body, bytes
 *  12  1  kind: field number in PurpleDropEvent, 0 = unknown
 *  13  1  1 = has a time of its own, 2 = arrival known, 4 = CRC of the body known, 8 = head state, 16 = pre-roll
 *  14  1  number of values
 *  15  1  0
 *  16  8  time of its own
 *  24  8  arrival, this computer's wall clock
 *  32  8  arrival, monotonic clock, to be compared within one file only
 *  40  4  CRC32C of the body
 *  44  4  CRC32C of the first 64 bytes of the body, or of all of it if it is shorter
 *  48 20  up to five values of 4 bytes:
 *           hv_regulator          volts, target volts (float)
 *           temperature_control   the first five temperatures, degrees Celsius (float)
 *           active_capacitance    baseline, measurement, calibrated pF (float)
 *           group_capacitance     the first five groups, pF (float)
 *           scan_capacitance      sum and maximum, pF (float)
 *           electrode_state       pins 0 to 127 that are on, bit n of word m is pin 32 m + n (u32)
 *           image_transform       width and height, pixels (u32)
 *  68  4  CRC32C of the 68 bytes before
 * </pre>
 */
public final class Sidecar {
    static final String MAGIC = "LBRLIDX1";
    static final int VERSION = 1;
    static final int HEADER = 64;
    static final int MARK = 32;
    static final int MARK_SIZE = 16;
    static final int ENTRY = 72;
    static final int VALUES = 5;
    static final int FRONT = 64;
    static final int LIVE = 1;
    static final int TIMED = 1;
    static final int ARRIVED = 2;
    static final int SUMMED = 4;
    static final int HEAD = 8;
    static final int PRE_ROLL = 16;

    private Sidecar() {
    }

    /**
     * An entry.
     *
     * @param values
     *            bits of the values, see {@link Sidecar}
     */
    public record Entry(long offset, int length, EventKind kind, int flags, long stampNanos, long wallNanos,
            long monotonicNanos, int bodyCrc, int frontCrc, SmallValues values) {
        /** When the record arrived. */
        public Optional<Arrival> arrival() {
            return (flags & ARRIVED) == 0
                    ? Optional.empty()
                    : Optional.of(new Arrival(RecordTable.instant(wallNanos), monotonicNanos));
        }

        public boolean head() {
            return (flags & HEAD) != 0;
        }

        public boolean preRoll() {
            return (flags & PRE_ROLL) != 0;
        }

        boolean summed() {
            return (flags & SUMMED) != 0;
        }
    }

    /** The sidecar's place beside a log. */
    public static Path beside(Path log) {
        String name = String.valueOf(log.getFileName());
        int dot = name.lastIndexOf('.');
        return log.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".idx");
    }

    /** Name in a cache folder, made from the log's whole path. */
    static String cacheName(Path log) {
        return HexFormat.of().formatHex(sha256(log.toAbsolutePath().normalize().toString()), 0, 16)
                + ".idx";
    }

    /** What the header says of a source. */
    static byte[] mark(String address) {
        return address.isEmpty() ? new byte[MARK_SIZE] : Arrays.copyOf(sha256(address), MARK_SIZE);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static ByteBuffer header(int flags, long logSize, Optional<Instant> logChanged, String source) {
        ByteBuffer out = buffer(HEADER);
        out.put(MAGIC.getBytes(StandardCharsets.US_ASCII)).putShort((short) VERSION).putShort((short) ENTRY)
                .putInt(flags).putLong(logSize).putLong(logChanged.map(Sidecar::nanos).orElse(0L))
                .put(mark(source));
        return sealed(out, HEADER);
    }

    static ByteBuffer entry(Entry entry) {
        ByteBuffer out = buffer(ENTRY);
        out.putLong(entry.offset).putInt(entry.length).put((byte) entry.kind.field()).put((byte) entry.flags)
                .put((byte) entry.values.size()).put((byte) 0).putLong(entry.stampNanos).putLong(entry.wallNanos)
                .putLong(entry.monotonicNanos).putInt(entry.bodyCrc).putInt(entry.frontCrc);
        for (int i = 0; i < entry.values.size(); i++) {
            out.putInt(entry.values.bits(i));
        }
        return sealed(out, ENTRY);
    }

    /** The entry at the buffer's position; empty when it is damaged. Moves on by one entry. */
    static Optional<Entry> entry(ByteBuffer in) {
        int at = in.position();
        in.position(at + ENTRY);
        if (crc(in.slice(at, ENTRY - Integer.BYTES)) != in.getInt(at + ENTRY - Integer.BYTES)) {
            return Optional.empty();
        }
        int count = Math.min(VALUES, in.get(at + 14));
        int[] bits = new int[Math.max(0, count)];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = in.getInt(at + 48 + i * Integer.BYTES);
        }
        return Optional.of(new Entry(in.getLong(at), in.getInt(at + 8), EventKind.ofField(in.get(at + 12)),
                in.get(at + 13), in.getLong(at + 16), in.getLong(at + 24), in.getLong(at + 32), in.getInt(at + 40),
                in.getInt(at + 44), SmallValues.of(bits)));
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer sealed(ByteBuffer out, int size) {
        return out.putInt(size - Integer.BYTES, crc(out.slice(0, size - Integer.BYTES))).clear();
    }

    static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
