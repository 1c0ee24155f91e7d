package org.labreel.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.labreel.picture.PixelFormat;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.ServingChoices;
import org.labreel.ui.kit.ServingState;
import org.labreel.ui.kit.SessionChoices;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.kit.UnaskedOpener;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SettingsViewTest {
    private final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("recordings")));

    @Start
    void start(Stage stage) {
        SettingsView view = new SettingsView(preferences, preferences.get(), Path.of("settings.json"),
                new UnaskedOpener(), ServingState.NOBODY);
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
            spinner(robot, "#splitMinutes").increment(6);
            spinner(robot, "#reserve").increment(1);
            robot.lookup("#repeatsOnce").queryAs(ToggleSwitch.class).setSelected(true);
        });
        assertThat(preferences.get().recording()).isEqualTo(new Preferences.Recording(15, 128, true, 1, 30, 612));
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
    void whatIsServedAndToWhomIsChosenForEachService(FxRobot robot) {
        robot.interact(
                () -> preferences.update(p -> p.withSources(p.sources().showing(List.of("demo", "pi://bench")))));
        ComboBox<String> source = robot.lookup("#source-piCamera").queryComboBox();
        assertThat(source.getParent().getParent().isVisible()).as("choices of a service that is off").isFalse();
        robot.interact(() -> robot.lookup("#serve-piCamera").queryAs(ToggleSwitch.class).setSelected(true));
        assertThat(source.getParent().getParent().isVisible()).isTrue();
        assertThat(source.getItems()).containsExactly("", "demo", "pi://bench");
        robot.interact(() -> {
            source.setValue("pi://bench");
            robot.lookup("#others-piCamera").queryAs(ToggleSwitch.class).setSelected(true);
            robot.lookup("#discoverable-piCamera").queryAs(ToggleSwitch.class).setSelected(true);
        });
        Label warning = robot.lookup("#warning-piCamera").queryAs(Label.class);
        assertThat(warning.getText()).contains("No other computer is listed below yet");
        robot.interact(() -> {
            robot.lookup("#allowed").queryAs(TextField.class).setText("192.0.2.7");
            robot.lookup("#allowed").queryAs(TextField.class).fireEvent(new ActionEvent());
        });
        assertThat(warning.getText()).contains("no secret and no encryption");
        assertThat(preferences.get().serving().door(Serving.Service.PI_CAMERA)).isEqualTo(new Serving.Door(true, 9898,
                ServingChoices.USUAL.withSource("pi://bench").withOthers(true).withDiscoverable(true)));
    }

    @Test
    void settingsOfTheRemoteRecorderAreKept(FxRobot robot) {
        robot.interact(() -> {
            robot.lookup("#serve-cpl").queryAs(ToggleSwitch.class).setSelected(true);
            robot.lookup("#format-cpl").queryComboBox().getSelectionModel().select(PixelFormat.GRAY);
            spinner(robot, "#buffered-cpl").decrement(2);
            spinner(robot, "#timeout-cpl").increment(30);
        });
        assertThat(preferences.get().serving().door(Serving.Service.CPL)).isEqualTo(new Serving.Door(true, 10_000,
                ServingChoices.USUAL.withFormat(PixelFormat.GRAY).withImagesBuffered(3).withTimeoutSeconds(90)));
    }

    @Test
    void howScheduledSessionsStartIsChosenAndPutBackWithoutForgettingTheEndpoint(FxRobot robot) {
        preferences.update(p -> p.withSessions(p.sessions().withEndpoint("http://lab:8080/v1/graphql")));
        robot.interact(() -> {
            spinner(robot, "#connectSeconds").increment(2);
            robot.lookup("#startLate").queryAs(ToggleSwitch.class).setSelected(false);
        });
        assertThat(preferences.get().sessions()).isEqualTo(new SessionChoices("http://lab:8080/v1/graphql", 40, false));
        robot.interact(() -> robot.lookup("#resetButton").queryButton().fire());
        assertThat(preferences.get().sessions()).isEqualTo(new SessionChoices("http://lab:8080/v1/graphql", 30, true));
        assertThat(spinner(robot, "#connectSeconds").getValue()).isEqualTo(30);
    }

    @Test
    void pageThatIsOnlyLookedAtChangesNothing() {
        assertThat(preferences.get()).isEqualTo(Preferences.first(Path.of("recordings")));
    }

    private static Spinner<?> spinner(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Spinner.class);
    }
}
