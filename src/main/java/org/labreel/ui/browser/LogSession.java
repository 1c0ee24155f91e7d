package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session that a log belongs to. */
final class LogSession {
    private static final Logger LOG = LoggerFactory.getLogger(LogSession.class);
    private static final String FILE = "session.json";

    private LogSession() {
    }

    /** What tells one writing of a session's file from another. */
    record Stamp(FileTime written, long bytes) {
    }

    /** Empty when the log lies in no session, or its session cannot be read. */
    static Optional<Session> of(Path log) {
        return folder(log).flatMap(LogSession::read);
    }

    /** Of the file of the log's session as it is now; empty when there is none. Touches the disk. */
    static Optional<Stamp> stamp(Path log) {
        return folder(log).flatMap(found -> {
            try {
                BasicFileAttributes now = Files.readAttributes(found.resolve(FILE), BasicFileAttributes.class);
                return Optional.of(new Stamp(now.lastModifiedTime(), now.size()));
            } catch (IOException e) {
                LOG.debug("the session in {} cannot be looked at: {}", found, e.toString());
                return Optional.empty();
            }
        });
    }

    private static Optional<Path> folder(Path log) {
        Path folder = log.toAbsolutePath().getParent();
        for (int up = 0; up < 2 && folder != null; up++, folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(FILE))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static Optional<Session> read(Path folder) {
        try {
            return Optional.of(SessionFolder.open(folder).session());
        } catch (IOException e) {
            LOG.warn("the session in {} is not used: {}", folder, e.getMessage());
            return Optional.empty();
        }
    }
}
