package org.labreel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;

/** Makes pictures of the export sheet, to be looked at: arguments are a log, a board file, a target folder. */
public final class ExportShots {
    private final Path log;
    private final Path board;
    private final Path target;

    private ExportShots(String[] args) {
        log = Path.of(args[0]);
        board = Path.of(args[1]);
        target = Path.of(args[2]);
    }

    public static void main(String[] args) throws Exception {
        ExportShots shots = new ExportShots(args);
        Studio.open(args[2], _ -> {
            for (Theme theme : Theme.values()) {
                shots.run(theme, 1280, 800);
                shots.run(theme, 2560, 1440);
            }
        });
    }

    private void run(Theme theme, int width, int height) throws IOException {
        Path home = Files.createTempDirectory("export-shots");
        Path copy = Files.copy(log, home.resolve("mixing.bin"));
        Preferences first = Preferences.first(home).withTheme(theme);
        MemoryPreferences preferences = new MemoryPreferences(first);
        Console console = TourScreen.fx(() -> new Console(preferences, first, home.resolve("settings.json"), _ -> {
        }, new NoOpener(), DemoServer.Settings.DEFAULT));
        Studio studio = new Studio(target, console.shell()::root, theme, width, height);
        Scene scene = studio.scene();
        Studio.act(() -> {
            console.shell().select("browser");
            console.review().browser().open(copy);
        });
        String name = Studio.name(theme) + "-" + width;
        TourScreen screen = studio.screen();
        TourScreen.until("the log", () -> console.review().browser().isShowing(copy));
        Studio.act(() -> console.review().browser().useBoard(board));
        TourScreen.watch(0.5);
        screen.keys(KeyCode.N, KeyCode.I, KeyCode.N, KeyCode.N, KeyCode.O);
        TourScreen.watch(0.2);
        screen.keys(KeyCode.E);
        studio.still("1-plain-" + name);
        overlays(scene);
        studio.still("2-overlays-" + name);
        set(scene, "#scale", CheckBox.class, box -> box.setSelected(true));
        set(scene, "#millimetres", TextField.class, field -> field.setText(""));
        set(scene, "#speed", ComboBox.class, box -> box.getEditor().setText("fast"));
        set(scene, "#target", TextField.class, field -> field.setText("/nowhere/a.mp4"));
        studio.still("3-problems-" + name);
        set(scene, "#speed", ComboBox.class, box -> box.getEditor().setText("10"));
        set(scene, "#millimetres", TextField.class, field -> field.setText("2.5"));
        set(scene, "#target", TextField.class, field -> field.setText(home.resolve("a.mp4").toString()));
        set(scene, "#frameSight", ToggleButton.class, button -> button.setSelected(true));
        set(scene, "#framingGroup", TitledPane.class, pane -> pane.setExpanded(true));
        set(scene, "#moreGroup", TitledPane.class, pane -> pane.setExpanded(true));
        TourScreen.watch(0.7);
        set(scene, "#aspect", ComboBox.class, box -> box.getSelectionModel().selectLast());
        TourScreen.watch(0.7);
        set(scene, "#formPlace", ScrollPane.class, pane -> pane.setVvalue(1));
        studio.still("4-crop-" + name);
        set(scene, "#halfSight", ToggleButton.class, button -> button.setSelected(true));
        studio.still("5-half-" + name);
        queue(console, studio, home, name);
        Studio.act(() -> console.close());
    }

    private static void queue(Console console, Studio studio, Path home, String name) throws IOException {
        TourScreen screen = studio.screen();
        Scene scene = studio.scene();
        screen.press("sheet #exportButton");
        TourScreen.until("a clip", () -> console.doings().exports() == 0);
        screen.press("sheet #backButton");
        set(scene, "#target", TextField.class, field -> field.setText(home.resolve("full.mp4").toString()));
        set(scene, "#csv", CheckBox.class, box -> box.setSelected(true));
        for (int i = 0; i < 4; i++) {
            TourScreen.watch(0.2);
            screen.press("sheet #exportButton");
            TourScreen.watch(0.05);
            if (i < 3) {
                screen.press("sheet #backButton");
                set(scene, "#target", TextField.class, field -> field.setText(home.resolve("full.mp4").toString()));
            }
        }
        TourScreen.watch(0.3);
        screen.picture("6-queue-" + name);
        Studio.act(() -> console.exports().cancelAll());
        studio.still("7-ended-" + name);
    }

    private static void overlays(Scene scene) {
        for (String id : new String[]{"#outline", "#fill", "#pins", "#time", "#scale", "#captioned"}) {
            set(scene, id, CheckBox.class, box -> box.setSelected(true));
        }
        set(scene, "#millimetres", TextField.class, field -> field.setText("2.5"));
        set(scene, "#caption", TextField.class, field -> field.setText("Two droplets meet on the board"));
        set(scene, "#speed", ComboBox.class, box -> box.getEditor().setText("10"));
    }

    private static <T> void set(Scene scene, String id, Class<T> type, Consumer<T> change) {
        Studio.act(() -> {
            Node node = Optional.ofNullable(scene.getRoot().lookup("#sheet " + id)).or(() -> inScroll(scene, id))
                    .orElseThrow(() -> new IllegalStateException("nothing is called " + id));
            change.accept(type.cast(node));
        });
    }

    private static Optional<Node> inScroll(Scene scene, String id) {
        return Optional.ofNullable(scene.getRoot().lookup("#sheet #formPlace"))
                .map(pane -> ((Parent) ((ScrollPane) pane).getContent()).lookup(id));
    }
}
