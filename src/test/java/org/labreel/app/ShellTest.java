package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Page;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Shortcut;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ShellTest {
    private final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("unused")));
    private final List<String> heard = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @Start
    void start(Stage stage) {
        shell = new Shell(preferences, new Background(Runnable::run, Runnable::run, InstantSource.system()));
        shell.add(new FakePage("one"));
        shell.add(new FakePage("two"));
        Scene scene = new Scene(shell.root(), 900, 600);
        Themes.apply(scene, Preferences.Theme.DARK);
        preferences.onChange(next -> shell.themeChanged(next.theme()));
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void railChangesPages(FxRobot robot) {
        robot.clickOn("#rail-two");
        assertThat(heard).containsExactly("one active", "one inactive", "two active");
        robot.clickOn("#rail-two");
        assertThat(shell.current().map(Page::name)).contains("two");
        robot.press(KeyCode.SHORTCUT, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.SHORTCUT);
        assertThat(shell.current().map(Page::name)).contains("one");
    }

    @Test
    void themeIsSwitchedAndKept(FxRobot robot) {
        robot.clickOn("#theme");
        assertThat(preferences.get().theme()).isEqualTo(Preferences.Theme.LIGHT);
        assertThat(shell.root().getStyleClass()).contains("light").doesNotContain("dark");
        robot.press(KeyCode.SHORTCUT, KeyCode.T).release(KeyCode.T, KeyCode.SHORTCUT);
        assertThat(shell.root().getStyleClass()).contains("dark").doesNotContain("light");
    }

    @Test
    void keysReachThePageButNotFromATextField(FxRobot robot) {
        robot.clickOn("#rail-one");
        robot.press(KeyCode.R).release(KeyCode.R);
        assertThat(heard).contains("one R");
        heard.clear();
        robot.clickOn("#text-one").press(KeyCode.R).release(KeyCode.R);
        assertThat(heard).isEmpty();
    }

    @Test
    void aPressBesideAFieldEndsTheTyping(FxRobot robot) {
        robot.clickOn("#text-one").type(KeyCode.R);
        assertThat(heard).doesNotContain("one R");
        robot.clickOn("#beside-one").type(KeyCode.R);
        assertThat(heard).contains("one R");
        assertThat(robot.lookup("#text-one").queryAs(TextField.class).getText()).isEqualTo("r");
        robot.clickOn("#text-one").type(KeyCode.ESCAPE, KeyCode.M);
        assertThat(heard).contains("one M");
    }

    @Test
    void lettersAreCommandsInAFieldThatHoldsANumber(FxRobot robot) {
        robot.clickOn("#number-one").type(KeyCode.R);
        assertThat(heard).contains("one R");
        assertThat(robot.lookup("#number-one").queryAs(Spinner.class).getEditor().getText()).isEqualTo("5");
        robot.type(KeyCode.DIGIT7);
        assertThat(heard).doesNotContain("one DIGIT7");
        robot.clickOn("#choice-one").type(KeyCode.ESCAPE, KeyCode.N);
        assertThat(heard).contains("one N");
    }

    @Test
    void spaceBelongsToTheButtonThatHasTheFocus(FxRobot robot) {
        robot.clickOn("#rail-one");
        heard.clear();
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        assertThat(heard).isEmpty();
    }

    @Test
    void sheetListsTheKeysOfThePage(FxRobot robot) {
        robot.clickOn("#keys");
        assertThat(robot.lookup("#shortcut-sheet").query().isVisible()).isTrue();
        assertThat(robot.lookup("Do what one does").tryQuery()).isPresent();
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(robot.lookup("#shortcut-sheet").query().isVisible()).isFalse();
    }

    @Test
    void allKeysOfALongPageAreSeenAtOnce(FxRobot robot) {
        List<Shortcut> many = IntStream.range(0, 32)
                .mapToObj(i -> new Shortcut("Ctrl+Shift+" + i, "Does what number " + i + (i % 5 > 0
                        ? " does"
                        : " does, in words that are long enough to be broken into two lines")))
                .toList();
        ShortcutSheet sheet = new ShortcutSheet(() -> {
        });
        robot.interact(() -> {
            Scene scene = new Scene(sheet, 1280, 800);
            Themes.apply(scene, Preferences.Theme.DARK);
            sheet.show("Many", many);
            sheet.layout();
        });
        ScrollPane scroll = (ScrollPane) sheet.lookup(".scroll-pane");
        assertThat(scroll.getViewportBounds().getHeight())
                .isGreaterThanOrEqualTo(((Region) scroll.getContent()).getHeight() - 1);
        assertThat(sheet.getChildren().getFirst().getLayoutY()).as("a margin stays").isGreaterThanOrEqualTo(24);
    }

    @Test
    void statusBarIsNoHigherWhileThereIsWork(FxRobot robot) {
        Region bar = robot.lookup("#status").queryAs(Region.class);
        double idle = bar.getHeight();
        Button job = new Button("Export 12 %", Icons.of("mdi2m-movie-open-outline"));
        job.getStyleClass().addAll("flat", "small", "jobs-button");
        robot.interact(() -> {
            shell.addStatus(job);
            shell.badges().setRecording(Optional.of("Recording 0:04"));
            shell.root().applyCss();
            shell.root().layout();
        });
        assertThat(job.getHeight()).isPositive();
        assertThat(bar.getHeight()).isEqualTo(idle);
    }

    @Test
    void aRecordingIsSeenOnEveryPage(FxRobot robot) {
        robot.interact(() -> shell.badges().setRecording(Optional.of("Recording 0:12")));
        robot.clickOn("#rail-two");
        assertThat(robot.lookup("Recording 0:12").tryQuery()).isPresent();
    }

    private final class FakePage implements Page {
        private final String name;
        private final VBox root;

        FakePage(String name) {
            this.name = name;
            TextField text = new TextField();
            text.setId("text-" + name);
            Spinner<Integer> number = new Spinner<>(0, 100, 5);
            number.setEditable(true);
            number.setId("number-" + name);
            ComboBox<String> choice = new ComboBox<>();
            choice.getItems().setAll("a", "b");
            choice.setId("choice-" + name);
            Label beside = new Label("Beside");
            beside.setId("beside-" + name);
            this.root = new VBox(text, number, choice, beside);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String title() {
            return name;
        }

        @Override
        public String icon() {
            return "mdi2v-video-outline";
        }

        @Override
        public Parent root() {
            return root;
        }

        @Override
        public void activate() {
            heard.add(name + " active");
        }

        @Override
        public void deactivate() {
            heard.add(name + " inactive");
        }

        @Override
        public void keyPressed(KeyEvent event) {
            heard.add(name + " " + event.getCode());
            event.consume();
        }

        @Override
        public List<Shortcut> shortcuts() {
            return List.of(new Shortcut("R", "Do what " + name + " does"));
        }
    }
}
