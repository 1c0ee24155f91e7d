package org.labreel.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a log of any origin, whole or damaged, finished or still growing. Safe for several threads. */
public final class LogReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);

    /** Of all cached indexes together: those of a terabyte of logs. */
    private static final long CACHE_BYTES = 1L << 30;

    private final LogFile file;
    private final RecordTable table;
    private final Optional<SidecarReader> sidecar;
    private final Optional<Path> cached;
    private final LogScanner scanner;
    private final StateCache states = new StateCache();
    private volatile LogIndex index;
    private volatile boolean complete;
    private volatile boolean foreignSidecar;

    private LogReader(LogFile file, RecordTable table, Optional<SidecarReader> sidecar, Optional<Path> cached)
            throws IOException {
        this.file = file;
        this.table = table;
        this.sidecar = sidecar;
        this.cached = cached;
        this.scanner = new LogScanner(file, table);
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
        return open(file, cache, reader -> {
            reader.scan(progress, cancelled, () -> false);
            reader.keepIndex(cancelled);
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
        return open(file, cache, reader -> {
            long start = System.nanoTime();
            reader.scan(_ -> {
            }, cancelled, () -> reader.table.size() > 0
                    && System.nanoTime() - start > atLeast.toNanos() * (reader.table.frames() > 0 ? 1 : 10));
        });
    }

    /** The first look at a log. */
    private interface FirstLook {
        void at(LogReader reader) throws IOException;
    }

    private static LogReader open(Path file, Optional<Path> cache, FirstLook look) throws IOException {
        LogFile opened = new LogFile(file);
        Optional<SidecarReader> sidecar = Optional.empty();
        boolean done = false;
        try {
            Optional<Path> cached = cache.map(folder -> folder.resolve(Sidecar.cacheName(file)));
            RecordTable table = new RecordTable();
            sidecar = SidecarReader.load(Sidecar.beside(file), opened, table);
            boolean foreign = sidecar.isEmpty()
                    && Files.isRegularFile(Sidecar.beside(file), LinkOption.NOFOLLOW_LINKS);
            if (sidecar.isEmpty() && cached.isPresent()) {
                table = new RecordTable();
                sidecar = SidecarReader.load(cached.get(), opened, table);
            }
            table = sidecar.isPresent() ? table : new RecordTable();
            LogReader reader = new LogReader(opened, table, sidecar, cached);
            reader.foreignSidecar = foreign;
            look.at(reader);
            if (reader.table.size() == 0) {
                throw new NotALogException(FileLook.describe(opened));
            }
            done = true;
            return reader;
        } finally {
            if (!done) {
                opened.close();
                if (sidecar.isPresent()) {
                    sidecar.get().close();
                }
            }
        }
    }

    private void scan(DoubleConsumer progress, BooleanSupplier cancelled, BooleanSupplier pause) throws IOException {
        synchronized (table) {
            complete = scanner.scan(progress, cancelled, pause);
            if (sidecar.isPresent()) {
                sidecar.get().readOn(table.columns());
            }
            index = snapshot();
        }
    }

    /** Whether the index reaches the end that the file had when it was last looked at. */
    public boolean complete() {
        return complete;
    }

    /**
     * Goes on with the index for about so long.
     *
     * @return {@link #complete}
     */
    public boolean indexOn(Duration slice, DoubleConsumer progress, BooleanSupplier cancelled) throws IOException {
        long start = System.nanoTime();
        scan(progress, cancelled, () -> System.nanoTime() - start > slice.toNanos());
        return complete;
    }

    /**
     * Keeps the complete index of a log that has none beside it in the cache, so that it opens fast the next time.
     * Damage has no place in a sidecar, so that a damaged log is read anew each time.
     */
    public void keepIndex(BooleanSupplier cancelled) {
        if (!complete || sidecar.isPresent() || cached.isEmpty() || !index.damage().isEmpty()) {
            return;
        }
        try {
            SidecarWriter.make(cached.get(), index, file, cancelled);
            IndexCache.tidy(Optional.ofNullable(cached.get().getParent()).orElseThrow(), CACHE_BYTES);
        } catch (IOException e) {
            LOG.debug("the index of {} is not kept: {}", file.path(), e.toString());
        }
    }

    private LogIndex snapshot() {
        return new ArrayIndex(table.columns(), scanner.damage(),
                sidecar.map(SidecarReader::head).orElse(OptionalInt.empty()));
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
            scan(_ -> {
            }, () -> false, () -> false);
            return table.size() > before;
        }
    }

    /** Whether the file has become longer since it was last read, or shorter. */
    public boolean changed() throws IOException {
        return file.size() != scanner.seenBytes();
    }

    /** The body of a record as it stands in the file. */
    public Bytes body(int record) throws IOException {
        LogIndex now = index;
        return file.bytes(now.offset(record) + Integer.BYTES, now.length(record));
    }

    /** The first bytes of a body, as many as asked for or as there are. */
    public Bytes front(int record, int bytes) throws IOException {
        LogIndex now = index;
        return file.bytes(now.offset(record) + Integer.BYTES, Math.min(bytes, now.length(record)));
    }

    /** Whether the bytes of a record are those that were recorded, as far as a sidecar knows. */
    boolean intact(int record, Bytes body) throws IOException {
        return entry(record).filter(Sidecar.Entry::summed)
                .map(entry -> entry.bodyCrc() == Sidecar.crc(body.asByteBuffer())).orElse(true);
    }

    /** What the sidecar says of a record: arrival, marks, small values. Empty without a sidecar. */
    public Optional<Sidecar.Entry> entry(int record) throws IOException {
        return sidecar.isPresent() ? sidecar.get().entry(record) : Optional.empty();
    }

    /** Whether there is a sidecar beside the log that is of no use, because it is damaged or another log's. */
    public boolean foreignSidecar() {
        return foreignSidecar;
    }

    /** For a search through many records. */
    public StateValues stateValues() {
        return new StateValues(this::event, sidecar);
    }

    /** Whether the index came from a sidecar, at least for its front part. */
    public boolean hasSidecar() {
        return sidecar.isPresent();
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
        if (sidecar.isPresent()) {
            sidecar.get().close();
        }
    }
}
