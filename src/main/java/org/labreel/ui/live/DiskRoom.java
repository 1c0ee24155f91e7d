package org.labreel.ui.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much room there is where the next recording goes; looked at now and then, where the disk may take its time. */
final class DiskRoom {
    private static final Logger LOG = LoggerFactory.getLogger(DiskRoom.class);
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final Supplier<Path> root;
    private final Executor disk;
    private final LongSupplier nanos;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile OptionalLong bytes = OptionalLong.empty();
    private long nextNanos;

    /**
     * @param root
     *            folder of the recordings, which need not exist yet
     * @param nanos
     *            monotonic clock
     */
    DiskRoom(Supplier<Path> root, Executor disk, LongSupplier nanos) {
        this.root = root;
        this.disk = disk;
        this.nanos = nanos;
        this.nextNanos = nanos.getAsLong();
    }

    /** Bytes that may be written, as last seen; asks for another look when that is old. JavaFX thread. */
    OptionalLong bytes() {
        long now = nanos.getAsLong();
        if (now - nextNanos >= 0 && looking.compareAndSet(false, true)) {
            nextNanos = now + PERIOD_NANOS;
            disk.execute(this::look);
        }
        return bytes;
    }

    private void look() {
        try {
            Optional<Path> folder = existing(root.get());
            bytes = folder.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Files.getFileStore(folder.get()).getUsableSpace());
        } catch (IOException e) {
            LOG.debug("the disk does not tell its space: {}", e.toString());
            bytes = OptionalLong.empty();
        } finally {
            looking.set(false);
        }
    }

    private static Optional<Path> existing(Path folder) {
        Path at = folder.toAbsolutePath();
        while (at != null && !Files.exists(at)) {
            at = at.getParent();
        }
        return Optional.ofNullable(at);
    }
}
