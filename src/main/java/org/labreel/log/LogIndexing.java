package org.labreel.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the index of a log comes about: from a sidecar as far as there is a valid one, from the log itself behind that,
 * and on with the log as it grows. Safe for several threads.
 */
final class LogIndexing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogIndexing.class);

    /** Of all cached indexes together: those of a terabyte of logs. */
    private static final long CACHE_BYTES = 1L << 30;

    private final LogFile file;
    private final RecordTable table;
    private final Optional<SidecarReader> sidecar;
    private final Optional<Path> cached;
    private final boolean foreignSidecar;
    private final Optional<Damage> unlikeRecorded;
    private final LogScanner scanner;
    private volatile LogIndex index;
    private volatile boolean complete;

    private LogIndexing(LogFile file, RecordTable table, Optional<SidecarReader> sidecar, Optional<Path> cached,
            boolean foreignSidecar) throws IOException {
        this.file = file;
        this.table = table;
        this.sidecar = sidecar;
        this.cached = cached;
        this.foreignSidecar = foreignSidecar;
        this.unlikeRecorded = sidecar.isPresent() ? lastUnlikeRecorded(file, table, sidecar.get()) : Optional.empty();
        this.scanner = new LogScanner(file, table);
        this.index = snapshot();
    }

    /**
     * Takes what a sidecar beside the log knows, or one in the cache; nothing is read from the log itself yet.
     *
     * @param cache
     *            folder for indexes of logs that have none beside them
     */
    static LogIndexing of(LogFile log, Optional<Path> cache) throws IOException {
        Path beside = Sidecar.beside(log.path());
        Optional<Path> cached = cache.map(folder -> folder.resolve(Sidecar.cacheName(log.path())));
        RecordTable table = new RecordTable();
        Optional<SidecarReader> sidecar = SidecarReader.load(beside, log, table);
        boolean foreign = sidecar.isEmpty() && Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS);
        if (sidecar.isEmpty() && cached.isPresent()) {
            table = new RecordTable();
            sidecar = SidecarReader.load(cached.get(), log, table);
        }
        boolean done = false;
        try {
            LogIndexing made = new LogIndexing(log, sidecar.isPresent() ? table : new RecordTable(), sidecar, cached,
                    foreign);
            done = true;
            return made;
        } finally {
            if (!done && sidecar.isPresent()) {
                sidecar.get().close();
            }
        }
    }

    /** The last record is the one that a power cut may have kept the length of, but not the bytes. */
    private static Optional<Damage> lastUnlikeRecorded(LogFile log, RecordTable table, SidecarReader sidecar)
            throws IOException {
        int last = table.size() - 1;
        Optional<Sidecar.Entry> entry = sidecar.entry(last).filter(Sidecar.Entry::summed);
        if (entry.isEmpty() || entry.get().bodyCrc() == Sidecar
                .crc(log.bytes(entry.get().offset() + Integer.BYTES, entry.get().length()).asByteBuffer())) {
            return Optional.empty();
        }
        return Optional.of(DamageText.unlikeRecorded(entry.get().offset(), entry.get().length(), last));
    }

    void scan(DoubleConsumer progress, BooleanSupplier cancelled, BooleanSupplier pause) throws IOException {
        synchronized (table) {
            complete = scanner.scan(progress, cancelled, pause);
            if (sidecar.isPresent()) {
                sidecar.get().readOn(table.columns());
            }
            index = snapshot();
        }
    }

    /** As far as the first frames, {@code atLeast} long; ten times as long where there is no frame. */
    void begin(Duration atLeast, BooleanSupplier cancelled) throws IOException {
        long start = System.nanoTime();
        scan(_ -> {
        }, cancelled, () -> table.size() > 0
                && System.nanoTime() - start > atLeast.toNanos() * (table.frames() > 0 ? 1 : 10));
    }

    /** @return whether there are new records */
    boolean refresh() throws IOException {
        synchronized (table) {
            int before = table.size();
            scan(_ -> {
            }, () -> false, () -> false);
            return table.size() > before;
        }
    }

    /** Damage has no place in a sidecar, so that a damaged log is read anew each time. */
    void keep(BooleanSupplier cancelled) {
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
        List<Damage> damage = new ArrayList<>();
        unlikeRecorded.ifPresent(damage::add);
        damage.addAll(scanner.damage());
        return new ArrayIndex(table.columns(), damage, sidecar.map(SidecarReader::head).orElse(OptionalInt.empty()));
    }

    LogIndex index() {
        return index;
    }

    boolean complete() {
        return complete;
    }

    /** Whether the file has become longer since it was last read, or shorter. */
    boolean changed() throws IOException {
        return file.size() != scanner.seenBytes();
    }

    Optional<SidecarReader> sidecar() {
        return sidecar;
    }

    boolean foreignSidecar() {
        return foreignSidecar;
    }

    @Override
    public void close() throws IOException {
        if (sidecar.isPresent()) {
            sidecar.get().close();
        }
    }
}
