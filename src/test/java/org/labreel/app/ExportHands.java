package org.labreel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;

/**
 * Makes clips on the export sheet as an operator would, to be played and looked at: one range, three ranges, a crop,
 * ten times as fast with time and scale bar, a target size, one that is cancelled half-way, one for which the disk has
 * no room. Arguments are a log, a board file, a target folder and a folder on a nearly full disk.
 */
public final class ExportHands {
    private final Path target;
    private final Path full;
    private final Console console;
    private final Scene scene;
    private final TourScreen screen;

    private ExportHands(Path log, Path board, Path target, Path full) throws IOException {
        this.target = Files.createDirectories(target);
        this.full = full;
        Path copy = Files.copy(log, target.resolve("mixing.bin"));
        Preferences first = Preferences.first(target).withTheme(Theme.DARK);
        MemoryPreferences preferences = new MemoryPreferences(first);
        this.console = TourScreen.fx(() -> new Console(preferences, first, target.resolve("settings.json"), _ -> {
        }, new NoOpener(), DemoServer.Settings.DEFAULT));
        this.scene = TourScreen.fx(() -> new Scene(console.shell().root(), 1280, 800));
        TourScreen.fx(() -> {
            Themes.apply(scene, Theme.DARK);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            console.shell().select("browser");
            console.review().browser().open(copy);
            return true;
        });
        this.screen = new TourScreen(scene, target);
        TourScreen.until("the log", () -> console.review().browser().isShowing(copy));
        TourScreen.fx(() -> {
            console.review().browser().useBoard(board);
            return true;
        });
        TourScreen.watch(0.5);
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> {
        });
        Platform.setImplicitExit(false);
        try {
            new ExportHands(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3])).run();
        } finally {
            Platform.exit();
        }
    }

    private void run() throws IOException {
        screen.keys(KeyCode.HOME, KeyCode.N, KeyCode.I, KeyCode.N, KeyCode.N, KeyCode.O);
        offer("one");
        made("one");
        leave();
        for (int i = 0; i < 3; i++) {
            screen.keys(KeyCode.N, KeyCode.I, KeyCode.N, KeyCode.O);
            screen.press("keepButton");
            TourScreen.watch(0.3);
            screen.keys(KeyCode.ESCAPE);
        }
        TourScreen.watch(0.3);
        offer("three");
        TourScreen.fx(() -> {
            scene.getRoot().lookupAll("#sheet .export-range .check-box").stream().map(CheckBox.class::cast)
                    .forEach(box -> box.setSelected(!box.getText().equals("In to Out")));
            return true;
        });
        set("#apart", RadioButton.class, button -> button.setSelected(true));
        made("three");
        set("#joined", RadioButton.class, button -> button.setSelected(true));
        screen.keys(KeyCode.ESCAPE);
        screen.press("clear");
        offer("crop");
        set("#frameSight", ToggleButton.class, button -> button.setSelected(true));
        TourScreen.watch(0.7);
        set("#aspect", ComboBox.class, box -> last(box.getSelectionModel()));
        TourScreen.watch(0.7);
        made("crop");
        offer("fast");
        set("#speed", ComboBox.class, box -> box.getEditor().setText("10"));
        set("#time", CheckBox.class, box -> box.setSelected(true));
        set("#scale", CheckBox.class, box -> box.setSelected(true));
        set("#millimetres", TextField.class, field -> field.setText("2.5"));
        made("fast");
        offer("five");
        set("#speed", ComboBox.class, box -> box.getEditor().setText("1"));
        set("#megabytes", TextField.class, field -> field.setText("5"));
        made("five");
        offer("cancelled");
        screen.press("sheet #exportButton");
        TourScreen.watch(1.5);
        screen.picture("cancelled-running");
        TourScreen.fx(() -> {
            console.exports().cancelAll();
            return true;
        });
        ended("cancelled");
        offer("full");
        set("#target", TextField.class, field -> field.setText(full.resolve("full.mp4").toString()));
        made("full");
        TourScreen.fx(() -> {
            console.close();
            return true;
        });
    }

    private static void last(SelectionModel<?> model) {
        model.selectLast();
    }

    private void leave() {
        TourScreen.fx(() -> {
            console.review().browser().dismiss();
            return true;
        });
        TourScreen.watch(0.8);
    }

    private void offer(String name) {
        leave();
        screen.keys(KeyCode.E);
        TourScreen.watch(0.8);
        set("#target", TextField.class, field -> field.setText(target.resolve(name + ".mp4").toString()));
    }

    private void made(String name) throws IOException {
        TourScreen.watch(1);
        screen.picture(name + "-sheet");
        screen.press("sheet #exportButton");
        TourScreen.watch(0.3);
        ended(name);
    }

    private void ended(String name) throws IOException {
        TourScreen.until(name, () -> console.doings().exports() == 0);
        TourScreen.watch(0.7);
        screen.picture(name + "-queue");
    }

    private <T> void set(String id, Class<T> type, Consumer<T> change) {
        TourScreen.fx(() -> {
            Node node = Optional.ofNullable(scene.getRoot().lookup("#sheet " + id)).or(() -> inScroll(id))
                    .orElseThrow(() -> new IllegalStateException("nothing is called " + id));
            change.accept(type.cast(node));
            return true;
        });
    }

    private Optional<Node> inScroll(String id) {
        return Optional.ofNullable(scene.getRoot().lookup("#sheet #formPlace"))
                .map(pane -> ((Parent) ((ScrollPane) pane).getContent()).lookup(id));
    }
}
