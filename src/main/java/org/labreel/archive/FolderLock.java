package org.labreel.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** The right to change a session folder: held by one recording, or for a moment by whoever enters a remark. */
final class FolderLock implements AutoCloseable {
    private static final String NAME = ".recording";
    /** A remark is written in less; a recording must not be refused for it. */
    private static final int TRIES = 8;
    private static final long PAUSE_NANOS = 50_000_000L;
    /** So many sizes that two programs never mark alike; the file is empty again at once. */
    private static final long MARKS = 1 << 20;
    /**
     * Folders locked by this process. The operating system keeps such locks by process, not by object: closing any
     * other channel to the file would give the lock up, so a file that is locked here must not even be opened.
     */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @throws IOException
     *             when the folder is another recording's
     */
    static FolderLock take(Path folder) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Optional<FolderLock> taken = tryTake(folder);
            if (taken.isPresent()) {
                return taken.get();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IOException("Another recording is running in " + folder
                + ". Nothing was changed there; record into a new session.");
    }

    /** Empty when it is held already, by another program or by this one. */
    static Optional<FolderLock> tryTake(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve(NAME);
        if (!HELD_BY_THIS_PROCESS.add(file)) {
            return Optional.empty();
        }
        Optional<FolderLock> taken = Optional.empty();
        try {
            taken = lock(file);
            return taken;
        } finally {
            if (taken.isEmpty()) {
                HELD_BY_THIS_PROCESS.remove(file);
            }
        }
    }

    private static Optional<FolderLock> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        Optional<FileLock> held = Optional.empty();
        try {
            held = Optional.ofNullable(channel.tryLock());
        } finally {
            if (held.isEmpty()) {
                channel.close();
            }
        }
        if (held.isPresent() && !isStill(file, channel)) {
            channel.close();
            return Optional.empty();
        }
        return held.map(_ -> new FolderLock(file, channel));
    }

    /**
     * Whether what is locked is what lies there. Its last holder may have taken the file away after we had opened it,
     * and another program may have made a new one since, which it holds. What we write must be seen under the name; it
     * is only looked at, not opened, since closing would give the lock up.
     */
    private static boolean isStill(Path file, FileChannel channel) throws IOException {
        long mark = ThreadLocalRandom.current().nextLong(1, MARKS);
        try {
            channel.write(ByteBuffer.allocate(1), mark - 1);
            boolean ours = Files.size(file) == mark;
            channel.truncate(0);
            return ours;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
            HELD_BY_THIS_PROCESS.remove(file);
        }
    }
}
