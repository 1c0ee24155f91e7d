package org.labreel.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.labreel.log.LogDisk;
import org.labreel.log.LogWriter;
import org.labreel.log.SidecarWriter;
import org.labreel.model.Arrival;
import org.labreel.model.EventKind;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;

/**
 * One file of a recording with its accounts. The recorder's thread writes; {@link #force()} comes from another, and
 * closing waits for it, so that a file is never forced after it is closed.
 */
final class SegmentFile {
    private final Path file;
    private final String source;
    private final LogWriter log;
    private final SegmentIndex index;
    private final ReentrantLock forcing = new ReentrantLock();
    private volatile Optional<Arrival> first = Optional.empty();
    private volatile Optional<Arrival> last = Optional.empty();
    private volatile Optional<Arrival> safeUpTo = Optional.empty();
    private volatile Arrival opened;
    private long headRecords;
    private long preRollRecords;
    private long written;
    private long repeated;
    private long lost;
    private long frames;
    private boolean hasTransform;
    private boolean closed;
    private boolean forceFailed;
    private volatile Optional<IOException> forceFailure = Optional.empty();
    private volatile long forcedBytes;

    private SegmentFile(Path file, String source, LogWriter log, SegmentIndex index, Arrival opened) {
        this.file = file;
        this.source = source;
        this.log = log;
        this.index = index;
        this.opened = opened;
    }

    /**
     * @throws java.nio.file.FileAlreadyExistsException
     *             if it exists
     */
    static SegmentFile create(Path file, String source, LogDisk disk, Arrival opened) throws IOException {
        LogWriter log = LogWriter.create(file, disk);
        return new SegmentFile(file, source, log, SegmentIndex.beside(file, source), opened);
    }

    Path file() {
        return file;
    }

    /** Within the session's folder. */
    String name() {
        return String.valueOf(file.getFileName());
    }

    /** When it was begun. */
    Arrival opened() {
        return opened;
    }

    /** It was made ahead of its time, which is now. */
    void begunAt(Arrival now) {
        opened = now;
    }

    long bytes() {
        return log.size();
    }

    boolean hasTransform() {
        return hasTransform;
    }

    /** Writes a message as a record. @throws IOException when it is not in the log */
    void write(RawMessage message, SidecarWriter.Part part) throws IOException {
        long offset = log.append(message.payload());
        count(message, part);
        index.add(offset, message, part);
    }

    /** Before the index is written: what is in the log is in the accounts, whatever happens to the index. */
    private void count(RawMessage message, SidecarWriter.Part part) {
        EventKind kind = MessageKind.of(message.payload());
        hasTransform |= kind == EventKind.IMAGE_TRANSFORM;
        if (part == SidecarWriter.Part.HEAD) {
            headRecords++;
            return;
        }
        written++;
        preRollRecords += part == SidecarWriter.Part.PRE_ROLL ? 1 : 0;
        frames += kind == EventKind.IMAGE ? 1 : 0;
        first = first.or(() -> Optional.of(message.arrival()));
        last = Optional.of(message.arrival());
    }

    /** Removes the file, which holds nothing received, and its index. */
    void discard() throws IOException {
        close();
        Files.deleteIfExists(file);
        index.discard();
    }

    void repeat() {
        repeated++;
    }

    void lose(long count) {
        lost += count;
    }

    long lost() {
        return lost;
    }

    long frames() {
        return frames;
    }

    /** Takes over what an earlier file of this recording counted but never held. */
    void account(SegmentFile vacant) {
        repeated += vacant.repeated;
        lost += vacant.lost;
    }

    /** Whether not a byte came into it. */
    boolean vacant() {
        try {
            return log.size() == 0 && Files.size(file) == 0;
        } catch (IOException e) {
            // What cannot be looked at is left alone.
            return false;
        }
    }

    /** Whether nothing but head state is in it. */
    boolean empty() {
        return written == 0;
    }

    /**
     * Forces what was written since the last time. A force that failed is never tried again: the operating system may
     * have dropped the pages, and would report success.
     */
    void force() throws IOException {
        forcing.lock();
        try {
            Optional<Arrival> newest = last;
            long size = log.size();
            if (closed || forceFailed || size == forcedBytes) {
                return;
            }
            forceFailed = true;
            try {
                log.force();
            } catch (IOException e) {
                forceFailure = Optional.of(e);
                throw e;
            }
            forceFailed = false;
            forcedBytes = size;
            safeUpTo = newest;
        } finally {
            forcing.unlock();
        }
    }

    /** Why not all of it could be made safe; any thread. */
    Optional<IOException> forceFailure() {
        return forceFailure;
    }

    /** Whether all of it is known to be on the disk. */
    boolean durable() {
        return forcedBytes == log.size();
    }

    /** Arrival of a record up to which all is known to be on the disk. */
    Arrival safeUpTo() {
        return safeUpTo.or(() -> first).orElse(opened);
    }

    /** Closes without forcing. */
    void close() throws IOException {
        forcing.lock();
        try {
            closed = true;
            index.close();
            log.close();
        } finally {
            forcing.unlock();
        }
    }

    /** The accounts as they stand. */
    Segment segment(boolean ended) {
        Instant start = first.orElse(opened).wall();
        Optional<Instant> end = ended ? Optional.of(last.orElse(opened).wall()) : Optional.empty();
        return new Segment(name(), source, start, end, log.size(), headRecords,
                preRollRecords, written + repeated + lost, written, repeated, lost, frames);
    }
}
