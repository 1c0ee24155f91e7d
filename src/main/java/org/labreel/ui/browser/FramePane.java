package org.labreel.ui.browser;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.PinSet;
import org.labreel.model.Transform;
import org.labreel.picture.Picture;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.view.FrameView;

/** The frame with its electrodes, or in words why there is none. */
final class FramePane {
    private final BrowserModel model;
    private final FrameView frame = new FrameView();
    private final Label headline = new Label();
    private final Label advice = new Label();
    private final Button open = new Button("Open a log file…", Icons.of("mdi2f-folder-open-outline"));
    private final VBox words = new VBox(Icons.of("mdi2f-filmstrip", "empty-icon"), headline, advice, open);
    private final StackPane root = new StackPane(frame, words);

    FramePane(BrowserModel model, Runnable chooseFile) {
        this.model = model;
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

    Parent root() {
        return root;
    }

    BooleanProperty electrodesVisible() {
        return frame.electrodesVisibleProperty();
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
        Optional<OpenLog> log = model.openProperty().get();
        Optional<FrameLoader.Loaded> shown = model.shownProperty().get()
                .filter(loaded -> log.filter(found -> found.reader() == loaded.reader()).isPresent());
        Optional<Picture> picture = shown.flatMap(FrameLoader.Loaded::picture);
        picture.ifPresentOrElse(frame::show, frame::clearFrame);
        frame.setBanner(picture.isPresent() ? Optional.empty() : shown.flatMap(FrameLoader.Loaded::trouble));
        Optional<Board> board = log.flatMap(OpenLog::board).map(BoardChoice.Found::board);
        Optional<DeviceState> state = shown.map(FrameLoader.Loaded::state);
        frame.setOverlay(picture.flatMap(_ -> board), picture.flatMap(p -> transform(state, p)),
                state.map(DeviceState::activePins).orElse(PinSet.EMPTY));
    }

    /** The transform is told for a frame of one size; a frame of another size is taken as the same view, scaled. */
    private static Optional<Transform> transform(Optional<DeviceState> state, Picture picture) {
        Optional<DeviceEvent.ImageTransform> told = state.flatMap(DeviceState::imageTransform);
        return told.flatMap(DeviceEvent.ImageTransform::transform).map(t -> {
            int width = told.get().imageWidth();
            int height = told.get().imageHeight();
            return width <= 0 || height <= 0 || (width == picture.width() && height == picture.height())
                    ? t
                    : t.then(Transform.scaleThenShift((double) picture.width() / width,
                            (double) picture.height() / height, 0, 0));
        });
    }
}
