package org.labreel.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32C;
import org.labreel.model.Bytes;
import org.labreel.model.EventKind;

/**
 * Reads a sidecar as far as it is whole and belongs to its log: each entry by its checksum, the whole by comparing some
 * records with the log itself. Safe for several threads once loaded.
 */
final class SidecarReader implements AutoCloseable {
    private static final int PIECE = Sidecar.ENTRY * 4096;
    /** Records that are compared with the log, spread over it. */
    private static final int SAMPLES = 8;

    private final LogFile file;
    private final OptionalInt head;
    private volatile int entries;

    private SidecarReader(LogFile file, int entries, OptionalInt head) {
        this.file = file;
        this.entries = entries;
        this.head = head;
    }

    /** Fills the empty table from the sidecar; empty when there is none that is any good, the table is then spoilt. */
    static Optional<SidecarReader> load(Path sidecar, LogFile log, RecordTable table) {
        if (!Files.isRegularFile(sidecar, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            LogFile file = new LogFile(sidecar);
            Optional<SidecarReader> loaded = Optional.empty();
            try {
                loaded = load(file, log, table);
            } finally {
                if (loaded.isEmpty()) {
                    file.close();
                }
            }
            return loaded;
        } catch (IOException _) {
            // It can be done without: the log itself is read instead.
            return Optional.empty();
        }
    }

    private static Optional<SidecarReader> load(LogFile file, LogFile log, RecordTable table) throws IOException {
        byte[] front = new byte[Sidecar.HEADER];
        if (file.read(0, front, 0, front.length) < front.length || !belongs(ByteBuffer.wrap(front), log)) {
            return Optional.empty();
        }
        Filling filling = new Filling(table, log.size());
        byte[] piece = new byte[PIECE];
        for (long at = Sidecar.HEADER;; at += PIECE) {
            int count = file.read(at, piece, 0, PIECE);
            if (!filling.take(piece, count) || count < PIECE) {
                break;
            }
        }
        SidecarReader reader = new SidecarReader(file, table.size(),
                ByteBuffer.wrap(front).order(ByteOrder.LITTLE_ENDIAN).getInt(12) == Sidecar.LIVE
                        ? OptionalInt.of(filling.head)
                        : OptionalInt.empty());
        return table.size() > 0 && reader.agrees(log) ? Optional.of(reader) : Optional.empty();
    }

    /** Whether this is the header of a sidecar of this version, undamaged. */
    static boolean sound(ByteBuffer header) {
        header.order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[Sidecar.MAGIC.length()];
        header.get(0, magic);
        return new String(magic, StandardCharsets.US_ASCII).equals(Sidecar.MAGIC)
                && header.getShort(8) == Sidecar.VERSION && header.getShort(10) == Sidecar.ENTRY
                && Sidecar.crc(header.slice(0, 60)) == header.getInt(60);
    }

    private static boolean belongs(ByteBuffer header, LogFile log) throws IOException {
        return sound(header) && (header.getInt(12) == Sidecar.LIVE || (header.getLong(16) == log.size()
                && header.getLong(24) == Sidecar.nanos(Files.getLastModifiedTime(log.path()).toInstant())));
    }

    /** Takes entries into a table as long as they are sound and follow one another. */
    private static final class Filling {
        private final RecordTable table;
        private final long logSize;
        private final CRC32C crc = new CRC32C();
        private int head;
        private long stampedMonotonic;
        private boolean anyStamp;

        Filling(RecordTable table, long logSize) {
            this.table = table;
            this.logSize = logSize;
        }

        /** Reads the fields where they stand: a log has millions of entries, and most time would go into objects. */
        boolean take(byte[] piece, int count) {
            ByteBuffer in = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = 0; at + Sidecar.ENTRY <= count; at += Sidecar.ENTRY) {
                crc.reset();
                crc.update(piece, at, Sidecar.ENTRY - Integer.BYTES);
                long offset = in.getLong(at);
                int length = in.getInt(at + 8);
                boolean sound = (int) crc.getValue() == in.getInt(at + Sidecar.ENTRY - Integer.BYTES);
                if (!sound || offset != table.end() || !Framing.possible(length)
                        || offset + Integer.BYTES + length > logSize) {
                    return false;
                }
                EventKind kind = EventKind.ofField(in.get(at + 12));
                add(offset, length, kind, in.get(at + 13), in.getLong(at + 16), in.getLong(at + 32));
            }
            return true;
        }

        /** A record without a stamp happened as long after the last stamped one as it arrived after it. */
        private void add(long offset, int length, EventKind kind, int flags, long stamp, long monotonic) {
            boolean timed = (flags & Sidecar.TIMED) != 0;
            long guess = RecordTable.NO_TIME;
            if ((flags & Sidecar.HEAD) != 0 && head == table.size()) {
                head++;
            } else if ((flags & Sidecar.ARRIVED) != 0) {
                if (timed) {
                    stampedMonotonic = monotonic;
                    anyStamp = true;
                } else if (anyStamp) {
                    guess = table.newestStamp() + Math.max(0, monotonic - stampedMonotonic);
                }
            }
            table.add(offset, length, kind, timed ? stamp : RecordTable.NO_TIME, guess);
        }
    }

    /** A few records may be damaged since: that is for the checksums to tell, which another log's would not. */
    private boolean agrees(LogFile log) throws IOException {
        int agreeing = 0;
        for (int i = 0; i < SAMPLES; i++) {
            int record = (int) ((long) (entries - 1) * i / (SAMPLES - 1));
            Optional<Sidecar.Entry> entry = entry(record);
            agreeing += entry.isPresent() && agrees(entry.get(), log) ? 1 : 0;
        }
        return agreeing >= SAMPLES * 3 / 4;
    }

    private static boolean agrees(Sidecar.Entry entry, LogFile log) throws IOException {
        int front = Math.min(entry.length(), Sidecar.FRONT);
        byte[] bytes = new byte[Integer.BYTES + front];
        int count = log.read(entry.offset(), bytes, 0, bytes.length);
        return count == bytes.length
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt() == entry.length()
                && SidecarWriter.frontCrc(Bytes.wrap(bytes, Integer.BYTES, front)) == entry.frontCrc();
    }

    /** The entry of a record; empty behind the last one or when it is damaged. */
    Optional<Sidecar.Entry> entry(int record) throws IOException {
        byte[] bytes = new byte[Sidecar.ENTRY];
        long at = Sidecar.HEADER + (long) record * Sidecar.ENTRY;
        return record < entries && file.read(at, bytes, 0, bytes.length) == bytes.length
                ? Sidecar.entry(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN))
                : Optional.empty();
    }

    /** Takes in what a recorder has written since, as far as it agrees with the records that were found in the log. */
    void readOn(RecordTable.Columns log) throws IOException {
        byte[] bytes = new byte[Sidecar.ENTRY];
        int next = entries;
        while (next < log.size()
                && file.read(Sidecar.HEADER + (long) next * Sidecar.ENTRY, bytes, 0, bytes.length) == bytes.length) {
            Optional<Sidecar.Entry> entry = Sidecar.entry(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
            int record = next;
            if (entry.filter(e -> e.offset() == log.offset(record) && e.length() == log.length(record)).isEmpty()) {
                break;
            }
            next++;
        }
        entries = next;
    }

    /** Entries from this record on, as many as there are room for and known. @return how many */
    int read(int record, byte[] into) throws IOException {
        int wanted = Math.min(into.length / Sidecar.ENTRY, entries - record);
        return wanted <= 0
                ? 0
                : file.read(Sidecar.HEADER + (long) record * Sidecar.ENTRY, into, 0, wanted * Sidecar.ENTRY)
                        / Sidecar.ENTRY;
    }

    /** Head records, as the recorder marked them; empty when it was not a recorder that wrote this. */
    OptionalInt head() {
        return head;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
