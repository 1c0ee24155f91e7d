package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Board;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Electrode;
import org.labreel.model.Floats;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.PinSet;
import org.labreel.model.Point;
import org.labreel.model.Session;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureEncoder;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MarkerColour;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.timeline.Timeline;
import org.labreel.ui.timeline.TimelineModel;
import org.labreel.ui.view.FrameView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LiveViewTest {
    private static final Board BOARD = new Board(List.of(square(3, 0), square(7, 1)), "{}");

    @TempDir
    private Path root = Path.of("");
    private final FakeSource source = new FakeSource();
    private final List<Notice> told = new ArrayList<>();
    private final List<String> withdrawn = new ArrayList<>();
    private final List<Path> shown = new ArrayList<>();
    private final AtomicReference<String> connected = new AtomicReference<>("");
    private final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("unused")));
    private final Recorder recorder = new Recorder("ws://fake:7001", RecorderSettings.DEFAULT, InstantSource.system());
    private final LiveModel model = new LiveModel(source, recorder, PictureDecoder::best, new DirectExecutor(),
            InstantSource.system(), System::nanoTime);
    private final RecordControl control = new RecordControl(() -> root, now -> Session.named("test", now),
            Runnable::run, FxThread.executor(), InstantSource.system());

    @Start
    void start(Stage stage) {
        LiveView view = new LiveView(notices(), preferences, opener(), _ -> {
        }, desk());
        var _ = control.add(model.address(), recorder);
        view.show(List.of(new LiveSource(model, recorder, true)), control);
        Scene scene = new Scene(view.root(), 980, 700);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, view::keyPressed);
        Themes.apply(scene, Preferences.Theme.DARK);
        stage.setScene(scene);
        stage.show();
        view.activate();
        model.start();
        view.frame().requestFocus();
    }

    private Notices notices() {
        return new Notices() {
            @Override
            public void show(Notice notice) {
                told.add(notice);
            }

            @Override
            public void withdraw(String title) {
                withdrawn.add(title);
            }
        };
    }

    private Opener opener() {
        return new Opener() {
            @Override
            public void open(Path file) {
                shown.add(file);
            }

            @Override
            public void showInFolder(Path file) {
                shown.add(file);
            }
        };
    }

    private SourceDesk desk() {
        return new SourceDesk() {
            @Override
            public void connect(String address) {
                connected(address);
            }

            @Override
            public void add(String address) {
                connected(address);
            }

            @Override
            public void remove(String address) {
                throw new AssertionError("there is one source only");
            }

            @Override
            public void arrange(List<String> addresses) {
                throw new AssertionError("there is one source only");
            }

            @Override
            public void showAll() {
                connected.set("all");
            }
        };
    }

    private void connected(String address) {
        if (address.isBlank()) {
            throw new IllegalArgumentException("Type an address first.");
        }
        connected.set(address);
    }

    @AfterEach
    void close() {
        model.close();
        recorder.close();
    }

    @Test
    void recordButtonBeginsAndEndsASegment(FxRobot robot) throws Exception {
        source.sendFrame(jpeg(), System.nanoTime());
        robot.clickOn("#record");
        until(() -> text(robot, "#record").equals("Stop"));
        assertThat(text(robot, "#state")).startsWith("Recording 0:");
        robot.clickOn("#marker");
        assertThat(robot.lookup("#markerText").query().isFocused()).isFalse();
        robot.clickOn("#record");
        until(() -> text(robot, "#record").equals("Record"));
        assertThat(text(robot, "#state")).isEqualTo("Not recording");
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(file -> file.toString().endsWith(".bin")).findFirst().orElseThrow())
                    .isNotEmptyFile();
        }
        assertThat(told).extracting(Notice::title).contains("Segment saved");
    }

    @Test
    void escapeLeavesAMarkerWithoutTextAndKeysAreCommandsAgain(FxRobot robot) throws Exception {
        source.sendFrame(jpeg(), System.nanoTime());
        robot.type(KeyCode.R);
        until(() -> text(robot, "#record").equals("Stop"));
        robot.type(KeyCode.M).clickOn("#markerText").write("no").type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#strip").query().isVisible()).isFalse();
        robot.type(KeyCode.M).clickOn("#markerText").write("yes").type(KeyCode.ENTER);
        robot.type(KeyCode.M);
        robot.clickOn(robot.lookup(".marker-colour").nth(1).queryAs(ToggleButton.class));
        robot.type(KeyCode.R);
        until(() -> text(robot, "#record").equals("Record"));
        until(() -> markers().size() == 3 && markers().getLast().colour().equals(MarkerColour.RED.css()));
        assertThat(markers()).extracting(Marker::text).containsExactly("", "yes", "");
    }

    @Test
    void markerThatIsSetWhileRecordingStandsOnTheTimelineAtOnce(FxRobot robot) throws Exception {
        source.sendFrame(jpeg(), System.nanoTime());
        robot.type(KeyCode.R);
        until(() -> text(robot, "#record").equals("Stop"));
        TimelineModel timeline = robot.lookup(".timeline").queryAs(Timeline.class).model();
        assertThat(timeline.contentProperty().get().markers()).isEmpty();
        robot.type(KeyCode.M);
        until(() -> timeline.contentProperty().get().markers().size() == 1);
        assertThat(text(robot, "#record")).as("the recording goes on").isEqualTo("Stop");
        robot.type(KeyCode.ESCAPE, KeyCode.R);
        until(() -> text(robot, "#record").equals("Record"));
    }

    private List<Marker> markers() throws IOException {
        return SessionFolder.open(control.folder().orElseThrow()).session().markers();
    }

    @Test
    void recordingWithoutFramesWarnsAtOnce(FxRobot robot) throws Exception {
        robot.press(KeyCode.R).release(KeyCode.R);
        until(() -> text(robot, "#record").equals("Stop"));
        assertThat(told).extracting(Notice::title).contains("Recording, but no frames arrive");
    }

    @Test
    void lossWhileRecordingIsToldMarkedAndListed(FxRobot robot) throws Exception {
        source.sendFrame(jpeg(), System.nanoTime());
        assertThat(text(robot, "#health-lost")).isEqualTo("0");
        robot.clickOn("#record");
        until(() -> text(robot, "#record").equals("Stop"));
        Instant now = Instant.now();
        source.listener().loss(new Loss(Loss.Cause.RECONNECT, "ws://fake:7001", now, now.plusSeconds(2), 0,
                "the connection was lost and came back"));
        until(() -> text(robot, "#health-lost").equals("1 gap · 1 in this recording"));
        assertThat(robot.lookup("#health-lost").query().getPseudoClassStates())
                .extracting(PseudoClass::getPseudoClassName)
                .contains("fault", "warn");
        assertThat(told).extracting(Notice::title).contains("Loss while recording: reconnect");
        robot.clickOn("#health-lost");
        until(() -> robot.lookup("#losses").tryQuery().isPresent());
        assertThat(robot.lookup(".loss-head").queryAs(Label.class).getText()).contains("Reconnect, 2.0 s");
        robot.clickOn("#record");
        until(() -> text(robot, "#health-lost").equals("1 gap"));
    }

    @Test
    void alarmOfTheRecorderIsShownInWordsAndColour(FxRobot robot) throws Exception {
        source.sendFrame(jpeg(), System.nanoTime() - 2_000_000_000L);
        robot.clickOn("#record");
        until(() -> text(robot, "#detail").contains("No frames are arriving"));
        assertThat(robot.lookup("#text").query().getPseudoClassStates()).extracting(PseudoClass::getPseudoClassName)
                .contains("fault");
        assertThat(told).filteredOn(notice -> notice.level() == Notice.Level.WARNING).extracting(Notice::text)
                .anyMatch(words -> words.contains("No frames are arriving"));
        var button = robot.lookup("#record").query();
        assertThat(button.localToScene(button.getLayoutBounds()).getMaxX()).isLessThanOrEqualTo(980);
        source.sendFrame(jpeg(), System.nanoTime());
        until(() -> !text(robot, "#detail").contains("No frames"));
        assertThat(withdrawn).containsExactly("Recording, but no frames arrive");
    }

    @Test
    void hoverTellsPinAndPicofarads(FxRobot robot) throws Exception {
        source.listener().board(BOARD);
        float[] scan = new float[128];
        scan[7] = 1.25f;
        source.send(new DeviceEvent.ScanCapacitance(Optional.empty(), Floats.of(scan), Floats.of(scan)));
        source.send(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                List.of(new DeviceEvent.ElectrodeGroup(PinSet.of(7), 255)), List.of(), 128));
        until(() -> text(robot, "#pins").equals("1 of 2 on"));
        WaitForAsyncUtils.waitForFxEvents();
        var frame = robot.lookup(".frame-view").queryAs(FrameView.class);
        Point centre = frame.boardToView(new Point(1.5, 0.5));
        robot.moveTo(frame.localToScreen(centre.x(), centre.y()));
        until(() -> robot.lookup(".frame-hover").queryAs(Label.class).isVisible());
        assertThat(robot.lookup(".frame-hover").queryAs(Label.class).getText()).isEqualTo("Pin 7 · 1.25 pF · on");
    }

    @Test
    void framesAreShownAndTheirStopIsSaid(FxRobot robot) throws Exception {
        source.sendFrame(jpeg(), System.nanoTime() - 5_000_000_000L);
        var frame = robot.lookup(".frame-view").queryAs(FrameView.class);
        until(frame::hasFrame);
        until(() -> text(robot, ".frame-banner-text").startsWith("No frames for 5"));
        source.sendFrame(jpeg(), System.nanoTime());
        until(() -> !robot.lookup(".frame-banner").query().isVisible());
    }

    @Test
    void keysLookBackAndEscapeReturnsToThePresent(FxRobot robot) throws Exception {
        for (int i = 0; i < 3; i++) {
            source.sendFrame(jpeg(), System.nanoTime());
        }
        var frame = robot.lookup(".frame-view").queryAs(FrameView.class);
        until(frame::hasFrame);
        assertThat(robot.lookup(".looking-back").query().isVisible()).isFalse();
        robot.type(KeyCode.LEFT);
        until(() -> robot.lookup(".looking-back").query().isVisible());
        assertThat(text(robot, "#lookingBack")).startsWith("Looking back: ").contains(" s ago");
        robot.type(KeyCode.R);
        until(() -> text(robot, "#record").equals("Stop"));
        assertThat(robot.lookup(".looking-back").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup(".looking-back").query().isVisible());
        robot.type(KeyCode.R);
        until(() -> text(robot, "#record").equals("Record"));
    }

    @Test
    void heatMapIsSwitchedByMouseAndKey(FxRobot robot) {
        var frame = robot.lookup(".frame-view").queryAs(FrameView.class);
        robot.clickOn("#heat .thumb-area");
        assertThat(frame.heatVisibleProperty().get()).isTrue();
        robot.press(KeyCode.H).release(KeyCode.H);
        assertThat(frame.heatVisibleProperty().get()).isFalse();
        assertThat(preferences.get().layout()).containsEntry("live.heat", 0.0);
    }

    @Test
    void readingsAreNumbersWithUnits(FxRobot robot) throws Exception {
        source.send(new DeviceEvent.HvRegulator(Optional.empty(), 149.96f, 150));
        source.send(new DeviceEvent.DeviceInfo(true, "PD-0042", "1.2.3"));
        until(() -> text(robot, "#volts").equals("150.0"));
        assertThat(text(robot, "#target")).isEqualTo("target 150 V");
        assertThat(text(robot, "#serial")).isEqualTo("PD-0042");
    }

    @Test
    void anAddressThatIsNoneIsRefusedInWords(FxRobot robot) {
        Button connect = robot.from(robot.lookup(".banner").queryAll()).lookup("Connect").queryButton();
        robot.clickOn(connect);
        assertThat(text(robot, "#error")).isEqualTo("Type an address first.");
        robot.clickOn(robot.lookup("#address").queryAs(TextField.class)).write("ws://bench:7001");
        robot.clickOn(connect);
        assertThat(connected.get()).isEqualTo("ws://bench:7001");
        assertThat(robot.lookup("#error").query().isVisible()).isFalse();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
            try {
                return condition.call();
            } catch (ConcurrentModificationException _) {
                // The scene changed while it was looked through; it is looked through again.
                return false;
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Bytes jpeg() throws Exception {
        try (PictureEncoder encoder = PictureEncoder.best()) {
            return encoder.jpeg(new Picture(64, 48), 85);
        }
    }

    private static Electrode square(int pin, double x) {
        return new Electrode(pin, List.of(new Point(x, 0), new Point(x + 1, 0), new Point(x + 1, 1), new Point(x, 1)));
    }
}
