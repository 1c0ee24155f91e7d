package org.labreel.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.ServingState;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SettingsViewTest {
    private final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("recordings")));

    @Start
    void start(Stage stage) {
        SettingsView view = new SettingsView(preferences, preferences.get(), Path.of("settings.json"), new Opener() {
            @Override
            public void open(Path file) {
                throw new AssertionError("nobody asked for it");
            }

            @Override
            public void showInFolder(Path file) {
                throw new AssertionError("nobody asked for it");
            }
        }, ServingState.NOBODY);
        Scene scene = new Scene(view.root(), 800, 900);
        Themes.apply(scene, Preferences.Theme.DARK);
        stage.setScene(scene);
        stage.show();
        view.activate();
    }

    @Test
    void whatIsChosenForRecordingIsKept(FxRobot robot) {
        assertThat(preferences.get().recording()).isEqualTo(Preferences.Recording.DEFAULT);
        robot.interact(() -> {
            spinner(robot, "#preRoll").increment(5);
            spinner(robot, "#preRollMemory").decrement(2);
            spinner(robot, "#split").decrement(3);
            spinner(robot, "#reserve").increment(1);
            robot.lookup("#repeatsOnce").queryAs(ToggleSwitch.class).setSelected(true);
        });
        assertThat(preferences.get().recording()).isEqualTo(new Preferences.Recording(15, 128, true, 1, 612));
        robot.interact(() -> robot.lookup("#resetButton").queryButton().fire());
        assertThat(preferences.get().recording()).isEqualTo(Preferences.Recording.DEFAULT);
        assertThat(spinner(robot, "#split").getValue()).isEqualTo(4);
    }

    @Test
    void servingNeedsASecretAsSoonAsOthersCanCall(FxRobot robot) {
        Label problem = robot.lookup(".settings-problem")
                .match(each -> each.getParent().lookup("#serve-sessions") != null)
                .queryAs(Label.class);
        robot.interact(() -> {
            robot.lookup("#serve-sessions").queryAs(ToggleSwitch.class).setSelected(true);
            robot.lookup("#bind").queryAs(TextField.class).setText("0.0.0.0");
            robot.lookup("#bind").queryAs(TextField.class).fireEvent(new ActionEvent());
        });
        assertThat(preferences.get().serving().door(Serving.Service.SESSIONS).open()).isTrue();
        assertThat(problem.isVisible()).isTrue();
        assertThat(problem.getText()).contains("set a secret first");
        robot.interact(() -> {
            robot.lookup("#secret").queryAs(TextField.class).setText("sesame");
            robot.lookup("#secret").queryAs(TextField.class).fireEvent(new ActionEvent());
        });
        assertThat(preferences.get().serving().secret()).isEqualTo("sesame");
        assertThat(problem.isVisible()).isFalse();
    }

    @Test
    void pageThatIsOnlyLookedAtChangesNothing() {
        assertThat(preferences.get()).isEqualTo(Preferences.first(Path.of("recordings")));
    }

    private static Spinner<?> spinner(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Spinner.class);
    }
}
