package org.labreel.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Session;

/** Session folders that were copied within a root: both name the same session until the copy is made one of its own. */
final class Copies {
    private Copies() {
    }

    /** Of two folders with one session the one that was there later, as far as the file system tells. */
    static boolean isCopy(Path candidate, Path other) {
        FileTime one = born(candidate);
        FileTime two = born(other);
        return one.equals(two) ? candidate.compareTo(other) > 0 : one.compareTo(two) > 0;
    }

    private static FileTime born(Path folder) {
        try {
            return Files.readAttributes(folder, BasicFileAttributes.class).creationTime();
        } catch (IOException _) {
            return FileTime.from(Instant.MAX);
        }
    }

    /**
     * Makes the copy a session of its own, at rest: it was neither armed nor scheduled itself. Writes nothing but the
     * copy's own {@code session.json}.
     *
     * @throws IOException
     *             when it is in use or cannot be written
     */
    static void separate(SessionFolder copy, Path original, Instant now) throws IOException {
        copy.claim();
        try {
            Session before = copy.session();
            if (Recovery.needed(copy)) {
                Recovery.recover(copy, now);
            }
            copy.update(session -> session.id().equals(before.id())
                    ? session.apart().withState(Session.State.STOPPED).noting(now, "Its folder is a copy of \""
                            + original.getFileName() + "\"; from now on it is a session of its own.")
                    : session);
        } finally {
            copy.release();
        }
    }
}
