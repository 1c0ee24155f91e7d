package org.labreel.ui.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.labreel.feed.Discovery;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.FoundSource;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SourcesViewTest implements SourceUse, Discovery {
    private static final Instant SEEN = Instant.parse("2026-03-01T12:00:00Z");

    private final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("unused")));
    private final Map<String, FeedStatus> shown = new LinkedHashMap<>();
    private final Map<String, Instant> heard = new ConcurrentHashMap<>();
    private final List<String> used = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();
    private Optional<Listener> searcher = Optional.empty();
    private boolean closed;
    private boolean live;
    @SuppressWarnings("NullAway.Init")
    private SourcesView view;

    @Start
    void start(Stage stage) {
        preferences.update(p -> p.withSources(p.sources().remembering("ws://bench:7001", Optional.of(SEEN))));
        shown.put("demo", new FeedStatus(FeedStatus.State.CONNECTED, "Connected", 0));
        view = new SourcesView(new SourcesModel(preferences, this, () -> this), told::add, () -> live = true);
        Scene scene = new Scene(view.root(), 980, 600);
        Themes.apply(scene, Preferences.Theme.DARK);
        stage.setScene(scene);
        stage.show();
        view.activate();
    }

    @SuppressWarnings("unchecked")
    private static List<SourceRow> rows(FxRobot robot) {
        return List.copyOf(((TableView<SourceRow>) robot.lookup("#table").query()).getItems());
    }

    private static SourceRow row(FxRobot robot, String address) {
        return rows(robot).stream().filter(row -> row.address().equals(address)).findFirst().orElseThrow();
    }

    /** Where a text stands in the table, which makes its cells anew at times. */
    private static Bounds cell(String text, FxRobot robot) throws Exception {
        AtomicReference<Optional<Bounds>> place = new AtomicReference<>(Optional.empty());
        until(() -> {
            place.set(robot.lookup("#table").lookup(text).queryAll().stream()
                    .filter(node -> node.isVisible() && node.getScene() != null)
                    .map(node -> node.localToScreen(node.getBoundsInLocal())).filter(Objects::nonNull).findFirst());
            return place.get().isPresent();
        });
        return place.get().orElseThrow();
    }

    @Test
    void knownAndFoundSourcesAreListedWithTheirState(FxRobot robot) throws Exception {
        assertThat(row(robot, "demo").state()).isEqualTo(SourceRow.State.CONNECTED);
        assertThat(row(robot, "ws://bench:7001")).satisfies(row -> {
            assertThat(row.state()).isEqualTo(SourceRow.State.KNOWN);
            assertThat(row.lastSeen()).contains(SEEN);
        });
        searcher.orElseThrow().found(new FoundSource("lid camera", "pi://10.0.0.7:9898", "Pi camera", Instant.now()));
        until(() -> rows(robot).size() == 3);
        assertThat(row(robot, "pi://10.0.0.7:9898").state()).isEqualTo(SourceRow.State.FOUND);
        assertThat(robot.lookup("#search").queryAs(Label.class).getText())
                .contains("1 that is not shown already has answered");
        searcher.orElseThrow().lost("pi://10.0.0.7:9898");
        until(() -> row(robot, "pi://10.0.0.7:9898").state() == SourceRow.State.LOST);
        robot.interact(view::deactivate);
        assertThat(closed).isTrue();
    }

    @Test
    void whatTheSearchDoesNotListIsToldWithoutCallingItBroken(FxRobot robot) throws Exception {
        String crowded = "More than 256 cameras answer; further ones are not listed. Type their address.";
        searcher.orElseThrow().trouble(crowded);
        until(() -> robot.lookup("#search").queryAs(Label.class).getText().equals("Search for cameras: " + crowded));
    }

    @Test
    void cameraThatAnsweredASearchBeforeIsFoundOnlyOnceItAnswersAgain(FxRobot robot) throws Exception {
        FoundSource camera = new FoundSource("lid camera", "pi://10.0.0.7:9898", "Pi camera", SEEN);
        searcher.orElseThrow().found(camera);
        until(() -> rows(robot).size() == 3);
        robot.interact(view::deactivate);
        robot.interact(view::activate);
        until(() -> row(robot, camera.address()).state() == SourceRow.State.KNOWN);
        assertThat(row(robot, camera.address()).lastSeen()).contains(SEEN);
        assertThat(row(robot, camera.address()).remembered()).as("can be forgotten").isTrue();
        searcher.orElseThrow().found(camera);
        until(() -> row(robot, camera.address()).state() == SourceRow.State.FOUND);
    }

    @Test
    void camerasThatAnswerUnderEverNewAddressesDoNotFillThePage(FxRobot robot) throws Exception {
        for (int i = 0; i < 1000; i++) {
            String address = "pi://10.0." + i / 250 + "." + i % 250 + ":9898";
            searcher.orElseThrow().found(new FoundSource("x", address, "Pi camera", SEEN.plusSeconds(i)));
            searcher.orElseThrow().lost(address);
        }
        until(() -> rows(robot).size() == 302);
        assertThat(row(robot, "pi://10.0.3.249:9898").state()).as("the newest").isEqualTo(SourceRow.State.LOST);
    }

    @Test
    void sourceThatIsLostWhileItIsShownWasSeenWhenItsLastMessageCame(FxRobot robot) throws Exception {
        robot.interact(() -> {
            heard.put("demo", SEEN);
            shown.put("demo", new FeedStatus(FeedStatus.State.WAITING, "Trying again", 1));
        });
        Object cells = robot.lookup("#table").lookup(".table-row-cell").queryAll();
        until(() -> row(robot, "demo").lastSeen().filter(SEEN::equals).isPresent());
        assertThat(robot.lookup("#table").lookup(".table-row-cell").queryAll()).as("the rows that stood there")
                .isEqualTo(cells);
        assertThat(row(robot, "demo").state()).isEqualTo(SourceRow.State.TRYING);
    }

    @Test
    void doubleClickConnectsAndCtrlEnterAddsBeside(FxRobot robot) throws Exception {
        until(() -> {
            // On a busy machine the second click can come too late to be one of two.
            if (used.isEmpty()) {
                robot.doubleClickOn(cell("ws://bench:7001", robot));
            }
            return !used.isEmpty();
        });
        assertThat(used).containsOnly("connect ws://bench:7001");
        assertThat(live).isTrue();
        used.clear();
        robot.clickOn(cell("ws://bench:7001", robot)).push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> !used.isEmpty());
        assertThat(used).containsExactly("add ws://bench:7001");
    }

    @Test
    void typedAddressIsCheckedAsItIsTypedAndTakenByEnter(FxRobot robot) throws Exception {
        robot.clickOn("#address").write("no address");
        until(() -> !robot.lookup("#problem").queryAs(Label.class).getText().isEmpty());
        assertThat(robot.lookup("#connect").queryAs(Button.class).isDisabled()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(used).isEmpty();
        robot.interact(() -> robot.lookup("#address").queryAs(TextField.class).setText("ws://other:7001"));
        assertThat(robot.lookup("#problem").query().isVisible()).isFalse();
        robot.clickOn("#address").type(KeyCode.ENTER);
        until(() -> used.equals(List.of("connect ws://other:7001")));
    }

    @Test
    void whatCannotBeDoneNowIsSaidBesideTheField(FxRobot robot) throws Exception {
        robot.doubleClickOn(cell("demo", robot));
        until(() -> robot.lookup("#problem").queryAs(Label.class).getText().equals("demo is shown already."));
        assertThat(live).isFalse();
    }

    @Test
    void forgottenSourceIsGoneAndTakenBack(FxRobot robot) throws Exception {
        robot.clickOn(cell("ws://bench:7001", robot)).clickOn("#rowForget");
        until(() -> rows(robot).size() == 1);
        assertThat(preferences.get().sources().known()).isEmpty();
        robot.interact(told.getFirst().choices().getFirst().action());
        until(() -> rows(robot).size() == 2);
        assertThat(row(robot, "ws://bench:7001").lastSeen()).contains(SEEN);
    }

    @Override
    public Optional<String> problem(String text) {
        return text.contains(" ") ? Optional.of("\"" + text + "\" is no address.") : Optional.empty();
    }

    @Override
    public String address(String text) {
        return text;
    }

    @Override
    public Map<String, FeedStatus> shown() {
        return shown;
    }

    @Override
    public Optional<Instant> heard(String address) {
        return Optional.ofNullable(heard.get(address));
    }

    @Override
    public void connect(String address) {
        if (shown.containsKey(address)) {
            throw new IllegalArgumentException(address + " is shown already.");
        }
        used.add("connect " + address);
    }

    @Override
    public void add(String address) {
        used.add("add " + address);
    }

    @Override
    public void start(Listener listener) {
        searcher = Optional.of(listener);
    }

    @Override
    public void close() {
        closed = true;
    }
}
