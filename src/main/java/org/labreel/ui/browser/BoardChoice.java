package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.labreel.archive.ChosenBoard;
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

    private final ChosenBoard remembered;

    /**
     * @param remembered
     *            file that keeps a copy of the board last chosen, so that moving the original does not lose it
     */
    public BoardChoice(Path remembered) {
        this.remembered = new ChosenBoard(remembered);
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
        return new Found(remembered.choose(file), "your board file " + file.getFileName());
    }

    private Optional<Found> chosen() {
        return remembered.get().map(board -> new Found(board, "the board file chosen last"));
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
