package org.labreel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labreel.archive.SessionFolder;
import org.labreel.codec.BoardDefinition;
import org.labreel.model.Board;
import org.labreel.model.Marker;

/** Checks of files named on the command line. */
final class LogFiles {
    private LogFiles() {
    }

    /**
     * @throws CommandFailure
     *             when there is no such file, or it is a folder
     */
    static Path existing(@Nullable Path file) {
        if (file == null) {
            throw new CommandFailure("name a log file");
        }
        if (Files.isDirectory(file)) {
            throw new CommandFailure(file + " is a folder; name the log file in it (it ends in .bin)");
        }
        if (!Files.exists(file)) {
            throw new CommandFailure("there is no file " + file);
        }
        return file;
    }

    /** The board of the session that a log belongs to; empty for a log that stands by itself. */
    static Optional<Board> boardBeside(Path log) throws IOException {
        Path folder = log.toAbsolutePath().getParent();
        if (folder == null || !Files.exists(folder.resolve("session.json"))) {
            return Optional.empty();
        }
        return SessionFolder.open(folder).session().boardDefinition().map(BoardDefinition::parse);
    }

    /** The markers of the session that a log belongs to; none for a log that stands by itself. */
    static List<Marker> markersBeside(Path log) throws IOException {
        Path folder = log.toAbsolutePath().getParent();
        if (folder == null || !Files.exists(folder.resolve("session.json"))) {
            return List.of();
        }
        return SessionFolder.open(folder).session().markers();
    }
}
