package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.export.ClipReader;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.model.EventKind;
import org.labreel.model.Marker;
import org.labreel.model.Session;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From the live picture to a clip, by nothing but what an operator clicks and presses. */
@ExtendWith(ApplicationExtension.class)
class WholeThreadTest {
    private static final DemoServer.Settings SMALL = new DemoServer.Settings(0, 0, 320, 240, 15, 80);
    private static final int PATIENCE_SECONDS = 60;
    /** Belong to the machine, the toolkit or the test, and outlive a console. */
    private static final List<String> NOT_OURS = List.of("ForkJoinPool", "JavaFX", "QuantumRenderer", "Thread-",
            "Cleaner", "Common-Cleaner", "process reaper", "Prism", "pool-", "InvokeLaterDispatcher", "junit",
            "VirtualThread-", "Attach Listener", "globalEventExecutor", "Java2D", "Reference", "PulseTimer",
            "multiThreadIoEventLoopGroup", "JNA", "JavaCPP", "Headless Timer", "testfx");

    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final List<Path> shownInFolder = new CopyOnWriteArrayList<>();
    private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
    @TempDir
    private Path folder = Path.of("");
    @SuppressWarnings("NullAway.Init")
    private Console console;

    @Start
    void start(Stage stage) {
        Preferences first = Preferences.first(folder.resolve("recordings"));
        console = new Console(new MemoryPreferences(first), first, folder.resolve("settings.json"), notices::add,
                opener(), SMALL);
        Scene scene = new Scene(console.shell().root(), 980, 900);
        Themes.apply(scene, first.theme());
        stage.setScene(scene);
        stage.show();
        console.connect(SourceChoice.DEMO);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(console::close);
    }

    @Test
    void fromTheLivePictureToAClip(FxRobot robot) throws Exception {
        Path log = record(robot);
        FrameSpan range = browse(robot, log);
        Path clip = folder.resolve("droplets in one.mp4");
        export(robot, clip);

        clipHoldsTheRange(clip, log, range);
        sessionHoldsSegmentAndMarker(log);
        assertThat(notices).extracting(Notice::level).containsOnly(Notice.Level.INFO);
        robot.interact(console::close);
        nothingStays();
    }

    private record FrameSpan(int first, int last) {
    }

    private Path record(FxRobot robot) throws Exception {
        until("the demo's first frame", () -> console.live().attached() && console.live().model().figures().shown() > 0
                && console.live().model().board().isPresent()
                && console.live().model().state().at(EventKind.ELECTRODE_STATE).isPresent());
        robot.clickOn("#record");
        until("recording to begin", () -> text(robot, "#record").equals("Stop"));
        until("frames", () -> console.live().record().status().frames() > 36);
        robot.type(KeyCode.M);
        until("the marker's strip", () -> robot.lookup("#strip").query().isVisible());
        robot.push(KeyCode.SHIFT, KeyCode.M).write("Drops R and M meet", 0).type(KeyCode.ENTER);
        until("the strip to go", () -> !robot.lookup("#strip").query().isVisible());
        Path log = console.live().record().status().file().orElseThrow();
        robot.type(KeyCode.R);
        until("the segment to be saved", () -> told("Segment saved"));
        assertThat(text(robot, "#state")).isEqualTo("Not recording");
        return log;
    }

    /** False when the list was filled anew between the look for the row and the click on it. */
    private static boolean clicked(FxRobot robot, String text) {
        try {
            robot.clickOn(text);
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    private FrameSpan browse(FxRobot robot, Path log) throws Exception {
        robot.clickOn("#rail-browser");
        until("the recording in the list", () -> robot.lookup("segment-001.bin").tryQuery().isPresent());
        until("a click on it", () -> clicked(robot, "segment-001.bin"));
        until("the log to open",
                () -> console.review().browser().isShowing(log) && robot.lookup(".fact").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(frame(robot)).isZero();
        robot.clickOn("Drops R and M meet");
        assertThat(frame(robot)).as("frame of the marker").isGreaterThan(30);
        robot.type(KeyCode.HOME);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT);
        assertThat(frame(robot)).isEqualTo(2);
        robot.clickOn("#forwardButton").clickOn("#forwardButton").clickOn("#backButton");
        assertThat(frame(robot)).isEqualTo(3);
        robot.type(KeyCode.N);
        int first = frame(robot);
        assertThat(first).as("frame of the next electrode change").isGreaterThan(3);
        robot.type(KeyCode.I).type(KeyCode.PERIOD, 4).clickOn("#forwardButton").type(KeyCode.RIGHT, 4)
                .type(KeyCode.O);
        assertThat(frame(robot)).isEqualTo(first + 9);
        assertThat(text(robot, "#summary")).startsWith("10 frames");
        return new FrameSpan(first, first + 9);
    }

    private void export(FxRobot robot, Path clip) throws Exception {
        robot.type(KeyCode.E);
        until("the export sheet", () -> robot.lookup("#sheet #target").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#sheet #target").push(KeyCode.SHORTCUT, KeyCode.A).write(clip.toString(), 0);
        assertThat(robot.lookup("#sheet #target").queryAs(TextField.class).getText()).isEqualTo(clip.toString());
        robot.clickOn("#sheet #exportButton");
        until("the clip to be made", () -> robot.lookup("#sheet #done").query().isVisible());
        WaitForAsyncUtils.waitForFxEvents();
        for (String button : List.of("#openButton", "#folderButton", "#copyButton")) {
            assertThat(robot.lookup("#sheet " + button).queryAs(Labeled.class).isVisible()).as(button).isTrue();
        }
        robot.clickOn("#sheet #folderButton");
        assertThat(shownInFolder).containsExactly(clip);
        robot.clickOn("#sheet #closeButton");
        until("the sheet to go", () -> robot.lookup("#sheet").tryQuery().isEmpty());
    }

    private static void clipHoldsTheRange(Path clip, Path log, FrameSpan range) throws IOException {
        ClipReader read = ClipReader.read(clip);
        try (LogReader reader = LogReader.open(log)) {
            LogIndex index = reader.index();
            assertThat(index.damage()).isEmpty();
            assertThat(index.frames()).isGreaterThan(36);
            assertThat(read.ptsMicros()).hasSize(range.last() - range.first() + 1);
            for (int i = 0; i < read.ptsMicros().size(); i++) {
                long micros = TimeUnit.NANOSECONDS.toMicros(Duration.between(index.frameTime(range.first()),
                        index.frameTime(range.first() + i)).toNanos());
                assertThat(read.ptsMicros().get(i)).as("time of picture %d", i).isCloseTo(micros, within(1000L));
            }
        }
        assertThat(ClipReader.startsFast(clip)).isTrue();
    }

    private static void sessionHoldsSegmentAndMarker(Path log) throws IOException {
        Session session = SessionFolder.open(log.resolveSibling("")).session();
        assertThat(session.segments()).singleElement().satisfies(segment -> {
            assertThat(log).hasFileName(segment.file());
            assertThat(segment.bytes()).isEqualTo(Files.size(log));
        });
        assertThat(session.markers()).extracting(Marker::text).containsExactly("Drops R and M meet");
        assertThat(session.losses()).isEmpty();
        assertThat(session.boardDefinition()).isPresent();
    }

    private void nothingStays() throws Exception {
        until("threads to end", () -> ours().isEmpty());
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .noneMatch(name -> name.endsWith(".part") || name.equals(".recording"));
        }
    }

    /** Threads that the console started and did not end. */
    private List<String> ours() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> !before.contains(thread))
                .map(Thread::getName).filter(name -> NOT_OURS.stream().noneMatch(name::startsWith)).toList();
    }

    private boolean told(String title) {
        return notices.stream().anyMatch(notice -> notice.title().equals(title));
    }

    private static int frame(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return Integer.parseInt(robot.lookup("#frameField").queryAs(TextField.class).getText());
    }

    private static String text(FxRobot robot, String query) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private void until(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for " + what + "; notices " + notices + ", threads " + ours(), e);
        }
    }

    private Opener opener() {
        return new Opener() {
            @Override
            public void open(Path file) {
                throw new AssertionError("nobody asked to open " + file);
            }

            @Override
            public void showInFolder(Path file) {
                shownInFolder.add(file);
            }
        };
    }
}
