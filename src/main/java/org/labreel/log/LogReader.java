package org.labreel.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.labreel.codec.EventCodec;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.EventKind;

/** Reads a log of any origin, whole or damaged, finished or still growing. Safe for several threads. */
public final class LogReader implements AutoCloseable {
    private final LogFile file;
    private final RecordTable table = new RecordTable();
    private final LogScanner scanner;
    private final StateCache states = new StateCache();
    private volatile LogIndex index;

    private LogReader(LogFile file, DoubleConsumer progress, BooleanSupplier cancelled) throws IOException {
        this.file = file;
        this.scanner = new LogScanner(file, table);
        scanner.scan(progress, cancelled);
        if (table.size() == 0) {
            throw new NotALogException(FileLook.describe(file));
        }
        this.index = snapshot();
    }

    /** Opens and indexes a log, by its sidecar when there is a valid one. */
    public static LogReader open(Path file) throws IOException {
        return open(file, _ -> {
        }, () -> false);
    }

    /**
     * @param progress
     *            told the part done, 0 to 1
     * @param cancelled
     *            asked now and then
     * @throws NotALogException
     *             when the file is no log: the message says why in the operator's words
     * @throws java.util.concurrent.CancellationException
     *             when cancelled
     */
    public static LogReader open(Path file, DoubleConsumer progress, BooleanSupplier cancelled) throws IOException {
        LogFile opened = new LogFile(file);
        boolean done = false;
        try {
            LogReader reader = new LogReader(opened, progress, cancelled);
            done = true;
            return reader;
        } finally {
            if (!done) {
                opened.close();
            }
        }
    }

    private LogIndex snapshot() {
        return new ArrayIndex(table.columns(), scanner.damage(), OptionalInt.empty());
    }

    public Path file() {
        return file.path();
    }

    /** The newest index. */
    public LogIndex index() {
        return index;
    }

    /** Reads what was appended since; true when there are new records. */
    public boolean refresh() throws IOException {
        synchronized (table) {
            int before = table.size();
            scanner.scan(_ -> {
            }, () -> false);
            index = snapshot();
            return table.size() > before;
        }
    }

    /** The body of a record as it stands in the file. */
    public Bytes body(int record) throws IOException {
        LogIndex now = index;
        return bytes(now.offset(record) + Integer.BYTES, now.length(record));
    }

    /** The first bytes of a body, as many as asked for or as there are. */
    public Bytes front(int record, int bytes) throws IOException {
        LogIndex now = index;
        return bytes(now.offset(record) + Integer.BYTES, Math.min(bytes, now.length(record)));
    }

    private Bytes bytes(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        int count = file.read(position, bytes, 0, length);
        if (count < length) {
            throw new IOException(file.path().getFileName() + " has become shorter since it was opened.");
        }
        return Bytes.wrap(bytes);
    }

    /** Whether the bytes of a record are those that were recorded, as far as a sidecar knows. */
    boolean intact(int record, Bytes body) {
        return true;
    }

    /** The record decoded. @throws org.labreel.codec.MalformedEventException when it is damaged */
    public DeviceEvent event(int record) throws IOException {
        return EventCodec.decode(body(record));
    }

    /** The picture of a frame (JPEG bytes). @throws org.labreel.codec.MalformedEventException when it is damaged */
    public Bytes image(int frame) throws IOException {
        Bytes body = body(index.recordOfFrame(frame));
        EventPeek peek = EventPeek.of(body.slice(0, Math.min(body.length(), Window.SIZE)));
        if (peek.imageLength() > 0 && peek.imageOffset() + (long) peek.imageLength() <= body.length()) {
            return body.slice(peek.imageOffset(), peek.imageLength());
        }
        return EventCodec.decode(body) instanceof DeviceEvent.Image image ? image.data() : Bytes.EMPTY;
    }

    /** The state of the device once this record has happened; damaged records are passed over. */
    public DeviceState stateAt(int record) throws IOException {
        LogIndex now = index;
        DeviceState state = DeviceState.EMPTY;
        for (EventKind kind : EventKind.values()) {
            if (kind == EventKind.IMAGE || kind == EventKind.UNKNOWN) {
                continue;
            }
            for (int n = now.countUntil(kind, record) - 1; n >= 0; n--) {
                int at = now.recordOf(kind, n);
                try {
                    state = state.after(states.event(kind, at, () -> event(at)), now.time(at));
                    break;
                } catch (MalformedEventException _) {
                    // An older record of this kind is then the newest that is known.
                }
            }
        }
        return state;
    }

    /** Idempotent. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
