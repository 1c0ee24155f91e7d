package org.labreel.ui.browser;

import java.time.Duration;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.labreel.log.LogIndex;
import org.labreel.ui.kit.Fxml;

/** The panel that tells and sets the marked range, and sends it to export. */
final class RangeView {
    private final Transport transport;
    private final BrowserKeys.MarkActions marks;
    private final Runnable export;
    private final Parent root;

    @FXML
    private Label in;
    @FXML
    private Label inTime;
    @FXML
    private Label out;
    @FXML
    private Label outTime;
    @FXML
    private Label summary;
    @FXML
    private Button clear;
    @FXML
    private Button keepButton;

    @SuppressWarnings("NullAway.Init")
    RangeView(Transport transport, BrowserKeys.MarkActions marks, Runnable export) {
        this.transport = transport;
        this.marks = marks;
        this.export = export;
        this.root = Fxml.load("range.fxml", this);
        wire();
    }

    Parent root() {
        return root;
    }

    private void wire() {
        transport.rangeProperty().subscribe(_ -> show());
        transport.indexProperty().subscribe(_ -> show());
    }

    private void show() {
        FrameRange range = transport.rangeProperty().get();
        LogIndex index = transport.index();
        int frames = index.frames();
        root.setDisable(frames == 0);
        clear.setVisible(range.marked());
        keepButton.setVisible(range.marked());
        if (frames == 0) {
            in.setText("–");
            out.setText("–");
            inTime.setText("");
            outTime.setText("");
            summary.setText("No frames to export");
            return;
        }
        place(in, inTime, index, range.first());
        place(out, outTime, index, range.last(frames));
        int count = range.count(frames);
        summary.setText(count + (count == 1 ? " frame · " : " frames · ") + TimeText.span(range.duration(index))
                + (range.marked() ? " · Out included" : " · the whole log"));
    }

    private static void place(Label frame, Label time, LogIndex index, int at) {
        frame.setText(Integer.toString(at));
        time.setText(TimeText.elapsed(Duration.between(index.timeZero(), index.frameTime(at))));
    }

    @FXML
    void markIn() {
        transport.markIn();
    }

    @FXML
    void markOut() {
        transport.markOut();
    }

    @FXML
    void keep() {
        marks.keepRange();
    }

    @FXML
    void clearRange() {
        transport.clearRange();
    }

    @FXML
    void export() {
        export.run();
    }
}
