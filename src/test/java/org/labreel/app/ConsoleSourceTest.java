package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ButtonBase;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.labreel.model.Session;
import org.labreel.archive.SessionFolder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.UnaskedOpener;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Sources that open while others are asked for, and while the console closes. */
@ExtendWith(ApplicationExtension.class)
class ConsoleSourceTest {
    private static final DemoServer.Settings SMALL = new DemoServer.Settings(0, 0, 320, 240, 15, 80);
    private static final String NOBODY = "ws://127.0.0.1:9";
    private static final String DEMO_THREAD = "demo camera";

    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
    @TempDir
    private Path folder = Path.of("");
    @SuppressWarnings("NullAway.Init")
    private Console console;

    private void open(FxRobot robot, Optional<String> source) {
        Preferences first = Preferences.first(folder.resolve("recordings"));
        robot.interact(() -> console = new Console(new MemoryPreferences(first), first,
                folder.resolve("settings.json"), folder.resolve("cache"), notices::add, new UnaskedOpener(), SMALL,
                source.map(List::of).orElse(List.of())));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(console::close);
    }

    @Test
    void sourceOfTheStartIsShown(FxRobot robot) throws Exception {
        open(robot, Optional.of(SourceChoice.DEMO));

        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                () -> console.live().attached() && console.live().model().state().imageTransform().isPresent()
                        && console.live().model().board().isPresent());
        assertThat(notices).isEmpty();
    }

    @Test
    void newestSourceAskedForIsShownWhicheverOpensFirst(FxRobot robot) throws Exception {
        open(robot, Optional.empty());
        List<CompletionStage<Void>> opening = new CopyOnWriteArrayList<>();
        robot.interact(() -> {
            // The demo takes longer than the address of nobody.
            opening.add(console.connect(SourceChoice.DEMO));
            opening.add(console.connect(NOBODY));
        });
        for (CompletionStage<Void> each : opening) {
            each.toCompletableFuture().get(60, TimeUnit.SECONDS);
        }
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(console.live().model().address()).contains("127.0.0.1:9");
        // What opened too late has gone again.
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !demoRuns());
        assertThat(notices).isEmpty();
    }

    @Test
    void closingWhileASourceOpensLeavesNothingBehind(FxRobot robot) throws Exception {
        open(robot, Optional.of(SourceChoice.DEMO));
        robot.interact(console::close);

        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !demoRuns());
        assertThat(notices).isEmpty();
    }

    @Test
    void recordingIsCompletedWhenTheSystemEndsTheProgram(FxRobot robot) throws Exception {
        open(robot, Optional.of(SourceChoice.DEMO));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                () -> console.live().attached() && console.live().model().state().imageTransform().isPresent());
        robot.interact(() -> console.live().root().lookupAll("#record").forEach(each -> ((ButtonBase) each).fire()));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> console.doings().recording().isPresent());

        console.completeRecordings();

        try (Stream<Path> sessions = Files.list(folder.resolve("recordings"))) {
            Session session = SessionFolder
                    .open(sessions.filter(each -> !each.getFileName().toString().startsWith(".")).findFirst()
                            .orElseThrow())
                    .session();
            assertThat(session.state()).isEqualTo(Session.State.STOPPED);
            assertThat(session.segments()).hasSize(1).allMatch(segment -> segment.end().isPresent());
        }
    }

    private boolean demoRuns() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> !before.contains(thread))
                .anyMatch(thread -> thread.getName().equals(DEMO_THREAD));
    }
}
