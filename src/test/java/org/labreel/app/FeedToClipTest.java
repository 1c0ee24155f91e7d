package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.labreel.archive.SessionFolder;
import org.labreel.codec.BoardDefinition;
import org.labreel.codec.EventCodec;
import org.labreel.codec.MalformedEventException;
import org.labreel.export.ClipReader;
import org.labreel.export.ExportReport;
import org.labreel.export.ExportRequest;
import org.labreel.export.EncoderKind;
import org.labreel.export.ClipSettings;
import org.labreel.export.Overlays;
import org.labreel.export.Overlay;
import org.labreel.export.Preset;
import org.labreel.export.Exporter;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.PurpleDropSource;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;
import org.labreel.serve.DemoServer;

/** The whole way without a window, on the real protocol: device server, feed, recorder, log, clip. */
class FeedToClipTest {
    private static final DemoServer.Settings SMALL = new DemoServer.Settings(0, 0, 320, 240, 25, 80);
    private static final int FRAMES = 40;

    @TempDir
    private static Path folder = Path.of("");
    private static Path log = Path.of("");
    private static SessionFolder session;
    private static Segment segment;
    private static Board board;
    private static Ear ear;

    /** Hears the device server for the recorder, and counts what went by since the press. */
    private static final class Ear implements FeedListener {
        private final Recorder recorder;
        private final CompletableFuture<Board> board = new CompletableFuture<>();
        private final CountDownLatch driven = new CountDownLatch(1);
        private final CountDownLatch enough = new CountDownLatch(FRAMES);
        private volatile boolean pressed;

        Ear(Recorder recorder) {
            this.recorder = recorder;
        }

        @Override
        public void message(RawMessage message) {
            recorder.accept(message);
            switch (decoded(message)) {
                case DeviceEvent.Image _ when pressed -> enough.countDown();
                case DeviceEvent.ElectrodeState _ -> driven.countDown();
                default -> {
                    // Recorded like the rest.
                }
            }
        }

        private static DeviceEvent decoded(RawMessage message) {
            try {
                return EventCodec.decode(message.payload());
            } catch (MalformedEventException e) {
                throw new AssertionError("the demo sent what is no event", e);
            }
        }

        @Override
        public void status(FeedStatus status) {
            // The test waits for frames.
        }

        @Override
        public void loss(Loss loss) {
            recorder.accept(loss);
        }

        @Override
        public void board(Board told) {
            board.complete(told);
        }

        @Override
        public void told(DeviceEvent event) {
            // Never goes into a log.
        }
    }

    /** With a pre-roll the first frame may be older than the first state that the server told. */
    private static final RecorderSettings FROM_THE_PRESS_ON = new RecorderSettings(Duration.ZERO,
            RecorderSettings.DEFAULT.preRollBytes(), RecorderSettings.DEFAULT.queueBytes(),
            RecorderSettings.DEFAULT.splitBytes(), RecorderSettings.DEFAULT.dropRepeats(),
            RecorderSettings.DEFAULT.reserveBytes());

    @BeforeAll
    static void record() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (DemoServer server = DemoServer.start(vertx, SMALL);
                Recorder recorder = new Recorder(server.feed().toString(), FROM_THE_PRESS_ON,
                        InstantSource.system());
                PurpleDropSource source = new PurpleDropSource(vertx, server.feed(), server.rpc())) {
            ear = new Ear(recorder);
            source.start(ear);
            board = ear.board.get(60, TimeUnit.SECONDS);
            assertThat(ear.driven.await(60, TimeUnit.SECONDS)).isTrue();
            session = SessionFolder.create(folder, Session.named("mixing", Instant.now())
                    .withBoardDefinition(Optional.of(board.definition())));
            recorder.start(session);
            ear.pressed = true;
            assertThat(ear.enough.await(60, TimeUnit.SECONDS)).isTrue();
            segment = recorder.stop();
            log = session.file(segment);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }

    @AfterAll
    static void nothingWasLost() {
        assertThat(session.session().losses()).isEmpty();
    }

    @Test
    void logHoldsWhatTheServerSentAndStandsAlone() throws IOException {
        try (LogReader reader = LogReader.open(log)) {
            LogIndex index = reader.index();
            assertThat(index.damage()).isEmpty();
            assertThat(index.frames()).isGreaterThanOrEqualTo(FRAMES);
            assertThat((long) index.frames()).isEqualTo(segment.frames());
            Map<EventKind, Integer> counts = new EnumMap<>(EventKind.class);
            for (EventKind kind : List.of(EventKind.IMAGE_TRANSFORM, EventKind.ELECTRODE_STATE,
                    EventKind.HV_REGULATOR, EventKind.ACTIVE_CAPACITANCE)) {
                counts.put(kind, index.count(kind));
            }
            assertThat(counts.values()).allMatch(count -> count > 0);
            assertThat(reader.stateAt(index.recordOfFrame(0)).electrodes()).isPresent();
            for (int frame = 0; frame < index.frames(); frame++) {
                assertThat(reader.image(frame).length()).as("bytes of frame %d", frame).isPositive();
            }
        }
    }

    @Test
    void sessionFolderOpensWithItsBoard() throws IOException {
        Session read = SessionFolder.open(session.path()).session();
        assertThat(read.segments()).singleElement().isEqualTo(segment);
        assertThat(read.boardDefinition().map(BoardDefinition::parse)).contains(board);
    }

    @ParameterizedTest
    @EnumSource(EncoderKind.class)
    void everyFrameOfTheClipHasItsTimeFromTheLog(EncoderKind encoder) throws IOException {
        try (LogReader reader = LogReader.open(log)) {
            LogIndex index = reader.index();
            int last = index.frames() - 1;
            ExportReport report = Exporter.run(ExportRequest
                    .of(new ExportRequest.Range(log, 0, last), folder.resolve(encoder + ".mp4"))
                    .withBoard(Optional.of(board)).withSettings(ClipSettings.PLAIN.withEncoder(encoder)
                            .withOverlays(Overlays.NONE.showing(Set.of(Overlay.ELECTRODES)))),
                    (_, _) -> {
                    }, () -> false);
            assumeTrue(report.notes().stream().noneMatch(note -> note.contains("does not load")),
                    () -> String.join(" ", report.notes()));

            ClipReader clip = ClipReader.read(report.file());
            assertThat(clip.width()).isEqualTo(320);
            assertThat(clip.height()).isEqualTo(240);
            assertThat(clip.ptsMicros()).hasSize(index.frames());
            for (int frame = 0; frame <= last; frame++) {
                long micros = Duration.between(index.frameTime(0), index.frameTime(frame)).toNanos() / 1000;
                assertThat(clip.ptsMicros().get(frame)).as("time of frame %d", frame).isCloseTo(micros,
                        within(1000L));
            }
            assertThat(clip.durationMicros().getLast()).isBetween(1000L, 1_000_000L);
        }
    }
}
