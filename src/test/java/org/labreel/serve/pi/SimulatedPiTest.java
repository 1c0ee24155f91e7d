package org.labreel.serve.pi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labreel.codec.EventCodec;
import org.labreel.feed.Heard;
import org.labreel.feed.pi.Annotation;
import org.labreel.feed.pi.CameraStatus;
import org.labreel.feed.pi.Capture;
import org.labreel.feed.pi.PiAddress;
import org.labreel.feed.pi.PiCameraSource;
import org.labreel.feed.pi.PiCameraState;
import org.labreel.feed.pi.PiCameraState.Saving;
import org.labreel.feed.pi.PiCommand;
import org.labreel.feed.pi.PiDesk;
import org.labreel.model.DeviceEvent;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.serve.AllowedAddresses;

/** The simulated camera through the real client. */
class SimulatedPiTest {
    private static final Vertx VERTX = Vertx.vertx();

    private final PiDesk desk = new PiDesk();
    private final Heard heard = new Heard();
    private final BlockingQueue<PiCameraState> states = new LinkedBlockingQueue<>();
    private final SimulatedPi camera = new SimulatedPi(VERTX,
            new PiCameraServer.Settings(0, AllowedAddresses.THIS_COMPUTER), () -> Instant.parse("2026-11-21T10:00:00Z"),
            Duration.ofMillis(20));
    private final PiCameraSource source = new PiCameraSource(VERTX, new PiAddress("127.0.0.1", camera.port()), desk);

    @BeforeEach
    void connect() throws Exception {
        AutoCloseable _ = desk.onChange(() -> states.add(desk.state()));
        source.start(heard);
        until(state -> state.contrast().isPresent());
    }

    @AfterEach
    void close() {
        source.close();
        camera.close();
    }

    @AfterAll
    static void stop() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private PiCameraState until(Predicate<PiCameraState> wanted) throws InterruptedException {
        PiCameraState next = desk.state();
        while (!wanted.test(next)) {
            next = states.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("a change of the state").isNotNull();
        }
        return next;
    }

    /** The newest frame, once it is so. */
    private Picture picture(Predicate<Picture> wanted) throws Exception {
        try (PictureDecoder decoder = PictureDecoder.best()) {
            for (int seen = heard.messages.size();; seen++) {
                heard.awaitMessages(seen + 1);
                if (EventCodec.decode(heard.payloads().get(seen)) instanceof DeviceEvent.Image image) {
                    Picture picture = decoder.decode(image.data(), Optional.empty());
                    if (wanted.test(picture)) {
                        return picture;
                    }
                }
            }
        }
    }

    private static double mean(Picture picture) {
        long sum = 0;
        byte[] pixels = picture.pixels().array();
        for (int i = 0; i < pixels.length; i += 4) {
            sum += (pixels[i] & 255) + (pixels[i + 1] & 255) + (pixels[i + 2] & 255);
        }
        return sum / (pixels.length / 4.0 * 3.0);
    }

    @Test
    void brightnessIsToldBackAndSeen() throws Exception {
        double before = mean(picture(_ -> true));
        desk.send(new PiCommand.SetBrightness(20));
        until(state -> state.brightness().equals(Optional.of(20)));
        Picture darker = picture(each -> mean(each) < before - 40);
        assertThat(darker.width()).isEqualTo(400);
        assertThat(darker.height()).isEqualTo(225);
    }

    @Test
    void rotationAndSizeAreSeenInTheFrames() throws Exception {
        desk.send(new PiCommand.SetRotation(90));
        assertThat(picture(each -> each.height() == 400).width()).isEqualTo(225);
        desk.send(new PiCommand.SetCapture(new Capture(640, 480, 90), false));
        assertThat(picture(each -> each.width() == 300).height()).isEqualTo(400);
    }

    @Test
    void annotationIsWrittenOverThePicture() throws Exception {
        desk.send(new PiCommand.SetAnnotation(new Annotation(Optional.of("Run 7"), Optional.of("red"),
                Optional.of(100), Optional.empty())));
        Picture written = picture(each -> (each.pixels().get((4 * 400 + 200) * 4 + 2) & 255) > 240
                && (each.pixels().get((4 * 400 + 200) * 4) & 255) < 20);
        assertThat(written.width()).isEqualTo(400);
        desk.send(new PiCommand.SetAnnotation(new Annotation(Optional.empty(), Optional.of("sea green"),
                Optional.empty(), Optional.empty())));
        assertThat(until(state -> state.error().isPresent()).error()).contains("There is no colour sea green here.");
    }

    @Test
    void filmIsRecordedStoppedAndSavedAndItsNameTold() throws Exception {
        desk.send(new PiCommand.StartRecording());
        until(state -> state.status().equals(Optional.of(CameraStatus.RECORDING)));
        desk.send(new PiCommand.SaveRecording());
        assertThat(until(state -> state.saving() instanceof Saving.Failed).saving())
                .isEqualTo(new Saving.Failed("A recording runs. Stop it first."));
        desk.send(new PiCommand.StopRecording());
        until(state -> state.status().equals(Optional.of(CameraStatus.STANDING_BY)));
        desk.send(new PiCommand.SaveRecording());
        until(state -> state.saving() instanceof Saving.Busy);
        assertThat(((Saving.Done) until(state -> state.saving() instanceof Saving.Done).saving()).file())
                .startsWith("2026-11-21").endsWith(".mp4");
        desk.send(new PiCommand.SaveRecording());
        assertThat(until(state -> state.saving() instanceof Saving.Failed).saving())
                .isEqualTo(new Saving.Failed("Nothing was recorded since the last saving."));
    }

    @Test
    void sizeIsNotChangedWhileARecordingRunsUnlessItMayBeStopped() throws Exception {
        desk.send(new PiCommand.StartRecording());
        until(state -> state.status().equals(Optional.of(CameraStatus.RECORDING)));
        desk.send(new PiCommand.SetCapture(new Capture(640, 480, 90), false));
        assertThat(until(state -> state.error().isPresent()).error().orElseThrow()).contains("A recording runs");
        desk.send(new PiCommand.SetCapture(new Capture(640, 480, 90), true));
        until(state -> state.status().equals(Optional.of(CameraStatus.STANDING_BY)));
        assertThat(picture(each -> each.height() == 300).width()).isEqualTo(400);
    }

    @Test
    void closedCameraOpensAgainWithASize() throws Exception {
        desk.send(new PiCommand.CloseCamera());
        until(state -> state.status().equals(Optional.of(CameraStatus.NOT_CONNECTED)));
        desk.send(new PiCommand.StartRecording());
        assertThat(until(state -> state.error().isPresent()).error().orElseThrow()).contains("closed");
        desk.send(new PiCommand.SetCapture(Capture.PRESETS.get(1), false));
        until(state -> state.status().equals(Optional.of(CameraStatus.STANDING_BY)));
    }
}
