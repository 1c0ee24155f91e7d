package org.labreel.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.EventTimes;
import org.labreel.ui.timeline.FrameClock;
import org.labreel.ui.timeline.GrowingSignal;
import org.labreel.ui.timeline.GrowingTimes;
import org.labreel.ui.timeline.SignalTrack;
import org.labreel.ui.timeline.TimeSpan;
import org.labreel.ui.timeline.Timeline;
import org.labreel.ui.timeline.TimelineContent;
import org.labreel.ui.timeline.TimelineModel;
import org.labreel.ui.timeline.TimelineSignal;

/**
 * The timeline of 1,000,000 events in 24 hours, zoomed and panned without a pause, against a canvas on which every
 * event in the window is a stroke.
 */
final class TimelineBench {
    private static final int EACH = 125_000;
    private static final int SIGNALS = 6;
    private static final long START = EpochNanos.of(Instant.parse("2026-03-01T00:00:00Z"));
    private static final long DAY = TimeUnit.DAYS.toNanos(1);
    private static final int HEIGHT = 360;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 4;

    private TimelineBench() {
    }

    static void run() throws Exception {
        Screen.start();
        TimelineContent content = day();
        for (int width : new int[]{1280, 2560}) {
            double[][] ours = new double[2][ROUNDS];
            double[][] theirs = new double[2][ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                double[] one = ours(content, width);
                double[] other = strokes(content, width);
                // The first round warms up.
                for (int i = 0; i < 2 && round >= 0; i++) {
                    ours[i][round] = one[i];
                    theirs[i][round] = other[i];
                }
            }
            print(width, ours, theirs);
        }
    }

    private static void print(int width, double[][] ours, double[][] theirs) {
        double cpu = Duel.median(ours[1]);
        double other = Duel.median(theirs[1]);
        System.out.printf(Locale.ROOT, "timeline, 1,000,000 events in 24 h, %d px (60 redraws a second): Labreel %.1f "
                + "redraws a second, %.1f ms of processor each;  a stroke an event on a canvas %.2f, %.0f ms;  ratio "
                + "%.0f%n", width, Duel.median(ours[0]), cpu, Duel.median(theirs[0]), other, other / cpu);
    }

    /** An eighth each are frames and electrode changes, the rest readings of six signals. */
    private static TimelineContent day() {
        Random random = new Random(1);
        GrowingTimes frames = new GrowingTimes();
        GrowingTimes changes = new GrowingTimes();
        GrowingSignal[] signals = new GrowingSignal[SIGNALS];
        for (int s = 0; s < SIGNALS; s++) {
            signals[s] = new GrowingSignal();
        }
        for (int i = 0; i < EACH; i++) {
            long at = START + DAY / EACH * i;
            frames.add(at);
            changes.add(at + random.nextLong(DAY / EACH));
            for (int s = 0; s < SIGNALS; s++) {
                signals[s].add(at, (float) (50 + 30 * Math.sin(i / 5e3 + s) + random.nextGaussian()));
            }
        }
        TimeSpan whole = new TimeSpan(START, START + DAY);
        return TimelineContent.of("day", START, whole, FrameClock.of(frames.snapshot())).withTracks(changes.snapshot(),
                IntStream.range(0, SIGNALS).mapToObj(s -> TimelineSignal.of("signal-" + s,
                        "Signal " + s, "V", 1, signals[s].snapshot())).toList());
    }

    private static double[] ours(TimelineContent content, int width) throws Exception {
        TimelineModel model = new TimelineModel(ZoneId.of("UTC"));
        Set<String> all = content.signals().stream().map(TimelineSignal::id).collect(Collectors.toSet());
        Timeline timeline = Screen.fx(() -> {
            model.shownProperty().set(all);
            model.contentProperty().set(content);
            return new Timeline(model);
        });
        return measure(new StackPane(timeline), width, step -> model.show(window(step)));
    }

    private static double[] strokes(TimelineContent content, int width) throws Exception {
        Canvas canvas = new Canvas(width, HEIGHT);
        return measure(new Pane(canvas), width, step -> stroke(canvas, content, window(step)));
    }

    /** Between the whole day and the most of it, and back. */
    private static TimeSpan window(long step) {
        double part = 0.75 + 0.25 * Math.cos(step / 30.0);
        long start = START + Math.round((1 - part) * DAY * (0.5 + 0.5 * Math.sin(step / 17.0)));
        return new TimeSpan(start, start + Math.round(part * DAY));
    }

    /** Redraws a second, and milliseconds of processor for each. */
    private static double[] measure(Parent root, int width, LongConsumer step) throws Exception {
        Stage stage = Screen.fx(() -> {
            Stage made = new Stage();
            Scene scene = new Scene(root, width, HEIGHT);
            Themes.apply(scene, Theme.DARK);
            made.setScene(scene);
            made.show();
            return made;
        });
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Counter counter = new Counter(step);
        Screen.fx(() -> {
            counter.start();
            return true;
        });
        TimeUnit.SECONDS.sleep(1);
        long before = counter.steps.get();
        long cpu = system.getProcessCpuTime();
        long from = System.nanoTime();
        TimeUnit.SECONDS.sleep(SECONDS);
        // On the JavaFX thread: a redraw that was begun is counted when it has ended.
        long steps = Screen.fx(() -> {
            counter.stop();
            return counter.steps.get();
        }) - before;
        double seconds = (System.nanoTime() - from) / 1e9;
        double perStep = (system.getProcessCpuTime() - cpu) / 1e6 / Math.max(1, steps);
        Screen.fx(() -> {
            stage.close();
            return true;
        });
        return new double[]{steps / seconds, perStep};
    }

    private static void stroke(Canvas canvas, TimelineContent content, TimeSpan window) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        double perNano = canvas.getWidth() / window.lengthNanos();
        ticks(g, content.frames().times(), window, perNano, 20);
        ticks(g, content.changes(), window, perNano, 40);
        for (int s = 0; s < content.signals().size(); s++) {
            SignalTrack track = content.signals().get(s).track();
            g.setStroke(Color.DODGERBLUE);
            double x = 0;
            double y = 0;
            for (int i = track.times().firstFrom(window.startNanos()); i <= track.times()
                    .lastUntil(window.endNanos()); i++) {
                double nextX = (track.times().at(i) - window.startNanos()) * perNano;
                double nextY = 70 + 48 * s + 40 * (1 - track.value(i) / 100);
                g.strokeLine(x, y, nextX, nextY);
                x = nextX;
                y = nextY;
            }
        }
    }

    private static void ticks(GraphicsContext g, EventTimes times, TimeSpan window, double perNano, double top) {
        g.setStroke(Color.SEAGREEN);
        for (int i = times.firstFrom(window.startNanos()); i <= times.lastUntil(window.endNanos()); i++) {
            double x = (times.at(i) - window.startNanos()) * perNano;
            g.strokeLine(x, top, x, top + 14);
        }
    }

    /** Asks for another redraw at every pulse. */
    private static final class Counter extends AnimationTimer {
        private final LongConsumer step;
        private final AtomicLong steps = new AtomicLong();

        Counter(LongConsumer step) {
            this.step = step;
        }

        @Override
        public void handle(long now) {
            step.accept(steps.get());
            steps.incrementAndGet();
        }
    }
}
