package org.labreel.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/** A file that is made under another name beside its own, and takes its own only when it is complete. */
final class TargetFile implements AutoCloseable {
    private final Path target;
    private final PartName part;

    TargetFile(Path file) throws IOException {
        target = file.toAbsolutePath();
        refuseExisting(target);
        part = PartName.of(target);
        boolean made = false;
        try {
            Files.createFile(part.path());
            made = true;
        } catch (NoSuchFileException e) {
            throw new IOException("The folder " + target.getParent() + " does not exist.", e);
        } catch (AccessDeniedException e) {
            throw new IOException("The folder " + target.getParent() + " cannot be written to. Choose another.", e);
        } catch (FileSystemException e) {
            throw new IOException(target + " cannot be made: " + e.getReason() + ".", e);
        } finally {
            if (!made) {
                part.close();
            }
        }
    }

    /** The name itself, or with the first number behind it under which nothing exists: clip.mp4, clip-2.mp4, ... */
    static Path unused(Path wanted) {
        return unused(wanted, _ -> false);
    }

    /**
     * @param taken
     *            names that something else will have
     */
    static Path unused(Path wanted, Predicate<Path> taken) {
        String name = String.valueOf(wanted.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        Path path = wanted;
        for (int number = 2; taken.test(path) || Files.exists(path, LinkOption.NOFOLLOW_LINKS); number++) {
            path = wanted.resolveSibling(stem + "-" + number + ending);
        }
        return path;
    }

    static void refuseExisting(Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(target + " exists already and is not overwritten. Choose another name.");
        }
    }

    /** Where to write. */
    Path part() {
        return part.path();
    }

    /** Gives the complete file its name. */
    void commit() throws IOException {
        try (FileChannel channel = FileChannel.open(part.path(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(part.path(), target);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(target + " has come to exist meanwhile and is not overwritten. Choose another name.",
                    e);
        }
    }

    /** Removes what was not completed. */
    @Override
    public void close() throws IOException {
        try (part) {
            Files.deleteIfExists(part.path());
        }
    }
}
