package org.labreel.bench;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.TilePane;
import javafx.stage.Stage;
import org.labreel.feed.PurpleDropSource;
import org.labreel.model.Bytes;

/**
 * The live page with four sources of 30 frames of 190 kB a second each, against four plain images in a window as large.
 */
final class GridBench {
    private static final int TILES = 4;
    private static final int FPS = 30;
    private static final int WARM_SECONDS = 8;
    private static final int SECONDS = 8;
    private static final int ROUNDS = 2;
    private static final URI NO_RPC = URI.create("http://127.0.0.1:9/rpc");

    private GridBench() {
    }

    /** What one round showed: the frames and delays of each tile, and the processor time of all. */
    private record Round(List<Tile> tiles, double processors) {
        double of(ToDoubleFunction<Tile> figure) {
            return tiles.stream().mapToDouble(figure).average().orElse(0);
        }
    }

    record Tile(double received, double shown, double medianMillis, double worstMillis) {
    }

    /** Shows what the addresses send until it is closed. */
    private interface Show extends AutoCloseable {
        /** Since the figures before. */
        List<Tile> figures(int seconds) throws Exception;

        @Override
        void close();
    }

    private interface Showing {
        Show of(Vertx vertx, List<URI> feeds, Path root) throws Exception;
    }

    static void run() throws Exception {
        Screen.start();
        List<Bytes> jpegs = Frames.jpegs(190_000);
        Vertx vertx = Vertx.vertx();
        List<Frames> cameras = new ArrayList<>();
        try (Scratch scratch = new Scratch("grid")) {
            for (int i = 0; i < TILES; i++) {
                cameras.add(new Frames(vertx, jpegs));
            }
            for (int round = 0; round < ROUNDS; round++) {
                tell("Labreel's live page", measure(vertx, cameras, scratch.folder(), Page::new));
                tell("four Images, a runLater each", measure(vertx, cameras, scratch.folder(),
                        (own, feeds, _) -> new Plain(own, feeds)));
            }
        } finally {
            cameras.forEach(Frames::close);
            vertx.close();
        }
    }

    private static void tell(String who, Round round) {
        System.out.printf(Locale.ROOT, "P2 four tiles, %d fps of 190 kB each, %s: received %.1f, shown %.1f frames/s a "
                + "tile, p50 %.1f p99 %.1f ms, %.2f processors with the senders%n", FPS, who, round.of(Tile::received),
                round.of(Tile::shown), round.of(Tile::medianMillis), round.of(Tile::worstMillis), round.processors());
    }

    private static Round measure(Vertx vertx, List<Frames> cameras, Path root, Showing showing) throws Exception {
        try (Show show = showing.of(vertx, cameras.stream().map(Frames::address).toList(), root)) {
            cameras.forEach(camera -> camera.pace(FPS));
            TimeUnit.SECONDS.sleep(WARM_SECONDS);
            List<Tile> _ = show.figures(WARM_SECONDS);
            long cpu = cpuNanos();
            TimeUnit.SECONDS.sleep(SECONDS);
            double processors = (cpuNanos() - cpu) / 1e9 / SECONDS;
            List<Tile> tiles = show.figures(SECONDS);
            cameras.forEach(camera -> camera.pace(0));
            return new Round(tiles, processors);
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** The page as the console has it. */
    private static final class Page implements Show {
        private final LivePage page;

        Page(Vertx vertx, List<URI> feeds, Path root) throws Exception {
            page = new LivePage(feeds.stream().map(feed -> new PurpleDropSource(vertx, feed, NO_RPC)).toList(), root,
                    InstantSource.system());
        }

        @Override
        public List<Tile> figures(int seconds) throws Exception {
            return Screen.fx(() -> page.figures().stream().map(each -> new Tile(each.received(), each.shown(),
                    each.latencyMillis(), each.latencyWorstMillis())).toList());
        }

        @Override
        public void close() {
            page.close();
        }
    }

    /** Four images as they are written first. */
    private static final class Plain implements Show {
        private final List<Naive> views = new ArrayList<>();
        private final List<PurpleDropSource> sources = new ArrayList<>();
        private final Stage stage;

        Plain(Vertx vertx, List<URI> feeds) throws Exception {
            TilePane pane = new TilePane();
            pane.setPrefColumns(2);
            for (int i = 0; i < feeds.size(); i++) {
                ImageView view = new ImageView();
                view.setFitWidth(LivePage.WIDTH / 3.0);
                view.setPreserveRatio(true);
                pane.getChildren().add(view);
                views.add(new Naive(view));
            }
            stage = Screen.fx(() -> {
                Stage made = new Stage();
                made.setScene(new Scene(pane, LivePage.WIDTH, LivePage.HEIGHT));
                made.getScene().addPostLayoutPulseListener(() -> views.forEach(Naive::pulse));
                made.show();
                return made;
            });
            for (int i = 0; i < feeds.size(); i++) {
                sources.add(new PurpleDropSource(vertx, feeds.get(i), NO_RPC));
                sources.get(i).start(views.get(i));
            }
        }

        @Override
        public List<Tile> figures(int seconds) {
            // Not on the JavaFX thread, which may be seconds behind.
            return views.stream().map(each -> {
                Delays all = each.delays().copy();
                each.delays().clear();
                return new Tile(FPS, (double) all.count() / seconds, all.at(0.5), all.at(0.99));
            }).toList();
        }

        @Override
        public void close() {
            sources.forEach(PurpleDropSource::close);
            views.forEach(Naive::end);
            Screen.end(stage::close);
        }
    }
}
