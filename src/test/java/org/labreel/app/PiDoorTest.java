package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.Vertx;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.feed.Discovery;
import org.labreel.feed.FoundSource;
import org.labreel.feed.Heard;
import org.labreel.feed.Source;
import org.labreel.feed.pi.PiAddress;
import org.labreel.feed.pi.PiCameraSource;
import org.labreel.feed.pi.PiCameraState.Saving;
import org.labreel.feed.pi.PiCommand;
import org.labreel.feed.pi.PiDatagrams;
import org.labreel.feed.pi.PiDesk;
import org.labreel.feed.pi.PiFinder;
import org.labreel.feed.pi.SearchPlaces;
import org.labreel.model.EventKind;
import org.labreel.model.RawMessage;
import org.labreel.model.Session;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.ServingChoices;
import org.labreel.ui.live.RecordControl;

/** What the console serves as a Pi camera. */
class PiDoorTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Serving.Door FREE = new Serving.Door(true, 0);

    @TempDir
    private Path root;
    private final Vertx vertx = Vertx.vertx();
    private final Sources sources = new Sources(() -> vertx, new DemoServer.Settings(0, 0, 320, 240, 20, 80));
    private final ServedSource served = new ServedSource();
    private final ExecutorService disk = Executors.newSingleThreadExecutor();
    private final ExecutorService fx = Executors.newSingleThreadExecutor();
    private final RecordControl control = new RecordControl(() -> root, now -> Session.named("bench", now), disk, fx,
            InstantSource.system());

    @AfterEach
    void close() throws Exception {
        sources.close();
        disk.close();
        fx.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private PiDoor door(SearchPlaces places) {
        return new PiDoor(() -> vertx, sources, served, new PiDatagrams(places), control, fx);
    }

    private static SearchPlaces places(int port) {
        return new SearchPlaces(HERE, port, port, () -> List.of(new InetSocketAddress(HERE, port)));
    }

    private static int freeUdpPort() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, HERE)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void nothingIsServedBeforeASourceIsLive() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> door(places(0)).open(Serving.NOTHING, FREE))
                .withMessageContaining("no source is live");
    }

    @Test
    void clientSeesTheSourceAndPressesTheSameRecordAsTheOperator() throws Exception {
        served.choose(SourceChoice.of("demo"));
        Recorder recorder = new Recorder("demo", RecorderSettings.DEFAULT, InstantSource.system());
        Source branch = sources.shared(served.of(FREE)).branch();
        branch.start(new Heard() {
            @Override
            public void message(RawMessage message) {
                recorder.accept(message);
            }
        });
        CompletableFuture<Void> added = fx(() -> control.add("demo", recorder));
        added.get(20, TimeUnit.SECONDS);
        PiDoor door = door(places(0));
        Doors.Opened opened = door.open(Serving.NOTHING, FREE);
        PiDesk desk = new PiDesk();
        try (PiCameraSource camera = new PiCameraSource(vertx, PiAddress.parse(opened.address()), desk)) {
            Heard heard = new Heard();
            camera.start(heard);
            heard.await(() -> heard.kinds.contains(EventKind.IMAGE));
            assertThat(opened.detail().get()).isEqualTo("1 client");
            desk.send(new PiCommand.StartRecording());
            Patience.until(() -> fx(control::phase) == RecordControl.Phase.RECORDING);
            desk.send(new PiCommand.StopRecording());
            Patience.until(() -> door.newest().isPresent());
            assertThat(fx(control::phase)).isNotEqualTo(RecordControl.Phase.RECORDING);
            desk.send(new PiCommand.SaveRecording());
            Patience.until(() -> desk.state().saving() instanceof Saving.Done(String file)
                    && file.startsWith("segment-001"));
        }
        opened.shut().run();
        branch.close();
        recorder.close();
    }

    private <T> T fx(Callable<T> work) {
        try {
            return fx.submit(work).get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void searchesAreAnsweredOnlyWhenThatIsSwitchedOn() throws Exception {
        served.choose(SourceChoice.of("demo"));
        int port = freeUdpPort();
        PiDatagrams datagrams = new PiDatagrams(places(port));
        PiDoor door = new PiDoor(() -> vertx, sources, served, datagrams, control, fx);
        CompletableFuture<String> found = new CompletableFuture<>();
        try (Discovery search = new PiFinder(datagrams)) {
            Doors.Opened silent = door.open(Serving.NOTHING, FREE);
            assertThat(silent.detail().get()).doesNotContain("searches");
            Doors.Opened opened = door.open(Serving.NOTHING, FREE.with(ServingChoices.USUAL.withDiscoverable(true)));
            assertThat(opened.detail().get()).endsWith("answers searches");
            search.start(new FirstFound(found));
            // Nobody but this one can have answered with its port.
            assertThat(found.get(20, TimeUnit.SECONDS)).isEqualTo(opened.address());
            opened.shut().run();
            silent.shut().run();
        }
    }

    private record FirstFound(CompletableFuture<String> address) implements Discovery.Listener {
        @Override
        public void found(FoundSource source) {
            address.complete(source.address());
        }

        @Override
        public void lost(String gone) {
            // Not waited for.
        }
    }
}
