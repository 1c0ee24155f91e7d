package org.labreel.ui.live;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.labreel.archive.ChosenBoard;
import org.labreel.model.Board;
import org.labreel.ui.kit.Background;

/**
 * Takes a board file that the operator chose, off the JavaFX thread: it may lie on a slow disk, and the copy that is
 * kept is forced to one.
 */
public record BoardFiles(ChosenBoard kept, Background background) {

    /**
     * Exactly one of the two is told, on the JavaFX thread.
     *
     * @param refused
     *            told the reason in the operator's words
     */
    void choose(Path file, Consumer<Board> taken, Consumer<Exception> refused) {
        background.submit("Read " + file.getFileName(), _ -> kept.choose(file), taken, refused);
    }
}
