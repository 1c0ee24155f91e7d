package org.labreel.ui.live;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.labreel.model.Board;
import org.labreel.ui.kit.Choosers;
import org.labreel.ui.kit.Notices;

/** Asks for the board of a source that has electrodes and tells no board, such as a log that is played. */
final class BoardPanel {
    private final BoardFiles boards;
    private final Choosers choosers;
    private final Notices notices;
    private final Consumer<Board> chosen;

    @FXML
    private VBox boardRoot;
    @FXML
    private Label boardText;

    /**
     * @param chosen
     *            told the board to be drawn for all that tell none
     */
    @SuppressWarnings("NullAway.Init")
    BoardPanel(BoardFiles boards, Choosers choosers, Notices notices, Consumer<Board> chosen) {
        this.boards = boards;
        this.choosers = choosers;
        this.notices = notices;
        this.chosen = chosen;
    }

    /** Shown while it has something to ask for. */
    void refresh(LiveModel model) {
        boolean electrodes = model.state().electrodes().isPresent() || model.state().scan().isPresent();
        boardRoot.setVisible(electrodes && model.ownBoard().isEmpty());
        boardText.setText(model.board().isPresent()
                ? "This source tells no board: the electrodes are of the board file chosen last."
                : "This source tells no board. Choose its board file to see electrodes over the frame.");
    }

    @FXML
    void chooseBoard() {
        choosers.board(boardRoot.getScene().getWindow()).ifPresent(this::use);
    }

    /** Draws the electrodes of this board file, now and from the next start on. */
    void use(Path file) {
        boards.choose(file, chosen,
                refused -> notices.error("The board was not taken", String.valueOf(refused.getMessage()), refused));
    }
}
