package org.labreel.bench;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.labreel.feed.Source;
import org.labreel.picture.PictureDecoder;
import org.labreel.record.Recorder;
import org.labreel.ui.kit.Pulse;
import org.labreel.ui.live.LiveModel;
import org.labreel.ui.view.FrameView;

/** A live view put together as the console does it: model, one redraw a pulse, the frame on a headless screen. */
final class LiveRig implements AutoCloseable {
    private final ExecutorService decoding = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("decode").factory());
    private final LiveModel model;
    private final Stage stage;
    private final Pulse pulse;
    private final Deque<Long> onTheirWay = new ArrayDeque<>();
    private final Delays delays = new Delays();

    LiveRig(Source source, Recorder recorder) throws Exception {
        model = new LiveModel(source, recorder, PictureDecoder::best, decoding, InstantSource.system(),
                System::nanoTime);
        FrameView view = Screen.fx(FrameView::new);
        stage = Screen.show(view);
        pulse = Screen.fx(() -> new Pulse(() -> model.takeFrame().ifPresent(frame -> {
            view.show(frame.picture());
            model.shown(frame);
            onTheirWay.add(frame.arrivedNanos());
        })));
        Screen.fx(() -> {
            stage.getScene().addPostLayoutPulseListener(() -> {
                long now = System.nanoTime();
                onTheirWay.forEach(arrived -> delays.add(now - arrived));
                onTheirWay.clear();
            });
            return true;
        });
        model.onChange(pulse::request);
        model.setActive(true);
        model.start();
    }

    /** From the arrival of a message to the end of the pulse that hands its pixels to the screen. */
    Delays delays() {
        return delays;
    }

    LiveModel model() {
        return model;
    }

    @Override
    public void close() {
        model.close();
        pulse.close();
        decoding.close();
        Platform.runLater(stage::close);
    }
}
