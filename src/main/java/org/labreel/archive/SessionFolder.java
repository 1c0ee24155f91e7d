package org.labreel.archive;

import java.io.IOException;
import java.nio.file.Path;
import org.labreel.model.Session;

/** A session on disk: a folder with {@code session.json} and its segments, complete in itself. */
public final class SessionFolder {
    private SessionFolder() {
    }

    /**
     * Makes a new folder for the session under {@code root}, named after it; a number is added when the name is taken.
     * Characters that a file system refuses are replaced.
     */
    public static SessionFolder create(Path root, Session session) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Opens an existing folder. @throws IOException with the reason in the operator's words */
    public static SessionFolder open(Path folder) throws IOException {
        throw new UnsupportedOperationException();
    }

    public Path path() {
        throw new UnsupportedOperationException();
    }

    /** The session as last saved or read. */
    public Session session() {
        throw new UnsupportedOperationException();
    }

    /** Writes {@code session.json} atomically: a crash leaves the old one or the new one. */
    public void save(Session session) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** A path inside the folder for the next segment, not yet existing. */
    public Path nextSegment() throws IOException {
        throw new UnsupportedOperationException();
    }
}
