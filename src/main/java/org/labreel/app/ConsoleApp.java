package org.labreel.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.WindowPlace;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.kit.WindowNotices;
import org.labreel.ui.session.SessionBadge;

/** The console in a window. The parameter {@code --source=ADDRESS} chooses what it opens; else the last source. */
public final class ConsoleApp extends Application {
    private @Nullable Console console;
    private @Nullable PreferencesHolder preferences;
    private @Nullable Stage window;
    /** Held while this window is open. */
    private @Nullable CompletableFuture<AutoCloseable> other;

    /**
     * Opens the window and returns when it is closed.
     *
     * @param rehearsalSeconds
     *            0, or how long the build lets it run
     */
    static int open(Optional<String> source, int rehearsalSeconds) {
        List<String> parameters = new ArrayList<>();
        source.ifPresent(address -> parameters.add("--source=" + address));
        if (rehearsalSeconds > 0) {
            parameters.add("--rehearse=" + rehearsalSeconds);
        }
        launch(ConsoleApp.class, parameters.toArray(String[]::new));
        return 0;
    }

    @Override
    public void start(Stage stage) {
        window = stage;
        PreferencesFile file = preferencesFile();
        preferences = file;
        // Before the first control is made: it would load JavaFX's own style sheet, which nothing here follows.
        Themes.use(file.get().theme());
        WindowNotices notices = new WindowNotices();
        List<String> first = Optional.ofNullable(getParameters().getNamed().get("source")).map(List::of)
                .orElseGet(file.get()::firstSources);
        Path cache = ConfigurationFolder.cache(System.getProperty("os.name", ""), System.getenv(),
                Path.of(System.getProperty("user.home", ".")));
        Console made = new Console(file, firstPreferences(), file.file(), cache, notices,
                new DesktopOpener(getHostServices()), DemoServer.Settings.DEFAULT, first);
        console = made;
        made.shell().showNotices(notices.layer());
        Runtime.getRuntime().addShutdownHook(new Thread(made::completeRecordings, "complete recordings"));
        Scene scene = new Scene(made.shell().root());
        Themes.apply(scene, file.get().theme());
        stage.setScene(scene);
        stage.setTitle("Labreel");
        stage.setMinWidth(900);
        stage.setMinHeight(620);
        WindowPlacing.apply(stage, WindowPlacing.reachable(file.get().window(),
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList()));
        stage.setOnCloseRequest(this::closing);
        stage.show();
        lookAround(file.get().recordings(), notices);
        file.notice().ifPresent(text -> notices.warning("Settings", text));
        Optional.ofNullable(getParameters().getNamed().get("rehearse"))
                .ifPresent(seconds -> new Rehearsal(made.shell(), stage, Integer.parseInt(seconds)).begin());
    }

    /** What takes the disk, and need not be known for the window to show. */
    private void lookAround(Path recordings, WindowNotices notices) {
        CompletableFuture<AutoCloseable> told = new CompletableFuture<>();
        other = told;
        Thread.ofVirtual().name("look around").start(() -> {
            told.complete(OtherWindow.tell(ConfigurationFolder.ofThisUser(), recordings, notices));
            LeftClips.clear(notices);
        });
    }

    private static PreferencesFile preferencesFile() {
        return new PreferencesFile(ConfigurationFolder.ofThisUser(), firstPreferences(), InstantSource.system());
    }

    private static Preferences firstPreferences() {
        return Preferences.first(ConfigurationFolder.recordings(Path.of(System.getProperty("user.home"))));
    }

    private void closing(WindowEvent event) {
        Console now = console;
        Stage stage = window;
        if (now == null || stage == null) {
            return;
        }
        Optional<String> recording = now.doings().recording();
        if (recording.isPresent() && !stopAgreed(stage, recording.get())) {
            event.consume();
            return;
        }
        Optional<SessionBadge> session = now.doings().session();
        if (session.isPresent() && !endAgreed(stage, session.get())) {
            event.consume();
            return;
        }
        long exports = now.doings().exports();
        if (exports > 0 && !cancelAgreed(stage, exports)) {
            event.consume();
            return;
        }
        if (preferences != null) {
            WindowPlace place = WindowPlacing.of(stage, preferences.get().window());
            preferences.update(p -> p.withWindow(place));
        }
    }

    private boolean stopAgreed(Stage stage, String what) {
        return agreed(stage, "A recording runs: " + what,
                "The segment is completed and saved before the window closes.", "Stop and close", "Keep recording");
    }

    private boolean endAgreed(Stage stage, SessionBadge session) {
        return session.recording()
                ? agreed(stage, "A session is being recorded", session.text()
                        + ". Closing completes its segments and stops it; what its schedule still wants goes on when "
                        + "Labreel runs again.", "Stop and close", "Keep recording")
                : agreed(stage, "A session is armed", session.text()
                        + ". Closing disarms it; nothing that was recorded is touched.", "Disarm and close",
                        "Stay armed");
    }

    private boolean cancelAgreed(Stage stage, long exports) {
        return agreed(stage, exports == 1 ? "A clip is being made" : exports + " clips are being made or wait",
                "Closing cancels them: nothing half made is left behind, and the logs are unchanged.",
                exports == 1 ? "Cancel the export and close" : "Cancel the exports and close", "Keep exporting");
    }

    private boolean agreed(Stage stage, String head, String text, String doIt, String leaveIt) {
        ButtonType yes = new ButtonType(doIt, ButtonBar.ButtonData.OK_DONE);
        ButtonType no = new ButtonType(leaveIt, ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert question = new Alert(Alert.AlertType.CONFIRMATION, text, yes, no);
        question.initOwner(stage);
        question.setTitle("Labreel");
        question.setHeaderText(head);
        if (preferences != null) {
            Themes.dress(question.getDialogPane(), preferences.get().theme());
        }
        return question.showAndWait().filter(yes::equals).isPresent();
    }

    @Override
    public void stop() throws Exception {
        if (console != null) {
            console.close();
        }
        if (other != null) {
            // What is not known yet ends with the program.
            other.getNow(() -> {
            }).close();
        }
    }
}
