package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FeedStatus;
import org.labreel.model.Loss;
import org.labreel.model.Session;
import org.labreel.picture.PixelFormat;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.DemoServer;
import org.labreel.serve.cpl.CplSettings;
import org.labreel.serve.cpl.SimulatedRecorder;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.kit.UnaskedOpener;
import org.labreel.ui.live.LiveSource;
import org.labreel.ui.live.RecordControl;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The console on a simulated remote recorder. */
@ExtendWith(ApplicationExtension.class)
class CplConsoleTest {
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    @TempDir
    private Path folder = Path.of("");
    @SuppressWarnings("NullAway.Init")
    private Console console;
    @SuppressWarnings("NullAway.Init")
    private Scene scene;
    @SuppressWarnings("NullAway.Init")
    private SimulatedRecorder recorder;

    private SimulatedRecorder recorder(int port) {
        return SimulatedRecorder.start(vertx, new SimulatedRecorder.Settings(
                new CplSettings(port, AllowedAddresses.THIS_COMPUTER, PixelFormat.RGB24, 5, 1), 160, 120, 15,
                Duration.ZERO, Duration.ZERO));
    }

    @BeforeEach
    void open(FxRobot robot) {
        recorder = recorder(0);
        Preferences first = Preferences.first(folder.resolve("recordings"));
        robot.interact(() -> {
            console = new Console(new MemoryPreferences(first), first, folder.resolve("settings.json"),
                    folder.resolve("cache"), notices::add, new UnaskedOpener(), DemoServer.Settings.DEFAULT,
                    List.of(recorder.address() + "?timeout=1"));
            scene = new Scene(console.shell().root(), 1280, 900);
            Themes.apply(scene, Preferences.Theme.DARK);
            // A scene in no window has no skins by itself, and what stands in a scroll pane is not found without.
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            console.live().activate();
        });
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(console::close);
        recorder.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private String text(String id) {
        return ((Label) scene.lookup("#" + id)).getText();
    }

    @Test
    void figuresRunAndSettingsBecomePartOfTheAddress(FxRobot robot) {
        until(robot, () -> text("cplRecorded").matches("[1-9]\\d* frames"));
        assertThat(scene.lookup("#cplCard").isVisible()).isTrue();
        assertThat(text("cplFrames")).startsWith("160x120 rgb24");
        assertThat(List.of("#voltsCard", "#picofaradsCard", "#temperaturesCard", "#overlayCard"))
                .as("what a camera never tells").noneMatch(each -> scene.lookup(each).isVisible());
        assertThat(text("cplState")).isEqualTo("Records");
        until(robot, () -> text("cplRate").matches("[1-9].* [kM]B/s"));

        Button apply = (Button) scene.lookup("#cplApply");
        assertThat(apply.isDisabled()).isTrue();
        robot.interact(() -> {
            ((ComboBox<?>) scene.lookup("#cplKept")).getSelectionModel().select(1);
            assertThat(apply.isDisabled()).isFalse();
            apply.fire();
        });
        until(robot, () -> console.live().model().address().endsWith("?format=png&timeout=1")
                && console.live().model().figures().shown() > 0);
        assertThat(notices).isEmpty();
    }

    @Test
    void sourceWhoseSettingsAreChangedKeepsItsPlaceBesideTheOthers(FxRobot robot) {
        until(robot, () -> text("cplRecorded").matches("[1-9]\\d* frames"));
        robot.interact(() -> {
            ((TextField) scene.lookup("#address")).setText(SourceChoice.DEMO);
            ((Button) scene.lookup("#addBeside")).fire();
        });
        until(robot, () -> shown().size() == 2 && shown().getLast().equals(SourceChoice.DEMO));
        robot.interact(() -> {
            ((ComboBox<?>) scene.lookup("#cplKept")).getSelectionModel().select(1);
            ((Button) scene.lookup("#cplApply")).fire();
        });
        until(robot, () -> shown().size() == 2 && shown().getFirst().contains("format=png"));
        assertThat(shown()).last().isEqualTo(SourceChoice.DEMO);
        assertThat(console.live().model().address()).as("what was selected stays so").contains("format=png");
    }

    private List<String> shown() {
        return console.live().shown().stream().map(LiveSource::address).toList();
    }

    @Test
    void recorderThatIsKilledWhileItIsRecordedComesBackAndLeavesAMarkedGap(FxRobot robot) throws Exception {
        until(robot, () -> text("cplRecorded").matches("[1-9]\\d* frames"));
        robot.interact(() -> console.live().record().start());
        until(robot, () -> console.live().record().status().frames() > 3);
        int port = Integer.parseInt(recorder.address().substring(recorder.address().lastIndexOf(':') + 1));
        recorder.close();
        until(robot, () -> console.live().model().status().state() != FeedStatus.State.CONNECTED);
        long framesBefore = console.live().record().status().frames();
        recorder = recorder(port);
        until(robot, () -> console.live().record().status().frames() > framesBefore + 3);
        Path session = console.live().record().folder().orElseThrow();
        robot.interact(() -> console.live().record().stop());
        until(robot, () -> console.live().record().phase() == RecordControl.Phase.IDLE);

        Session written = SessionFolder.open(session).session();
        assertThat(written.segments()).hasSize(1);
        assertThat(written.losses()).extracting(Loss::cause).contains(Loss.Cause.RECONNECT);
    }

    private static void until(FxRobot robot, BooleanSupplier so) {
        boolean[] now = new boolean[1];
        Patience.until(() -> {
            robot.interact(() -> now[0] = so.getAsBoolean());
            return now[0];
        });
    }
}
