package org.labreel.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.labreel.archive.SessionFolder;
import org.labreel.archive.Trash;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session folders under one root. */
final class SessionStore {
    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);
    private static final String FILE = "session.json";

    private final Path root;

    SessionStore(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** Folders that hold a session. Links are not followed. */
    List<Path> folders() {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return found;
        }
        try (Stream<Path> children = Files.list(root)) {
            children.filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
                    && Files.isRegularFile(child.resolve(FILE), LinkOption.NOFOLLOW_LINKS)).sorted()
                    .forEach(found::add);
        } catch (IOException e) {
            LOG.warn("The folder {} cannot be read: {}", root, e.toString());
        }
        return found;
    }

    /** When the session of a folder was last written; a folder that is gone has none. */
    static Optional<FileTime> written(Path folder) {
        try {
            return Optional.of(Files.getLastModifiedTime(folder.resolve(FILE)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    SessionFolder create(Session session) throws IOException {
        return SessionFolder.create(root, session);
    }

    /** Puts a folder aside. @throws IOException when it is in use */
    Trash.Deleted trash(SessionFolder folder) throws IOException {
        folder.claim();
        folder.release();
        return new Trash(root, InstantSource.system()).session(folder.path());
    }

    /** Brings it back to where it was. @throws IOException when something else is there by now */
    void restore(Trash.Deleted deleted) throws IOException {
        new Trash(root, InstantSource.system()).restore(deleted);
    }

    /** Bytes free for recordings; negative when the disk does not tell. Quick: the table of mounts is not read. */
    long usableBytes() {
        long usable = (Files.isDirectory(root) ? root : Path.of("").toAbsolutePath()).toFile().getUsableSpace();
        return usable > 0 ? usable : -1;
    }

    /** The session with the last span that is still open changed. */
    static Session withOpenSpan(Session session, UnaryOperator<Span> change) {
        List<Span> spans = new ArrayList<>(session.spans());
        if (spans.isEmpty() || spans.getLast().ended().isPresent()) {
            return session;
        }
        spans.set(spans.size() - 1, change.apply(spans.getLast()));
        return session.withSpans(spans);
    }
}
