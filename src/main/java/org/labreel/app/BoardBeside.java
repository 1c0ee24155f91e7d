package org.labreel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.labreel.archive.SessionFolder;
import org.labreel.codec.BoardDefinition;
import org.labreel.model.Board;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The board of a log: it does not hold it, but the session that it lies in may. */
final class BoardBeside {
    private static final Logger LOG = LoggerFactory.getLogger(BoardBeside.class);

    private BoardBeside() {
    }

    static Optional<Board> of(Path log) {
        Path folder = log.toAbsolutePath().getParent();
        if (folder == null || !Files.exists(folder.resolve("session.json"))) {
            return Optional.empty();
        }
        try {
            return SessionFolder.open(folder).session().boardDefinition().map(BoardDefinition::parse);
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("{} is played without a board: {}", log, e.getMessage());
            return Optional.empty();
        }
    }
}
