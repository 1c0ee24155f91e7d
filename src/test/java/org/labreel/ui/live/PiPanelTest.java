package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.labreel.feed.Heard;
import org.labreel.feed.pi.CameraStatus;
import org.labreel.feed.pi.Capture;
import org.labreel.feed.pi.PiAddress;
import org.labreel.feed.pi.PiCameraSource;
import org.labreel.feed.pi.PiCommand;
import org.labreel.feed.pi.PiDesk;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.pi.PiCameraServer;
import org.labreel.serve.pi.SimulatedPi;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.kit.Ticker;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The panel of a Pi camera, the real client behind it and the simulated camera behind that. */
@ExtendWith(ApplicationExtension.class)
class PiPanelTest {
    private static final double COLUMN_PX = 306;

    private final Vertx vertx = Vertx.vertx();
    private final SimulatedPi camera = new SimulatedPi(vertx,
            new PiCameraServer.Settings(0, AllowedAddresses.THIS_COMPUTER), InstantSource.system(),
            Duration.ofMillis(50));
    private final PiDesk desk = new PiDesk();
    private final PiCameraSource source = new PiCameraSource(vertx, new PiAddress("127.0.0.1", camera.port()), desk);
    private final PiPanel panel = new PiPanel(System::nanoTime);
    private final Ticker ticker = new Ticker(Duration.ofMillis(50), panel::refresh);

    @Start
    void start(Stage stage) {
        Scene scene = new Scene(Fxml.load("picamera.fxml", panel), 344, 500);
        Themes.apply(scene, Preferences.Theme.DARK);
        stage.setScene(scene);
        stage.show();
        panel.attach(Optional.of(source.camera()));
        source.start(new Heard());
        ticker.start();
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(ticker::close);
        source.close();
        camera.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void sourceWithoutControlsHasNoPanel(FxRobot robot) {
        assertThat(robot.lookup("#card").query().isVisible()).isTrue();
        robot.interact(() -> panel.attach(Optional.empty()));
        assertThat(robot.lookup("#card").query().isVisible()).isFalse();
        assertThat(robot.lookup("#card").query().isManaged()).isFalse();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    @Test
    void sliderMovesTheCameraAndShowsWhatItAnswers(FxRobot robot) throws Exception {
        until(() -> text(robot, "#brightnessValue").equals("50"));
        Slider brightness = robot.lookup("#brightness").queryAs(Slider.class);
        robot.interact(brightness::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        until(() -> desk.state().brightness().equals(Optional.of(60)));
        assertThat(text(robot, "#brightnessValue")).isEqualTo("60");
        // Another client moves it, and the slider follows once ours had its answer.
        desk.send(new PiCommand.SetBrightness(20));
        until(() -> (int) brightness.getValue() == 20);
    }

    @Test
    void sizesPassedOverWithTheArrowKeysAreNotAskedOfTheCamera(FxRobot robot) throws Exception {
        until(() -> text(robot, "#piStatus").equals("standing by"));
        ComboBox<?> capture = robot.lookup("#capture").queryAs(ComboBox.class);
        robot.interact(() -> {
            capture.requestFocus();
            capture.show();
        });
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        robot.interact(panel::refresh);
        assertThat(capture.getValue()).isEqualTo(Capture.PRESETS.get(1));
        assertThat(desk.state().capture()).isEmpty();
        robot.type(KeyCode.ENTER);
        until(() -> desk.state().capture().equals(Optional.of(Capture.PRESETS.get(1))));
        assertThat(capture.isShowing()).isFalse();
    }

    @Test
    void filmIsMadeAndSavedOnTheCameraAndTheFileNamed(FxRobot robot) throws Exception {
        until(() -> text(robot, "#piStatus").equals("standing by"));
        robot.interact(robot.lookup("#film").queryAs(Button.class)::fire);
        until(() -> text(robot, "#piStatus").startsWith("filming") && text(robot, "#film").equals("Stop filming"));
        assertThat(robot.lookup("#save").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup("#capture").query().isDisabled()).isTrue();
        robot.interact(robot.lookup("#film").queryAs(Button.class)::fire);
        until(() -> desk.state().status().equals(Optional.of(CameraStatus.STANDING_BY))
                && !robot.lookup("#save").queryButton().isDisabled());
        robot.interact(robot.lookup("#save").queryAs(Button.class)::fire);
        until(() -> text(robot, "#saving").startsWith("Saved on the camera: 20"));
        robot.interact(robot.lookup("#save").queryAs(Button.class)::fire);
        until(() -> text(robot, "#saving").equals("Not saved: Nothing was recorded since the last saving."));
    }

    @Test
    @SuppressWarnings("unchecked")
    void textIsWrittenAndWhatTheCameraRefusesIsShown(FxRobot robot) throws Exception {
        until(() -> text(robot, "#piStatus").equals("standing by"));
        robot.interact(() -> {
            robot.lookup("#annotationText").queryAs(TextField.class).setText("Run 7");
            robot.lookup("#ground").queryAs(ComboBox.class).getSelectionModel().select("red");
        });
        robot.interact(robot.from(robot.lookup("#annotation").queryAll()).lookup("Write").queryButton()::fire);
        until(() -> desk.state().annotation().flatMap(each -> each.text()).equals(Optional.of("Run 7")));
        assertThat(desk.state().annotation().flatMap(each -> each.colour())).contains("red");
        desk.send(new PiCommand.StopRecording());
        until(() -> text(robot, "#piError").equals("Nothing is being recorded."));
    }

    @Test
    void textAskedOfOneCameraIsNotShownForAnother(FxRobot robot) throws Exception {
        until(() -> text(robot, "#piStatus").equals("standing by"));
        TextField typed = robot.lookup("#annotationText").queryAs(TextField.class);
        robot.interact(() -> typed.setText("Run 7"));
        robot.interact(robot.from(robot.lookup("#annotation").queryAll()).lookup("Write").queryButton()::fire);
        until(() -> desk.state().annotation().isPresent());
        robot.interact(() -> panel.attach(Optional.of(new PiDesk())));
        assertThat(typed.getText()).isEmpty();
        robot.interact(() -> panel.attach(Optional.of(source.camera())));
        assertThat(typed.getText()).isEqualTo("Run 7");
        robot.interact(() -> {
            typed.setText("Run 8, not yet written");
            panel.attach(Optional.of(source.camera()));
        });
        assertThat(typed.getText()).as("selected anew").isEqualTo("Run 8, not yet written");
    }

    @Test
    void allOfItFitsBesideTheFrame(FxRobot robot) throws Exception {
        until(() -> text(robot, "#piStatus").equals("standing by"));
        // The live page's column at its usual width, less its margins.
        assertThat(robot.lookup("#card").queryAs(VBox.class).minWidth(-1)).isLessThanOrEqualTo(COLUMN_PX);
    }

    @Test
    void cameraThatGoesAwayCannotBeToldAnything(FxRobot robot) throws Exception {
        until(() -> text(robot, "#piStatus").equals("standing by"));
        camera.close();
        until(() -> text(robot, "#piStatus").equals("not reached"));
        assertThat(robot.lookup("#film").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#brightness").query().isDisabled()).isTrue();
    }
}
