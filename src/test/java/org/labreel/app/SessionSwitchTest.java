package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.feed.Heard;
import org.labreel.feed.pi.PiAddress;
import org.labreel.feed.pi.PiCameraSource;
import org.labreel.feed.pi.PiCameraState.Saving;
import org.labreel.feed.pi.PiCommand;
import org.labreel.feed.pi.PiDesk;
import org.labreel.model.EventKind;
import org.labreel.model.Session;
import org.labreel.serve.DemoServer;
import org.labreel.session.EngineSettings;
import org.labreel.session.SessionView;
import picocli.CommandLine;

/** Recording by the clients of a source that {@code labreel serve} serves as a Pi camera. */
class SessionSwitchTest {
    @TempDir
    private Path root;
    private final Vertx vertx = Vertx.vertx();
    private final List<CameraChoice> cameras = List.of(CameraChoice.of("demo"));

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private Headless engine() {
        return Headless.start(vertx, root, cameras, EngineSettings.DEFAULT,
                new DemoServer.Settings(0, 0, 320, 240, 20, 80));
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(40, TimeUnit.SECONDS);
    }

    private static void refused(CompletionStage<Void> stage, String words) {
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> get(stage))
                .withMessageContaining(words);
    }

    @Test
    void startMakesASessionOfThisCameraAndStopTellsItsSegment() throws Exception {
        try (Headless engine = engine(); SessionSwitch pressed = new SessionSwitch(engine.engine(), "demo")) {
            refused(pressed.stop(), "Nothing is being recorded from here");
            get(pressed.start());
            assertThat(pressed.recording()).isTrue();
            refused(pressed.start(), "It records already");
            get(pressed.stop());
            Patience.until(() -> !pressed.recording() && pressed.newest().isPresent());
            assertThat(root.resolve(pressed.newest().orElseThrow())).isRegularFile();
        }
    }

    @Test
    void sessionThatSomebodyElseStopsIsNoLongerRecorded() throws Exception {
        try (Headless engine = engine(); SessionSwitch pressed = new SessionSwitch(engine.engine(), "demo")) {
            get(pressed.start());
            SessionView running = get(engine.engine().sessions()).getFirst();
            get(engine.engine().change(running.session().id(), Session.State.STOPPED));
            Patience.until(() -> !pressed.recording());
            refused(pressed.stop(), "Nothing is being recorded from here");
            get(pressed.start());
            assertThat(pressed.recording()).isTrue();
            get(pressed.stop());
        }
    }

    @Test
    void cameraThatIsGoneIsSaid() throws Exception {
        try (Headless engine = engine();
                SessionSwitch pressed = new SessionSwitch(engine.engine(), "pi://bench:9898")) {
            refused(pressed.start(), "There is no camera pi://bench:9898 any more");
            assertThat(pressed.recording()).isFalse();
        }
    }

    @Test
    void clientOfAServedSourceSeesItAndRecordsIt() throws Exception {
        PiOptions options = CommandLine.populateCommand(new PiOptions(), "--pi-port", "0");
        try (Headless engine = engine(); PiCameras served = PiCameras.start(vertx, engine, cameras, options)) {
            assertThat(served.lines()).hasSize(1);
            assertThat(served.lines().getFirst()).matches("Pi camera: pi://127\\.0\\.0\\.1:\\d+ shows demo");
            PiDesk desk = new PiDesk();
            try (PiCameraSource client = new PiCameraSource(vertx,
                    PiAddress.parse(served.lines().getFirst().replaceAll(".*(pi://\\S+).*", "$1")), desk)) {
                Heard heard = new Heard();
                client.start(heard);
                heard.await(() -> heard.kinds.contains(EventKind.IMAGE));
                desk.send(new PiCommand.StartRecording());
                Patience.until(() -> desk.filmingFor().isPresent());
                desk.send(new PiCommand.StopRecording());
                Patience.until(() -> desk.filmingFor().isEmpty());
                desk.send(new PiCommand.SaveRecording());
                Patience.until(() -> desk.state().saving() instanceof Saving.Done(String file)
                        && file.endsWith("segment-001.bin"));
            }
        }
    }
}
