package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Session;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The console's page at work on another program, which dies in the middle of a session and comes back. */
@ExtendWith(ApplicationExtension.class)
class RemoteSessionsTest {
    private static final String FREE_PORT = "0";

    @TempDir
    private Path folder;
    private Optional<Process> other = Optional.empty();
    @SuppressWarnings("NullAway.Init")
    private Console console;
    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    /** Starts the other program, and gives its endpoint once it can be called. */
    private URI serve(String port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        Optional.ofNullable(System.getProperty("jdk.module.path")).ifPresent(path -> command.addAll(
                List.of("--module-path", path, "--add-modules", "ALL-MODULE-PATH")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "serve", "--root",
                recordings().toString(), "--port", port));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        other = Optional.of(process);
        BufferedReader out = process.inputReader();
        StringBuilder said = new StringBuilder();
        String line = out.readLine();
        while (line != null && !line.startsWith("Sessions: ")) {
            said.append(line).append('\n');
            line = out.readLine();
        }
        assertThat(line).as("the other program said: %s", said).isNotNull();
        // It must be able to go on talking.
        Thread.startVirtualThread(() -> out.lines().forEach(_ -> {
        }));
        return URI.create(String.valueOf(line).substring("Sessions: ".length()));
    }

    private Path recordings() {
        return folder.resolve("theirs");
    }

    private void kill() throws InterruptedException {
        if (other.isPresent()) {
            other.get().destroyForcibly().waitFor();
        }
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        robot.interact(console::close);
        kill();
    }

    private void open(FxRobot robot) {
        Preferences first = Preferences.first(folder.resolve("ours"));
        robot.interact(() -> {
            console = new Console(new MemoryPreferences(first), first, folder.resolve("settings.json"), _ -> {
            }, new NoOpener(), new DemoServer.Settings(0, 0, 160, 120, 10, 80));
            scene = new Scene(console.shell().root(), 1280, 800);
            Themes.apply(scene, Theme.DARK);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            console.shell().select("sessions");
        });
    }

    private <N extends Node> N node(String id, Class<N> kind) {
        return kind.cast(scene.getRoot().lookup("#" + id));
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> node(id, ButtonBase.class).fire());
    }

    private boolean enabled(String id) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, () -> !node(id, Button.class).isDisabled());
    }

    private boolean shown(String id) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, () -> node(id, Node.class).isVisible());
    }

    private String text(String id) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, () -> node(id, Labeled.class).getText());
    }

    private void write(FxRobot robot, String id, String text) {
        robot.interact(() -> {
            TextInputControl field = node(id, TextInputControl.class);
            field.requestFocus();
            field.setText(text);
        });
    }

    private Optional<Session> theirs() {
        try (Stream<Path> folders = Files.list(recordings())) {
            Optional<Path> one = folders.filter(each -> Files.exists(each.resolve("session.json"))).findFirst();
            return one.isEmpty() ? Optional.empty() : Optional.of(SessionFolder.open(one.get()).session());
        } catch (IOException _) {
            // It is not there yet.
            return Optional.empty();
        }
    }

    @Test
    void programThatDiesInMidSessionIsShownAsLostAndItsSessionIsRecoveredWhenItIsBack(FxRobot robot) throws Exception {
        URI endpoint = serve(FREE_PORT);
        open(robot);
        press(robot, "elsewhere");
        write(robot, "url", endpoint.toString());
        press(robot, "connectButton");
        Patience.until(() -> text("words").startsWith("Connected to") && enabled("create"));

        press(robot, "create");
        Patience.until(() -> theirs().isPresent() && shown("form") && enabled("arm"));
        write(robot, "name", "Remote merge");
        write(robot, "maxTime", "10 min");
        robot.interact(() -> scene.getRoot().requestFocus());
        Patience.until(() -> theirs().filter(session -> session.name().equals("Remote merge")
                && session.limits().maxTimeSeconds() == 600).isPresent());
        assertThat(theirs().orElseThrow().cameras()).as("the demo over there").hasSize(1);

        press(robot, "arm");
        Patience.until(() -> text("state").equals("Standby") && enabled("start"));
        press(robot, "start");
        Patience.until(() -> text("state").equals("Recording"));
        Patience.until(() -> theirs().filter(session -> session.state() == Session.State.STARTED).isPresent());

        kill();
        Patience.until(() -> text("state").equals("Out of reach"));
        assertThat(text("words")).contains("trying again");
        assertThat(text("title")).as("what was last known stays").isEqualTo("Remote merge");
        assertThat(enabled("stop")).isFalse();

        assertThat(serve(String.valueOf(endpoint.getPort()))).isEqualTo(endpoint);
        Patience.until(() -> text("words").startsWith("Connected to") && text("state").equals("Stopped"));
        Patience.until(() -> theirs().filter(session -> session.journal().stream()
                .anyMatch(entry -> entry.text().contains("ended unexpectedly"))).isPresent());
        Patience.until(() -> enabled("arm"));
    }
}
