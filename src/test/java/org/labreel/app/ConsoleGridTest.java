package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.labreel.feed.FeedStatus;
import org.labreel.model.Loss;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.UnaskedOpener;
import org.labreel.ui.live.LiveSource;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Two sources in the whole console: added by hand, recorded together, one killed and restarted meanwhile. */
@ExtendWith(ApplicationExtension.class)
class ConsoleGridTest {
    private static final DemoServer.Settings SMALL = new DemoServer.Settings(0, 0, 320, 240, 10, 80);

    private final Vertx vertx = Vertx.vertx();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    @TempDir
    private Path folder = Path.of("");
    private DemoServer second = DemoServer.start(vertx, SMALL);
    @SuppressWarnings("NullAway.Init")
    private MemoryPreferences preferences;
    @SuppressWarnings("NullAway.Init")
    private Console console;

    private void open(FxRobot robot) {
        Preferences first = Preferences.first(folder.resolve("recordings"));
        preferences = new MemoryPreferences(first);
        robot.interact(() -> console = new Console(preferences, first, folder.resolve("settings.json"),
                folder.resolve("cache"), notices::add, new UnaskedOpener(), SMALL, List.of(SourceChoice.DEMO)));
        robot.interact(() -> {
            Scene scene = new Scene(console.shell().root(), 980, 700);
            Themes.apply(scene, Preferences.Theme.DARK);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(console::close);
        second.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private boolean framesOfAll(int sources) {
        return console.live().shown().size() == sources && console.live().shown().stream()
                .allMatch(each -> each.model().figures().frameAge().filter(age -> age.toMillis() < 1000).isPresent());
    }

    @Test
    void secondSourceIsAddedAndRecordedBesideTheFirstAndItsAbsenceIsMarkedInItsLane(FxRobot robot) throws Exception {
        open(robot);
        until(() -> framesOfAll(1));
        String address = second.feed() + "?rpc=" + second.rpc().getPort();
        robot.interact(() -> robot.lookup("#address").queryAs(TextField.class).setText(address));
        robot.clickOn("#addBeside");
        until(() -> framesOfAll(2));
        assertThat(preferences.get().sources().shown()).hasSize(2).startsWith(SourceChoice.DEMO);

        robot.type(KeyCode.R);
        until(() -> console.doings().recording().isPresent());
        int port = second.feed().getPort();
        int rpc = second.rpc().getPort();
        second.close();
        until(() -> robot.lookup(".tile-head .label").queryAll().stream()
                .anyMatch(label -> ((Labeled) label).getText().startsWith("not reachable")));
        second = DemoServer.start(vertx, new DemoServer.Settings(port, rpc, 320, 240, 10, 80));
        LiveSource lost = console.live().shown().getLast();
        until(() -> lost.model().status().state() == FeedStatus.State.CONNECTED);
        long before = lost.recorder().status().frames();
        until(() -> lost.recorder().status().frames() > before);
        robot.type(KeyCode.R);
        until(() -> console.doings().recording().isEmpty());

        Path into = console.live().record().folder().orElseThrow();
        Session session = SessionFolder.open(into).session();
        assertThat(session.segments()).extracting(Segment::source).containsExactlyInAnyOrder("demo",
                second.feed() + "?rpc=" + rpc);
        assertThat(session.segments()).allSatisfy(each -> {
            assertThat(each.received()).isEqualTo(each.written() + each.lost()).isPositive();
            assertThat(into.resolve(each.file())).isNotEmptyFile();
        });
        assertThat(session.losses()).anySatisfy(loss -> {
            assertThat(loss.cause()).isEqualTo(Loss.Cause.RECONNECT);
            assertThat(loss.source()).startsWith(second.feed().toString());
        });
        assertThat(session.cameras()).hasSize(2);
    }
}
