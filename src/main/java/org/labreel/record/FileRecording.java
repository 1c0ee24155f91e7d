package org.labreel.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.log.Framing;
import org.labreel.log.LogWriter;
import org.labreel.model.Bytes;
import org.labreel.model.EventKind;
import org.labreel.model.RawMessage;

/**
 * Records what is received into one file and nothing else, as pdrecord does: no pre-roll, no head state, no session. A
 * writer thread of its own, so that a slow disk never holds up the feed; what may wait for the disk is bounded.
 */
public final class FileRecording implements AutoCloseable {
    /** What a message takes in the queue beside its bytes: many small ones must not fill the heap either. */
    private static final long AROUND = 96;

    private final Path file;
    private final LogWriter log;
    private final long queueBytes;
    private final long frameLimit;
    private final LinkedBlockingQueue<Optional<Bytes>> queue = new LinkedBlockingQueue<>();
    private final AtomicLong queued = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong unfit = new AtomicLong();
    private final ScheduledExecutorService forcer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("force").daemon().factory());
    private final Thread writer;
    private volatile long records;
    private volatile long frames;
    private volatile @Nullable IOException failure;
    private long framesAccepted;
    private boolean closed;

    /**
     * Creates the file.
     *
     * @param queueBytes
     *            bytes of memory that what waits for the disk may take; past that messages are lost and counted
     * @param frameLimit
     *            images after which no more is taken, 0 = no limit
     * @throws java.nio.file.FileAlreadyExistsException
     *             when the file exists
     */
    public FileRecording(Path file, long queueBytes, long frameLimit) throws IOException {
        this.file = file;
        this.log = LogWriter.create(file);
        this.queueBytes = queueBytes;
        this.frameLimit = frameLimit;
        this.writer = Thread.ofPlatform().name("record " + file.getFileName()).start(this::write);
        ScheduledFuture<?> _ = forcer.scheduleWithFixedDelay(this::keep, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Takes a message; never blocks. One thread at a time.
     *
     * @return false when the recording is complete and takes no more
     */
    public synchronized boolean accept(RawMessage message) {
        if (closed || failure != null || (frameLimit > 0 && framesAccepted >= frameLimit)) {
            return false;
        }
        int length = message.payload().length();
        if (length == 0 || length > Framing.MAX_BODY) {
            unfit.incrementAndGet();
            lost.incrementAndGet();
            return true;
        }
        if (queued.get() + length + AROUND > queueBytes) {
            lost.incrementAndGet();
            return true;
        }
        if (isImage(message.payload())) {
            framesAccepted++;
        }
        queued.addAndGet(length + AROUND);
        queue.add(Optional.of(message.payload()));
        return frameLimit == 0 || framesAccepted < frameLimit;
    }

    private void write() {
        try {
            for (Optional<Bytes> next = queue.take(); next.isPresent(); next = queue.take()) {
                append(next.get());
                queued.addAndGet(-next.get().length() - AROUND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // Written by this thread alone, read by others.
    private void append(Bytes body) {
        if (failure != null) {
            lost.incrementAndGet();
            return;
        }
        try {
            log.append(body);
            records++;
            if (isImage(body)) {
                frames++;
            }
        } catch (IOException e) {
            lost.incrementAndGet();
            failure = e;
        } catch (RuntimeException e) {
            // Whatever it is, a writer that is gone without a word would lose all that follows in silence.
            lost.incrementAndGet();
            failure = new IOException("a record could not be written (" + e + ")", e);
        }
    }

    /** What is due every second: whoever deletes the file must not hear at the end that all of it was recorded. */
    void keep() {
        try {
            if (failure == null) {
                log.force();
                if (!Files.exists(file)) {
                    failure = new IOException(file + " is not there any more: it was deleted or moved while it was "
                            + "being recorded");
                }
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    private static boolean isImage(Bytes body) {
        try {
            return EventPeek.of(body.slice(0, Math.min(body.length(), EventPeek.ENOUGH))).kind() == EventKind.IMAGE;
        } catch (MalformedEventException _) {
            // Whatever it is, it is recorded all the same; it just is no image.
            return false;
        }
    }

    public long records() {
        return records;
    }

    /** Images written. */
    public long frames() {
        return frames;
    }

    /** Bytes written. */
    public long bytes() {
        return log.size();
    }

    /** Messages that did not make it to the disk. */
    public long lost() {
        return lost.get();
    }

    /** How many of the lost were empty or over {@link Framing#MAX_BODY}: no log can hold them. */
    public long unfit() {
        return unfit.get();
    }

    /** Why nothing more is written; empty while all is well. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Writes what waits, forces it to the disk and closes the file; what was written stands, whatever it throws. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        queue.add(Optional.empty());
        forcer.shutdown();
        try {
            writer.join();
            forcer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (log) {
            if (failure == null) {
                log.force();
            }
        }
    }
}
