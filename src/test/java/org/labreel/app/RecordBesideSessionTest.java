package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.archive.SessionFolder;
import org.labreel.log.LogReader;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.serve.DemoServer;
import org.labreel.session.SessionEngine;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.kit.UnaskedOpener;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The operator presses Record on the live page while a session records the same camera. */
@ExtendWith(ApplicationExtension.class)
class RecordBesideSessionTest {
    @TempDir
    private Path folder;
    @SuppressWarnings("NullAway.Init")
    private Console console;

    private void open(FxRobot robot) {
        Preferences first = Preferences.first(folder.resolve("recordings"));
        robot.interact(() -> {
            console = new Console(new MemoryPreferences(first), first, folder.resolve("settings.json"),
                    folder.resolve("cache"), _ -> {
                    }, new UnaskedOpener(), new DemoServer.Settings(0, 0, 160, 120, 20, 80),
                    List.of(SourceChoice.DEMO));
            Scene scene = new Scene(console.shell().root(), 1280, 800);
            Themes.apply(scene, Preferences.Theme.DARK);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(console::close);
    }

    @Test
    void bothAreCompleteAndNeitherKnowsOfTheOther(FxRobot robot) throws Exception {
        open(robot);
        SessionEngine engine = console.sessions().local().engine().join();
        Patience.until(() -> !engine.rig().feeds().isEmpty());
        Session.Camera demo = engine.cameras().join().getFirst().camera();
        UUID id = engine.create("planned", Session.Plan.NONE.withCameras(List.of(demo))).join().session().id();
        engine.change(id, Session.State.STARTED).join();
        more(engine, id, 10);
        Patience.until(() -> console.live().shown().size() == 1 && console.live().shown().stream()
                .allMatch(each -> each.model().figures().frameAge().isPresent()));
        robot.type(KeyCode.R);
        Patience.until(() -> console.doings().recording().isPresent());
        more(engine, id, 30);
        robot.type(KeyCode.R);
        Patience.until(() -> console.doings().recording().isEmpty());
        assertThat(engine.session(id).orElseThrow().session().state()).as("goes on").isEqualTo(Session.State.STARTED);
        more(engine, id, 20);
        engine.change(id, Session.State.STOPPED).join();

        Path byHand = console.live().record().folder().orElseThrow();
        Path planned = engine.folder(id).orElseThrow();
        assertThat(byHand).isNotEqualTo(planned).hasParent(planned.getParent());
        Set<Instant> ours = times(byHand);
        Set<Instant> theirs = times(planned);
        assertThat(theirs).hasSizeGreaterThanOrEqualTo(60);
        Set<Instant> both = new HashSet<>(ours);
        both.retainAll(theirs);
        assertThat(both).as("frames of the same stretch are in both").hasSizeGreaterThan(20);
    }

    /** Waits until the session has so many frames more. */
    private static void more(SessionEngine engine, UUID id, long wanted) {
        long before = recorded(engine, id);
        Patience.until(() -> recorded(engine, id) >= before + wanted);
    }

    private static long recorded(SessionEngine engine, UUID id) {
        return engine.session(id).orElseThrow().cameras().getFirst().frames();
    }

    /** When each frame of the only segment was taken; its accounts must be whole. */
    private static Set<Instant> times(Path session) throws Exception {
        List<Segment> segments = SessionFolder.open(session).session().segments();
        assertThat(segments).singleElement().satisfies(each -> {
            assertThat(each.end()).isPresent();
            assertThat(each.lost()).isZero();
            assertThat(each.received()).isEqualTo(each.written() + each.repeated()).isPositive();
        });
        try (LogReader log = LogReader.open(session.resolve(segments.getFirst().file()))) {
            assertThat(log.index().damage()).isEmpty();
            Set<Instant> times = new HashSet<>();
            IntStream.range(0, log.index().frames())
                    .forEach(each -> times.add(log.index().time(log.index().recordOfFrame(each))));
            assertThat(times).hasSize((int) segments.getFirst().frames());
            return times;
        }
    }
}
