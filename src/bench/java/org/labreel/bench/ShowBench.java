package org.labreel.bench;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.labreel.feed.PurpleDropSource;
import org.labreel.model.Bytes;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;

/** P2: message received to pixels on screen, against a plain Image set by Platform.runLater for each message. */
final class ShowBench {
    private static final int ROUNDS = 3;
    private static final int SECONDS = 5;
    /** Nobody answers there; the feed does without. */
    private static final URI NO_RPC = URI.create("http://127.0.0.1:9/rpc");

    private ShowBench() {
    }

    static void run() throws Exception {
        Screen.start();
        List<Bytes> jpegs = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            jpegs.add(TestPictures.jpeg(1280, 960, 190_000, seed));
        }
        Vertx vertx = Vertx.vertx();
        try (Frames frames = new Frames(vertx, jpegs)) {
            for (int fps : new int[]{30, 60}) {
                measure(vertx, frames, fps);
            }
        } finally {
            vertx.close();
        }
    }

    private static void measure(Vertx vertx, Frames frames, int fps) throws Exception {
        List<Delays> ours = new ArrayList<>();
        List<Delays> theirs = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Delays one = ours(vertx, frames, fps);
            Delays other = naive(vertx, frames, fps);
            // The first round warms up.
            if (round > 0) {
                ours.add(one);
                theirs.add(other);
            }
        }
        double p50 = median(ours, 0.5);
        double p99 = median(ours, 0.99);
        System.out.printf(Locale.ROOT, "P2 received to screen, %d fps (p99 <= 33 ms at 30 fps): Labreel p50 %.1f "
                + "p99 %.1f ms, %.1f fps shown;  Image+runLater p50 %.1f p99 %.1f ms, %.1f fps;  ratio p50 %.2f "
                + "p99 %.2f%n", fps, p50, p99, rate(ours), median(theirs, 0.5), median(theirs, 0.99), rate(theirs),
                median(theirs, 0.5) / p50, median(theirs, 0.99) / p99);
    }

    private static double median(List<Delays> rounds, double part) {
        return Duel.median(rounds.stream().mapToDouble(d -> d.at(part)).toArray());
    }

    private static double rate(List<Delays> rounds) {
        return rounds.stream().mapToInt(Delays::count).average().orElse(0) / SECONDS;
    }

    private static Delays ours(Vertx vertx, Frames frames, int fps) throws Exception {
        try (Recorder recorder = new Recorder("bench", RecorderSettings.DEFAULT, InstantSource.system());
                LiveRig rig = new LiveRig(new PurpleDropSource(vertx, frames.address(), NO_RPC), recorder)) {
            frames.pace(fps);
            TimeUnit.SECONDS.sleep(SECONDS);
            frames.pace(0);
            return rig.delays();
        }
    }

    private static Delays naive(Vertx vertx, Frames frames, int fps) throws Exception {
        ImageView view = Screen.fx(ImageView::new);
        view.setFitWidth(900);
        view.setPreserveRatio(true);
        Stage stage = Screen.show(new StackPane(view));
        Naive naive = new Naive(view);
        Screen.fx(() -> {
            stage.getScene().addPostLayoutPulseListener(naive::pulse);
            return true;
        });
        try (PurpleDropSource source = new PurpleDropSource(vertx, frames.address(), NO_RPC)) {
            source.start(naive);
            frames.pace(fps);
            TimeUnit.SECONDS.sleep(SECONDS);
            frames.pace(0);
        }
        Screen.fx(() -> {
            stage.close();
            return true;
        });
        return naive.delays();
    }
}
