package org.labreel.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.labreel.codec.EventCodec;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.EventKind;

/** Writes a sidecar, one entry behind each record that is in the log already. One thread. */
public final class SidecarWriter implements AutoCloseable {
    /** What a record is to its segment. */
    public enum Part {
        HEAD(Sidecar.HEAD), PRE_ROLL(Sidecar.PRE_ROLL), LIVE(0);

        private final int flag;

        Part(int flag) {
            this.flag = flag;
        }
    }

    private final LogChannel channel;

    private SidecarWriter(LogChannel channel) {
        this.channel = channel;
    }

    /**
     * Begins the sidecar of a log that is about to be recorded. Never overwrites.
     *
     * @param source
     *            address of what is recorded; empty when there is none
     */
    public static SidecarWriter beside(Path log, String source) throws IOException {
        return begin(Sidecar.beside(log), Sidecar.header(Sidecar.LIVE, 0, Optional.empty(), source));
    }

    private static SidecarWriter begin(Path file, ByteBuffer header) throws IOException {
        LogChannel channel = new FileDisk().create(file);
        SidecarWriter writer = new SidecarWriter(channel);
        boolean begun = false;
        try {
            writer.write(header);
            begun = true;
            return writer;
        } finally {
            if (!begun) {
                channel.close();
            }
        }
    }

    /** Enters a record that stands at {@code offset} of the log. */
    public void add(long offset, Bytes body, Arrival arrival, Part part) throws IOException {
        int flags = Sidecar.ARRIVED | Sidecar.SUMMED | part.flag;
        write(Sidecar.entry(entry(offset, body, body.length(), flags, Optional.of(arrival))));
    }

    private static Sidecar.Entry entry(long offset, Bytes body, int length, int flags, Optional<Arrival> arrival) {
        EventKind kind = EventKind.UNKNOWN;
        long stamp = RecordTable.NO_TIME;
        SmallValues values = SmallValues.NONE;
        try {
            EventPeek peek = EventPeek.of(body.slice(0, Math.min(body.length(), Window.SIZE)));
            kind = peek.kind();
            stamp = peek.time().map(RecordTable::nanos).orElse(RecordTable.NO_TIME);
            if (kind != EventKind.IMAGE && body.length() == length) {
                values = SmallValues.of(EventCodec.decode(body));
            }
        } catch (MalformedEventException _) {
            kind = EventKind.UNKNOWN;
        }
        boolean timed = stamp != RecordTable.NO_TIME;
        return new Sidecar.Entry(offset, length, kind, flags | (timed ? Sidecar.TIMED : 0), timed ? stamp : 0,
                arrival.map(a -> Sidecar.nanos(a.wall())).orElse(0L), arrival.map(Arrival::monotonicNanos).orElse(0L),
                (flags & Sidecar.SUMMED) == 0 ? 0 : Sidecar.crc(body.asByteBuffer()), frontCrc(body), values);
    }

    static int frontCrc(Bytes body) {
        return Sidecar.crc(body.slice(0, Math.min(body.length(), Sidecar.FRONT)).asByteBuffer());
    }

    /**
     * Makes the sidecar of a finished, undamaged log anew, whole or not at all.
     *
     * @throws CancellationException
     *             when cancelled; nothing is left behind
     */
    static void make(Path file, LogIndex index, LogFile log, BooleanSupplier cancelled) throws IOException {
        Instant changed = Files.getLastModifiedTime(log.path()).toInstant();
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            try (SidecarWriter writer = begin(part, Sidecar.header(0, log.size(), Optional.of(changed), ""))) {
                writer.all(index, new Window(log), cancelled);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void all(LogIndex index, Window window, BooleanSupplier cancelled) throws IOException {
        ByteBuffer entries = ByteBuffer.allocate(Sidecar.ENTRY * 1024);
        for (int i = 0; i < index.records(); i++) {
            int wanted = Math.min(index.kind(i) == EventKind.IMAGE ? Sidecar.FRONT : Window.SIZE, index.length(i));
            long body = index.offset(i) + Integer.BYTES;
            Bytes front = window.copy(body, window.see(body, wanted));
            entries.put(Sidecar.entry(entry(index.offset(i), front, index.length(i), 0, Optional.empty())));
            if (!entries.hasRemaining()) {
                write(entries.flip());
                entries.clear();
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
            }
        }
        write(entries.flip());
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
