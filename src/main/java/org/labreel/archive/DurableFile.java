package org.labreel.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.labreel.log.FileDisk;

/** Replaces a small file so that a crash or a power cut leaves the old one or the new one, never half of either. */
public final class DurableFile {
    private DurableFile() {
    }

    /**
     * Waits for the disk. The folder must be there.
     *
     * @throws IOException
     *             when it could not be written; the old file is still there then, and nothing else
     */
    public static void replace(Path file, byte[] content) throws IOException {
        write(file, content);
    }

    /**
     * As {@link #replace}, and for the owner alone to read, from the first byte on, where the file system knows owners.
     */
    public static void replaceSecret(Path file, byte[] content) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
            write(file, content);
        } else {
            write(file, content, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static void write(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is no file that could be written.");
        }
        // Not a temporary file of the system's making: only its owner could read that, and so the file it becomes.
        Path part = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(part,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
                all(channel, content);
                channel.force(true);
            }
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
        FileDisk.forceDirectory(folder);
    }

    private static void all(WritableByteChannel channel, byte[] content) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
