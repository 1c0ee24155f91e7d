package org.labreel.archive;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.labreel.codec.BoardDefinition;
import org.labreel.model.Board;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The board that the operator chose last, for what tells none of its own. A copy is kept, so that the original may go.
 */
public final class ChosenBoard {
    private static final Logger LOG = LoggerFactory.getLogger(ChosenBoard.class);
    /** The real definition takes 2 kB; far larger files are something else. */
    private static final long MAX_BYTES = 8_000_000;

    private final Path remembered;

    /**
     * @param remembered
     *            file that keeps the copy
     */
    public ChosenBoard(Path remembered) {
        this.remembered = remembered;
    }

    /** Empty when none was chosen yet, or what was kept cannot be read. */
    public Optional<Board> get() {
        if (!Files.isRegularFile(remembered)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(remembered));
        } catch (IOException e) {
            LOG.warn("the remembered board is not used: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Reads a board file and remembers it. A copy that cannot be kept whole leaves the one before it.
     *
     * @throws IOException
     *             with the reason in the operator's words
     */
    public Board choose(Path file) throws IOException {
        Board board = read(file);
        if (!file.toAbsolutePath().equals(remembered.toAbsolutePath())) {
            Files.createDirectories(remembered.toAbsolutePath().getParent());
            DurableFile.replace(remembered, board.definition().getBytes(StandardCharsets.UTF_8));
        }
        return board;
    }

    private static Board read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file.getFileName() + " is too large for a board definition.");
        }
        try {
            return BoardDefinition.parse(Files.readString(file));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new IOException(file.getFileName() + " is no board definition: " + e.getMessage(), e);
        }
    }
}
