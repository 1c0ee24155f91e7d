package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.archive.ChosenBoard;
import org.labreel.feed.FeedStatus;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureEncoder;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.kit.UnaskedOpener;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Several sources on the live page. */
@ExtendWith(ApplicationExtension.class)
class LiveGridTest implements SourceDesk {
    @TempDir
    private Path root = Path.of("");
    private final List<Notice> told = new CopyOnWriteArrayList<>();
    private final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("unused")));
    private final List<FakeSource> fakes = List.of(new FakeSource("ws://board:7001"), new FakeSource("pi://lid"));
    private final List<LiveSource> sources = fakes.stream().map(LiveGridTest::source).toList();
    private final RecordControl control = new RecordControl(() -> root, now -> Session.named("test", now)
            .withCameras(sources.stream().map(LiveGridTest::camera).toList()), Runnable::run, FxThread.executor(),
            InstantSource.system());
    private final List<String> removed = new ArrayList<>();
    private List<String> order = List.of();
    @SuppressWarnings("NullAway.Init")
    private LiveView view;

    private static LiveSource source(FakeSource fake) {
        Recorder recorder = new Recorder(fake.address(), RecorderSettings.DEFAULT, InstantSource.system());
        return new LiveSource(new LiveModel(fake, recorder, PictureDecoder::best, new DirectExecutor(),
                InstantSource.system(), System::nanoTime), recorder, false);
    }

    private static Session.Camera camera(LiveSource of) {
        return new Session.Camera(UUID.randomUUID(), "REALSENSE_D435", "", of.address());
    }

    @Start
    void start(Stage stage) {
        view = new LiveView(told::add, preferences, new UnaskedOpener(), _ -> {
        }, this, new BoardFiles(new ChosenBoard(Path.of("unused", "board.json")), new Background(Runnable::run)));
        sources.forEach(each -> {
            each.model().start();
            var _ = control.add(each.address(), each.recorder());
        });
        view.show(sources, control);
        Scene scene = new Scene(view.root(), 980, 700);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, view::keyPressed);
        Themes.apply(scene, Preferences.Theme.DARK);
        stage.setScene(scene);
        stage.show();
        view.activate();
        view.frame().requestFocus();
    }

    @AfterEach
    void close() {
        sources.forEach(each -> {
            each.model().close();
            each.recorder().close();
        });
    }

    private static Bytes jpeg() throws Exception {
        try (PictureEncoder encoder = PictureEncoder.best()) {
            return encoder.jpeg(new Picture(64, 48), 85);
        }
    }

    private List<LiveTile> tiles(FxRobot robot) {
        return robot.lookup(".live-tile").queryAllAs(LiveTile.class).stream().toList();
    }

    private void press(FxRobot robot, KeyCode... keys) {
        robot.interact(() -> view.frame().requestFocus());
        for (KeyCode key : keys) {
            robot.type(key);
        }
    }

    @Test
    void bothAreRecordedIntoOneFolderALogEach(FxRobot robot) throws Exception {
        press(robot, KeyCode.R);
        until(() -> control.phase() == RecordControl.Phase.RECORDING);
        for (FakeSource fake : fakes) {
            fake.sendFrame(jpeg(), System.nanoTime());
        }
        press(robot, KeyCode.M, KeyCode.R);
        until(() -> control.phase() == RecordControl.Phase.IDLE);

        Session session = SessionFolder.open(control.folder().orElseThrow()).session();
        assertThat(session.segments()).extracting(Segment::source).containsExactlyInAnyOrder("ws://board:7001",
                "pi://lid");
        assertThat(session.segments()).allSatisfy(each -> {
            assertThat(each.frames()).isEqualTo(1);
            assertThat(each.received()).isEqualTo(each.written());
            assertThat(control.folder().orElseThrow().resolve(each.file())).isNotEmptyFile();
        });
        assertThat(session.cameras()).extracting(Session.Camera::address).containsExactly("ws://board:7001",
                "pi://lid");
        assertThat(session.markers()).hasSize(1);
        assertThat(session.state()).isEqualTo(Session.State.STOPPED);
        assertThat(told).extracting(Notice::title).contains("2 segments saved");
    }

    @Test
    void sourceThatIsNotThereAtThePressIsNamedAndRecordedWhenItComes(FxRobot robot) throws Exception {
        fakes.getLast().listener().status(new FeedStatus(FeedStatus.State.WAITING, "Connection refused", 2));
        press(robot, KeyCode.R);
        until(() -> control.phase() == RecordControl.Phase.RECORDING);
        assertThat(told).anySatisfy(notice -> {
            assertThat(notice.title()).isEqualTo("Recording 1 of 2 sources");
            assertThat(notice.text()).contains("lid: Connection refused");
        });
        fakes.getLast().listener().status(new FeedStatus(FeedStatus.State.CONNECTED, "Connected", 0));
        fakes.getLast().sendFrame(jpeg(), System.nanoTime());
        press(robot, KeyCode.R);
        until(() -> control.phase() == RecordControl.Phase.IDLE);
        Session session = SessionFolder.open(control.folder().orElseThrow()).session();
        assertThat(session.segments()).filteredOn(each -> each.source().equals("pi://lid")).singleElement()
                .satisfies(each -> assertThat(each.frames()).isEqualTo(1));
    }

    @Test
    void doubleClickEnlargesAndAgainShowsAllAlike(FxRobot robot) throws Exception {
        LiveTile second = tiles(robot).get(1);
        double before = second.getWidth();
        robot.doubleClickOn(second.frame(), MouseButton.PRIMARY);
        until(() -> second.getWidth() > 1.2 * before);
        assertThat(view.model().address()).isEqualTo("pi://lid");
        assertThat(preferences.get().layout()).containsEntry("live.large", 1.0);
        press(robot, KeyCode.F);
        until(() -> second.getWidth() == before);
        press(robot, KeyCode.DIGIT1, KeyCode.F);
        until(() -> tiles(robot).getFirst().getWidth() > 1.2 * before);
        press(robot, KeyCode.ESCAPE);
        until(() -> tiles(robot).getFirst().getWidth() == before);
    }

    @Test
    void tileTellsItsOwnStateAndItsLossesStandInItsLane(FxRobot robot) throws Exception {
        LiveTile lid = tiles(robot).get(1);
        fakes.getLast().listener().status(new FeedStatus(FeedStatus.State.WAITING, "Connection refused", 2));
        until(() -> words(lid).anyMatch(text -> text.startsWith("not reachable")));
        assertThat(words(tiles(robot).getFirst())).noneMatch(text -> text.startsWith("not reachable"));
        fakes.getLast().listener().status(new FeedStatus(FeedStatus.State.CONNECTED, "Connected", 0));
        fakes.getLast().listener().loss(new Loss(Loss.Cause.RECONNECT, "pi://lid", InstantSource.system().instant(),
                InstantSource.system().instant(), 0, "the connection was lost and came back"));
        until(() -> words(lid).anyMatch("lost 1 gap"::equals));
        assertThat(words(tiles(robot).getFirst())).anyMatch("lost 0"::equals);
        LiveLane lane = LiveLane.of(lid.model(), control, ZoneId.of("UTC"), System.nanoTime(), 1);
        assertThat(lane.holes()).anySatisfy(hole -> assertThat(hole.source()).isEqualTo(1));
    }

    @Test
    void figuresThatHaveNoRoomAreLeftOutInsteadOfCutShort(FxRobot robot) throws Exception {
        fakes.getLast().sendFrame(jpeg(), System.nanoTime());
        fakes.getLast().listener().loss(new Loss(Loss.Cause.RECONNECT, "pi://lid", InstantSource.system().instant(),
                InstantSource.system().instant(), 0, "the connection was lost and came back"));
        LiveTile lid = tiles(robot).get(1);
        until(() -> words(lid).anyMatch("lost 1 gap"::equals)
                && words(lid).anyMatch(text -> text.matches("age \\d.*")));
        for (double widthPx : List.of(240.0, 325.0, 400.0, 440.0)) {
            robot.interact(() -> {
                lid.resize(widthPx, 300);
                lid.layout();
                assertThat(lid.lookupAll(".tile-figure")).as("in a tile of %.0f px", widthPx)
                        .filteredOn(Node::isManaged).isNotEmpty().allSatisfy(each -> assertThat(((Region) each)
                                .getWidth()).isGreaterThanOrEqualTo(Math.floor(((Region) each).prefWidth(-1))));
            });
        }
    }

    private static Stream<String> words(LiveTile tile) {
        return tile.lookupAll(".label").stream().filter(Node::isVisible).map(node -> ((Labeled) node).getText());
    }

    @Test
    void keysMoveAndRemoveTheSelectedSource(FxRobot robot) throws Exception {
        press(robot, KeyCode.DIGIT2);
        robot.interact(() -> view.frame().requestFocus());
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        until(() -> order.equals(List.of("pi://lid", "ws://board:7001")));
        press(robot, KeyCode.DELETE);
        until(() -> removed.equals(List.of("pi://lid")));
        robot.interact(() -> view.show(List.of(sources.getFirst()), control));
        until(() -> tiles(robot).size() == 1);
        assertThat(words(tiles(robot).getFirst())).noneMatch(text -> text.startsWith("lost"));
    }

    @Test
    void wordsOfAnAlarmLeaveRoomForTheLineOfTheFeed(FxRobot robot) throws Exception {
        press(robot, KeyCode.R);
        until(() -> control.phase() == RecordControl.Phase.RECORDING);
        fakes.getLast().listener().status(new FeedStatus(FeedStatus.State.WAITING, "Connection refused", 2));
        Labeled detail = robot.lookup("#detail").queryAs(Labeled.class);
        until(() -> detail.getText().contains("The connection is lost"));
        robot.interact(() -> {
            // The page alone: the window is the next test's too.
            view.root().resize(820, 700);
            view.root().layout();
            Node last = view.root().lookupAll(".change-source").stream().filter(Node::isManaged)
                    .max(Comparator.comparingDouble(each -> each.localToScene(0, 0).getX())).orElseThrow();
            Bounds add = last.localToScene(last.getBoundsInLocal());
            assertThat(detail.getParent().localToScene(detail.getParent().getBoundsInLocal()).getMinX())
                    .isGreaterThanOrEqualTo(Math.floor(add.getMaxX()));
        });
        press(robot, KeyCode.R);
        until(() -> control.phase() == RecordControl.Phase.IDLE);
    }

    @Test
    void whatTakesTheSelectedPlaceIsSelectedAndAsLarge(FxRobot robot) throws Exception {
        press(robot, KeyCode.DIGIT2, KeyCode.F);
        until(() -> view.model().address().equals("pi://lid"));
        FakeSource fake = new FakeSource("pi://lid?port=2");
        LiveSource other = source(fake);
        other.model().start();
        robot.interact(() -> view.show(List.of(sources.getFirst(), other), control));
        assertThat(view.model().address()).isEqualTo("pi://lid?port=2");
        LiveTile tile = tiles(robot).stream().filter(each -> each.source().equals(other)).findFirst().orElseThrow();
        until(() -> tile.getWidth() > tiles(robot).stream().filter(each -> !each.equals(tile)).findFirst()
                .orElseThrow().getWidth());
        robot.interact(() -> view.show(List.of(sources.getFirst()), control));
        assertThat(view.model().address()).isEqualTo("ws://board:7001");
        other.model().close();
        other.recorder().close();
    }

    @Test
    void whatNobodySeesIsNotDecoded(FxRobot robot) throws Exception {
        robot.interact(view::deactivate);
        for (FakeSource fake : fakes) {
            fake.sendFrame(jpeg(), System.nanoTime());
        }
        assertThat(sources).allSatisfy(each -> assertThat(each.model().takeFrame()).isEqualTo(Optional.empty()));
        robot.interact(view::activate);
        for (FakeSource fake : fakes) {
            fake.sendFrame(jpeg(), System.nanoTime());
        }
        until(() -> tiles(robot).stream().allMatch(tile -> tile.frame().hasFrame()));
    }

    @Override
    public void connect(String address) {
        throw new AssertionError("nobody asked to connect " + address);
    }

    @Override
    public void add(String address) {
        throw new AssertionError("nobody asked to add " + address);
    }

    @Override
    public void remove(String address) {
        removed.add(address);
    }

    @Override
    public void arrange(List<String> addresses) {
        order = List.copyOf(addresses);
    }

    @Override
    public void showAll() {
        throw new AssertionError("nobody asked for the list");
    }
}
