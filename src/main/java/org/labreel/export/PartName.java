package org.labreel.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * The name under which something is made before it is complete. It is held by a lock in the folder for temporary files,
 * which a process that is killed lets go of but leaves lying: so the next export under this name knows what the killed
 * one left, and clears it away; so does the next start of the console ({@link LeftParts}), since the note tells which
 * file it is about. What somebody else has put there is left alone.
 */
final class PartName implements AutoCloseable {
    /** Added to a part's name for attempts at a size. */
    static final String ATTEMPT = ".try";
    private static final String STILLS = "frame-*.png";

    private final Path part;
    private final Path note;
    private final FileChannel channel;
    private boolean closed;

    private PartName(Path part, Path note, FileChannel channel) {
        this.part = part;
        this.note = note;
        this.channel = channel;
    }

    /** NAME.part, or with the first number behind it that is nobody's. */
    static PartName of(Path target) throws IOException {
        for (int number = 1;; number++) {
            Path part = target.resolveSibling(target.getFileName() + (number == 1 ? ".part" : "-" + number + ".part"));
            Path note = note(notes(), part);
            boolean ours = Files.exists(note, LinkOption.NOFOLLOW_LINKS);
            Optional<PartName> held = hold(part, note);
            if (held.isPresent()) {
                if (ours) {
                    held.get().clear();
                }
                if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
                    return held.get();
                }
                held.get().close();
            }
        }
    }

    /** Folder of the notes on names that are held, or were when their process was killed. */
    static Path notes() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static Path note(Path notes, Path part) {
        UUID name = UUID.nameUUIDFromBytes(part.toString().getBytes(StandardCharsets.UTF_8));
        return notes.resolve("labreel-export-" + name + ".lock");
    }

    /**
     * Clears away what a killed process left under the name that a note is about, and the note.
     *
     * @return what was cleared away; empty when somebody still makes it, when nothing is left, or when it is not
     *         certain that it was ours
     */
    static Optional<Path> clearLeft(Path note) throws IOException {
        Path part = Path.of(Files.readString(note));
        Path notes = note.toAbsolutePath().getParent();
        if (notes == null || !note(notes, part).equals(note.toAbsolutePath()) || part.getParent() == null
                || !Files.isDirectory(part.getParent())) {
            // Of an earlier version, a stranger's, or about a disk that is not there now.
            return Optional.empty();
        }
        Optional<PartName> held = hold(part, note);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        try (PartName name = held.get()) {
            if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS) || !sameOwner(note, part)) {
                return Optional.empty();
            }
            name.clear();
            return Optional.of(part);
        }
    }

    /** Anybody may write a note into a folder for temporary files, but not in our name. */
    private static boolean sameOwner(Path note, Path part) throws IOException {
        return Files.getOwner(note, LinkOption.NOFOLLOW_LINKS)
                .equals(Files.getOwner(part, LinkOption.NOFOLLOW_LINKS));
    }

    private static Optional<PartName> hold(Path part, Path note) throws IOException {
        FileChannel channel = FileChannel.open(note, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0).write(ByteBuffer.wrap(part.toString().getBytes(StandardCharsets.UTF_8)));
                return Optional.of(new PartName(part, note, channel));
            }
        } catch (OverlappingFileLockException _) {
            // Another export of this program makes it.
        }
        channel.close();
        return Optional.empty();
    }

    private void clear() throws IOException {
        Files.deleteIfExists(part.resolveSibling(part.getFileName() + ATTEMPT));
        if (Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> stills = Files.newDirectoryStream(part, STILLS)) {
                for (Path still : stills) {
                    Files.delete(still);
                }
            }
        }
        Files.deleteIfExists(part);
    }

    Path path() {
        return part;
    }

    /** Lets the name go. What was made under it is left as it is. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            channel.close();
            Files.deleteIfExists(note);
        }
    }
}
