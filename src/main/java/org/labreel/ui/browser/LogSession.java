package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Empty when the log lies in no session, or its session cannot be read. */
    static Optional<Session> of(Path log) {
        Path folder = log.toAbsolutePath().getParent();
        for (int up = 0; up < 2 && folder != null; up++, folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(FILE))) {
                return read(folder);
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
