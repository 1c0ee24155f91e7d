package org.labreel.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
    private final LogIndexing indexing;
    private final StateCache states = new StateCache();

    private LogReader(LogFile file, LogIndexing indexing) {
        this.file = file;
        this.indexing = indexing;
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
        return open(file, Optional.empty(), progress, cancelled);
    }

    /**
     * As {@link #open(Path, DoubleConsumer, BooleanSupplier)}.
     *
     * @param cache
     *            folder for indexes of logs that have none beside them; nothing is ever put beside a stranger's file
     */
    public static LogReader open(Path file, Optional<Path> cache, DoubleConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        return open(file, cache, indexing -> {
            indexing.scan(progress, cancelled, () -> false);
            indexing.keep(cancelled);
        });
    }

    /**
     * Opens a log as far as its first frames, so that they can be shown at once; {@link #indexOn} goes on. A log of
     * ordinary size, or with a sidecar, is then {@link #complete} already.
     *
     * @param atLeast
     *            how long to read on behind the first frame; ten times as long where there is no frame
     */
    public static LogReader begin(Path file, Optional<Path> cache, Duration atLeast, BooleanSupplier cancelled)
            throws IOException {
        return open(file, cache, indexing -> indexing.begin(atLeast, cancelled));
    }

    /** The first look at a log. */
    private interface FirstLook {
        void at(LogIndexing indexing) throws IOException;
    }

    private static LogReader open(Path file, Optional<Path> cache, FirstLook look) throws IOException {
        LogFile opened = new LogFile(file);
        Optional<LogIndexing> indexing = Optional.empty();
        boolean done = false;
        try {
            LogIndexing made = LogIndexing.of(opened, cache);
            indexing = Optional.of(made);
            look.at(made);
            if (made.index().records() == 0) {
                throw new NotALogException(FileLook.describe(opened));
            }
            done = true;
            return new LogReader(opened, made);
        } finally {
            if (!done) {
                opened.close();
                if (indexing.isPresent()) {
                    indexing.get().close();
                }
            }
        }
    }

    /** Whether the index reaches the end that the file had when it was last looked at. */
    public boolean complete() {
        return indexing.complete();
    }

    /**
     * Goes on with the index for about so long.
     *
     * @return {@link #complete}
     */
    public boolean indexOn(Duration slice, DoubleConsumer progress, BooleanSupplier cancelled) throws IOException {
        long start = System.nanoTime();
        indexing.scan(progress, cancelled, () -> System.nanoTime() - start > slice.toNanos());
        return indexing.complete();
    }

    /**
     * Keeps the complete index of a log that has none beside it in the cache, so that it opens fast the next time.
     * Damage has no place in a sidecar, so that a damaged log is read anew each time.
     */
    public void keepIndex(BooleanSupplier cancelled) {
        indexing.keep(cancelled);
    }

    public Path file() {
        return file.path();
    }

    /** The newest index. */
    public LogIndex index() {
        return indexing.index();
    }

    /** Reads what was appended since; true when there are new records. */
    public boolean refresh() throws IOException {
        return indexing.refresh();
    }

    /** Whether the file has become longer since it was last read, or shorter. */
    public boolean changed() throws IOException {
        return indexing.changed();
    }

    /** The body of a record as it stands in the file. */
    public Bytes body(int record) throws IOException {
        LogIndex now = index();
        return file.bytes(now.offset(record) + Integer.BYTES, now.length(record));
    }

    /** The first bytes of a body, as many as asked for or as there are. */
    public Bytes front(int record, int bytes) throws IOException {
        LogIndex now = index();
        return file.bytes(now.offset(record) + Integer.BYTES, Math.min(bytes, now.length(record)));
    }

    /** Whether the bytes of a record are those that were recorded, as far as a sidecar knows. */
    boolean intact(int record, Bytes body) throws IOException {
        return entry(record).filter(Sidecar.Entry::summed)
                .map(entry -> entry.bodyCrc() == Sidecar.crc(body.asByteBuffer())).orElse(true);
    }

    /** What the sidecar says of a record: arrival, marks, small values. Empty without a sidecar. */
    public Optional<Sidecar.Entry> entry(int record) throws IOException {
        Optional<SidecarReader> sidecar = indexing.sidecar();
        return sidecar.isPresent() ? sidecar.get().entry(record) : Optional.empty();
    }

    /** Whether there is a sidecar beside the log that is of no use, because it is damaged or another log's. */
    public boolean foreignSidecar() {
        return indexing.foreignSidecar();
    }

    /** For a search through many records. */
    public StateValues stateValues() {
        return new StateValues(this::event, indexing.sidecar());
    }

    /** Whether the index came from a sidecar, at least for its front part. */
    public boolean hasSidecar() {
        return indexing.sidecar().isPresent();
    }

    /** The record decoded. @throws org.labreel.codec.MalformedEventException when it is damaged */
    public DeviceEvent event(int record) throws IOException {
        return EventCodec.decode(body(record));
    }

    /** The picture of a frame (JPEG bytes). @throws org.labreel.codec.MalformedEventException when it is damaged */
    public Bytes image(int frame) throws IOException {
        Bytes body = body(index().recordOfFrame(frame));
        EventPeek peek = EventPeek.of(body.slice(0, Math.min(body.length(), Window.SIZE)));
        if (peek.imageLength() > 0 && peek.imageOffset() + (long) peek.imageLength() <= body.length()) {
            return body.slice(peek.imageOffset(), peek.imageLength());
        }
        return EventCodec.decode(body) instanceof DeviceEvent.Image image ? image.data() : Bytes.EMPTY;
    }

    /** The state of the device once this record has happened; damaged records are passed over. */
    public DeviceState stateAt(int record) throws IOException {
        LogIndex now = index();
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
        indexing.close();
    }
}
