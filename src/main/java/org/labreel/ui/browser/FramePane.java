package org.labreel.ui.browser;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.view.FrameView;

/** The frame with its electrodes, or in words why there is none. */
final class FramePane {
    private final BrowserModel model;
    private final FrameView frame = new FrameView();
    private final FrameDrawing drawing;
    private final Label headline = new Label();
    private final Label advice = new Label();
    private final Button open = new Button("Open a log file…", Icons.of("mdi2f-folder-open-outline"));
    private final VBox words = new VBox(Icons.of("mdi2f-filmstrip", "empty-icon"), headline, advice, open);
    private final StackPane root = new StackPane(frame, words);

    FramePane(BrowserModel model, BoardScales scales, Runnable chooseFile) {
        this.model = model;
        this.drawing = new FrameDrawing(frame, scales);
        root.getStyleClass().add("frame-pane");
        root.setMinHeight(120);
        VBox.setVgrow(root, Priority.ALWAYS);
        words.getStyleClass().add("empty");
        headline.getStyleClass().add("empty-headline");
        advice.getStyleClass().add("empty-advice");
        advice.setWrapText(true);
        frame.setId("browserFrame");
        open.getStyleClass().add("accent");
        open.setOnAction(_ -> chooseFile.run());
        model.openProperty().subscribe(this::opened);
        model.shownProperty().subscribe(_ -> draw());
    }

    StackPane root() {
        return root;
    }

    FrameView frame() {
        return frame;
    }

    /** Draws anew, after something about the board was told. */
    void refresh() {
        draw();
    }

    private void opened(Optional<OpenLog> log) {
        boolean frames = log.filter(found -> found.frames() > 0).isPresent();
        frame.setVisible(frames);
        words.setVisible(!frames);
        open.setVisible(log.isEmpty());
        open.setManaged(log.isEmpty());
        headline.setText(log.isEmpty() ? "Look through a recording" : "Nothing to see");
        advice.setText(log.map(FramePane::why).orElse(
                "Choose one on the left, drop a log file here, or open one. Logs made by pdrecord work too."));
        draw();
    }

    private static String why(OpenLog log) {
        return log.notes().isEmpty() ? "This log holds no pictures." : log.notes().getFirst().text();
    }

    private void draw() {
        drawing.draw(model.openProperty().get(), model.shownProperty().get());
    }
}
