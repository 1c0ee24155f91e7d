package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.AnnotationStore;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;

class StepModelTest {
    private final Queue<Runnable> decoding = new ArrayDeque<>();
    private final Transport transport = new Transport(NoLog.INDEX, () -> 0);
    @TempDir
    private Path folder;
    @SuppressWarnings("NullAway.Init")
    private BrowserModel model;
    @SuppressWarnings("NullAway.Init")
    private List<CompareModel> places;
    @SuppressWarnings("NullAway.Init")
    private StepModel step;

    @BeforeEach
    void make() {
        Background background = new Background(Runnable::run, Runnable::run, InstantSource.system());
        MemoryPreferences preferences = new MemoryPreferences(Preferences.first(folder));
        BoardChoice boards = new BoardChoice(folder.resolve("board.json"));
        model = new BrowserModel(background, preferences, boards, transport, decoding::add, Runnable::run,
                PictureDecoder::best);
        BrowserServices services = new BrowserServices(background, preferences, _ -> {
        }, new NoOpener(), boards, new AnnotationDesk(new AnnotationStore(folder.resolve("notes")), decoding::add,
                _ -> {
                }), decoding::add, Runnable::run, PictureDecoder::best, () -> 0, ZoneId.of("UTC"));
        places = IntStream.range(0, 3).mapToObj(_ -> new CompareModel(services, model)).toList();
        step = new StepModel(services, model, places);
    }

    @AfterEach
    void close() {
        places.forEach(CompareModel::close);
        model.close();
        drain();
    }

    private void drain() {
        for (Runnable next = decoding.poll(); next != null; next = decoding.poll()) {
            next.run();
        }
    }

    private Path open(CameraSession session, int camera, int segment) {
        Path log = session.file(camera, segment);
        model.open(log);
        drain();
        return log;
    }

    @Test
    void sessionOfFourCamerasOpensAsAWholeAndGoesInStepWithinOneFrame() throws Exception {
        CameraSession session = CameraSession.record(folder.resolve("s"), List.of(33, 100, 41, 250), 3000);
        open(session, 0, 0);
        assertThat(step.sourcesProperty().get().tracks()).hasSize(4);
        assertThat(step.activeProperty().get()).isTrue();
        assertThat(step.files()).hasSize(4);
        for (int frame = 0; frame < transport.index().frames(); frame++) {
            transport.goTo(frame);
            drain();
            Instant now = session.arrival(0, frame);
            for (int place = 0; place < 3; place++) {
                CompareModel side = places.get(place);
                int shown = side.shownProperty().get().orElseThrow().frame();
                Duration off = Duration.between(session.arrival(place + 1, shown), now);
                assertThat(off).as("camera %d at frame %d", place + 1, frame)
                        .isBetween(Duration.ZERO, Duration.ofMillis(session.interval(place + 1)));
                assertThat(((Lock.Clock) side.lockProperty().get()).lead(frame, shown)).isEqualTo(off);
            }
        }
        assertThat(step.guessed()).isFalse();
    }

    @Test
    void thatACameraHasNoArrivalsIsSaidAndItIsPlacedByItsOwnStamps() throws Exception {
        CameraSession session = CameraSession.record(folder.resolve("s"), List.of(40, 40), 1000);
        Files.delete(session.sidecar(1));
        open(session, 0, 0);
        assertThat(step.guessed()).isTrue();
        transport.goTo(12);
        drain();
        assertThat(places.getFirst().shownProperty().get().orElseThrow().frame()).isBetween(11, 12);
    }

    @Test
    void openSessionFollowsWhatIsRecordedIntoItMeanwhile() throws Exception {
        CameraSession session = CameraSession.record(folder.resolve("s"), List.of(33, 100), 1000);
        open(session, 0, 0);
        model.readOn();
        drain();
        int other = places.getFirst().frameProperty().get();
        session.goOn(2000, 1000, 1);
        model.readOn();
        drain();
        assertThat(step.sourcesProperty().get().tracks()).hasSize(3);
        assertThat(step.sourcesProperty().get().ownTrack().orElseThrow().pieces()).hasSize(2);
        assertThat(step.activeProperty().get()).isTrue();
        assertThat(step.files()).hasSize(3);
        assertThat(places.getFirst().frameProperty().get()).as("the camera beside stays where it is").isEqualTo(other);
        assertThat(step.segment(1)).as("there is a next segment now").isTrue();
        drain();
        assertThat(model.openProperty().get().orElseThrow().reader().file()).isEqualTo(session.file(0, 1));
    }

    @Test
    void theCameraThatIsMadeToLeadDoesSoAtTheSameMoment() throws Exception {
        CameraSession session = CameraSession.record(folder.resolve("s"), List.of(33, 100), 2000);
        open(session, 0, 0);
        transport.goTo(40);
        drain();
        int other = places.getFirst().frameProperty().get();
        step.lead(0);
        drain();
        assertThat(model.openProperty().get().orElseThrow().reader().file()).isEqualTo(session.file(1, 0));
        assertThat(transport.frame()).isEqualTo(other);
        assertThat(step.activeProperty().get()).isTrue();
        assertThat(places.getFirst().logProperty().get().orElseThrow().reader().file())
                .isEqualTo(session.file(0, 0));
    }

    @Test
    void leavingShowsOneCameraUntilTheOthersAreWantedAgain() throws Exception {
        CameraSession session = CameraSession.record(folder.resolve("s"), List.of(50, 50), 500);
        open(session, 0, 0);
        step.leave();
        assertThat(places.getFirst().isActive()).isFalse();
        open(session, 1, 0);
        assertThat(step.activeProperty().get()).isFalse();
        assertThat(step.sourcesProperty().get().several()).isTrue();
        step.toggle();
        drain();
        assertThat(places.getFirst().isActive()).isTrue();
    }

    @Test
    void segmentsOfOneCameraAreWalkedThrough() throws Exception {
        CameraSession session = CameraSession.record(folder.resolve("s"), List.of(50, 50), 500, 500);
        open(session, 0, 0);
        assertThat(step.segment(-1)).isFalse();
        assertThat(step.segment(1)).isTrue();
        drain();
        assertThat(model.openProperty().get().orElseThrow().reader().file()).isEqualTo(session.file(0, 1));
        assertThat(places.getFirst().logProperty().get().orElseThrow().reader().file())
                .as("the other camera's segment of that moment").isEqualTo(session.file(1, 1));
    }
}
