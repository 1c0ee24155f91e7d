package org.labreel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.timeline.TimeSpan;
import org.labreel.ui.timeline.Timeline;
import org.labreel.ui.timeline.TimelineContent;
import org.labreel.ui.timeline.TimelineModel;
import org.labreel.ui.timeline.TimelineSelection;
import org.labreel.ui.timeline.Timelines;

/** Makes pictures of the timeline by itself, to be looked at: the argument is the folder for them. */
public final class TimelineShots {
    private TimelineShots() {
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> {
        });
        Platform.setImplicitExit(false);
        Path target = Files.createDirectories(Path.of(args[0]));
        for (Theme theme : Theme.values()) {
            for (int width : new int[]{1200, 2480}) {
                shoot(theme, width, width < 2000 ? 250 : 380, target);
            }
        }
        Platform.exit();
    }

    private static void shoot(Theme theme, int width, int height, Path target) throws Exception {
        TimelineContent content = Timelines.experiment(240);
        TimelineModel model = fx(() -> new TimelineModel(ZoneId.of("Europe/Berlin")));
        Timeline timeline = fx(() -> new Timeline(model));
        Scene scene = fx(() -> {
            Scene made = new Scene(new StackPane(timeline), width, height);
            Themes.apply(made, theme);
            Stage stage = new Stage();
            stage.setScene(made);
            stage.show();
            model.shownProperty().set(Set.of("voltage", "capacitance", "temperature-1"));
            model.contentProperty().set(content);
            long from = content.zeroNanos();
            model.selectionProperty().set(new TimelineSelection(true,
                    new TimeSpan(from + 60 * Timelines.SECOND, from + 140 * Timelines.SECOND), 600, 1400));
            model.playheadProperty().set(OptionalLong.of(from + 97 * Timelines.SECOND));
            return made;
        });
        String name = theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        save(scene, target.resolve("timeline-" + name + ".png"));
        fx(() -> {
            model.fit();
            model.wallTimeProperty().set(true);
            return 0;
        });
        save(scene, target.resolve("timeline-all-" + name + ".png"));
        fx(() -> {
            model.show(new TimeSpan(content.zeroNanos() + 95 * Timelines.SECOND,
                    content.zeroNanos() + 104 * Timelines.SECOND));
            hover(timeline.lookup(".timeline-lanes"), width / 2.0, 50);
            return 0;
        });
        save(scene, target.resolve("timeline-near-" + name + ".png"));
    }

    private static void hover(Node node, double x, double y) {
        Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_MOVED, x, y, x, y, MouseButton.NONE, 0, false, false,
                false, false, false, false, false, false, false, false, null));
    }

    private static void save(Scene scene, Path file) throws Exception {
        TimeUnit.MILLISECONDS.sleep(600);
        var image = fx(() -> scene.snapshot(null));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            task.run();
            done.countDown();
        });
        done.await();
        return task.get();
    }
}
