package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.labreel.codec.BoardDefinition;
import org.labreel.model.Board;
import org.labreel.model.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the board to draw over a log: the one its session kept, else the one that the operator chose last. A raw log
 * itself holds no board.
 */
public final class BoardChoice {
    private static final Logger LOG = LoggerFactory.getLogger(BoardChoice.class);
    /** The real definition takes 2 kB; far larger files are something else. */
    private static final long MAX_BYTES = 8_000_000;

    private final Path remembered;

    /**
     * @param remembered
     *            file that keeps a copy of the board last chosen, so that moving the original does not lose it
     */
    public BoardChoice(Path remembered) {
        this.remembered = remembered;
    }

    /** A board and where it comes from. */
    public record Found(Board board, String origin) {
    }

    /** The board for a log; empty when neither its session nor the operator has told one. */
    public Optional<Found> find(Path log) {
        return ofSession(log).or(this::chosen);
    }

    /**
     * Reads a board file and remembers it for logs that bring none.
     *
     * @throws IOException
     *             with the reason in the operator's words
     */
    public Found choose(Path file) throws IOException {
        Board board = read(file);
        if (!file.toAbsolutePath().equals(remembered.toAbsolutePath())) {
            Files.createDirectories(remembered.toAbsolutePath().getParent());
            Files.writeString(remembered, board.definition());
        }
        return new Found(board, "your board file " + file.getFileName());
    }

    private Optional<Found> chosen() {
        if (!Files.isRegularFile(remembered)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Found(read(remembered), "the board file chosen last"));
        } catch (IOException e) {
            LOG.warn("the remembered board is not used: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Board read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file.getFileName() + " is too large for a board definition.");
        }
        try {
            return BoardDefinition.parse(Files.readString(file));
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
            throw new IOException(file.getFileName() + " is no board definition: " + e.getMessage(), e);
        }
    }

    private static Optional<Found> ofSession(Path log) {
        try {
            return LogSession.of(log).flatMap(Session::boardDefinition).map(BoardDefinition::parse)
                    .map(board -> new Found(board, "the session's own board"));
        } catch (IllegalArgumentException e) {
            LOG.warn("the board of {} is not used: {}", log, e.getMessage());
            return Optional.empty();
        }
    }
}
