package org.labreel.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.labreel.log.Sidecar;

/** Gives recordings other names. Nothing is ever written over, and a log's bytes stay as they are. Touches the disk. */
public final class Renaming {
    private static final int MAX_NAME = 200;

    private Renaming() {
    }

    /**
     * Names a session anew; its folder keeps its name, so that whatever knows the way to its logs still does.
     *
     * @throws IOException
     *             when it is being recorded or cannot be called so, in the operator's words
     */
    public static void session(Path folder, String name) throws IOException {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > MAX_NAME || wanted.chars().anyMatch(Character::isISOControl)) {
            throw new IOException("A session's name has 1 to " + MAX_NAME + " letters, and no line breaks.");
        }
        if (!SessionFolder.edit(folder, session -> session.withName(wanted))) {
            throw new IOException("“" + folder.getFileName()
                    + "” is being recorded. Nothing was changed; stop it first.");
        }
    }

    /**
     * Gives a log that belongs to no session another name, its index with it. What a file system refuses in a name is
     * replaced.
     *
     * @return where it lies now
     * @throws IOException
     *             when that name is taken, in the operator's words
     */
    public static Path log(Path log, String name) throws IOException {
        Path to = log.resolveSibling(FolderName.of(name.strip().replaceFirst("(?i)\\.bin$", "")) + ".bin");
        if (to.equals(log)) {
            return log;
        }
        Path index = Sidecar.beside(log);
        Path indexTo = Sidecar.beside(to);
        // The index first: when a log is looked at meanwhile, a stranger's index beside it would only be in the way.
        boolean indexed = Files.exists(index, LinkOption.NOFOLLOW_LINKS);
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS) || (indexed && Files.exists(indexTo))) {
            throw new IOException("There is a “" + to.getFileName() + "” already. Nothing was changed.");
        }
        if (indexed) {
            Files.move(index, indexTo);
        }
        try {
            Files.move(log, to);
        } catch (IOException e) {
            if (indexed) {
                Files.move(indexTo, index);
            }
            throw e instanceof FileAlreadyExistsException
                    ? new IOException("There is a “" + to.getFileName() + "” already. Nothing was changed.", e)
                    : e;
        }
        return to;
    }
}
