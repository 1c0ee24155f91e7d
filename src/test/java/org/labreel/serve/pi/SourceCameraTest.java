package org.labreel.serve.pi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Source;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;
import org.labreel.picture.PictureSize;
import org.labreel.serve.AllowedAddresses;

/** Any source, watched by a client that takes it for a Pi camera. */
class SourceCameraTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final PiCameraServer.Settings ANY_PORT = new PiCameraServer.Settings(0,
            AllowedAddresses.THIS_COMPUTER);

    private final AtomicReference<FeedListener> listener = new AtomicReference<>();
    private volatile boolean recording;
    private volatile boolean closed;

    @AfterAll
    static void stop() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private final Source source = new Source() {
        @Override
        public String address() {
            return "bench";
        }

        @Override
        public void start(FeedListener to) {
            listener.set(to);
            to.status(new FeedStatus(FeedStatus.State.CONNECTED, "Connected", 0));
        }

        @Override
        public void close() {
            closed = true;
        }
    };

    private final RecordingSwitch recorder = new RecordingSwitch() {
        @Override
        public CompletionStage<Void> start() {
            recording = true;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> stop() {
            recording = false;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public boolean recording() {
            return recording;
        }

        @Override
        public Optional<String> newest() {
            return Optional.of("segment-001.bin");
        }
    };

    private void send(Picture picture) throws Exception {
        try (PictureEncoder encoder = PictureEncoder.best()) {
            Bytes payload = EventCodec.encode(new DeviceEvent.Image(Optional.empty(), encoder.jpeg(picture, 90)));
            listener.get().message(new RawMessage(payload, new Arrival(Instant.now(), System.nanoTime())));
        }
    }

    @Test
    void framesAreServedAsPngWithinTheirBoundsAndProportions() throws Exception {
        Picture grey = new Picture(1024, 768);
        Arrays.fill(grey.pixels().array(), (byte) 100);
        try (SourceCamera camera = SourceCamera.start(VERTX, source, ANY_PORT, RecordingSwitch.NONE);
                PiViewer client = new PiViewer(camera.port())) {
            client.next(24);
            send(grey);
            Bytes png = client.next(20).png();
            assertThat(PictureSize.read(png)).isEqualTo(new PictureSize(400, 300));
            // Rotation by 90 degrees.
            client.send("00000011 07 01 01 0000000a 0049 0039 0030 000a 002e");
            client.send("00000011 03 01 01 0000000a 0049 0037 0030 000a 002e");
            client.next(23);
            send(grey);
            assertThat(PictureSize.read(client.next(20).png())).isEqualTo(new PictureSize(300, 400));
        }
        assertThat(closed).isTrue();
    }

    @Test
    void clientsRecordTheSourceAndAreToldHowItWent() throws Exception {
        try (SourceCamera camera = SourceCamera.start(VERTX, source, ANY_PORT, recorder);
                PiViewer client = new PiViewer(camera.port())) {
            client.next(24);
            client.send("00000002 00 00");
            client.next(25);
            assertThat(recording).isTrue();
            assertThat(status(client)).contains("Recording");
            client.send("00000002 01 00");
            client.next(26);
            client.send("00000002 02 00");
            assertThat(client.next(List.of(27, 28)).get(1).hex()).contains("007300650067006d0065006e0074");
        }
    }

    private static String status(PiViewer client) throws Exception {
        byte[] body = client.next(22).body().toArray();
        return new String(body, 7, body.length - 7, StandardCharsets.UTF_16BE);
    }

    @Test
    void sourceThatIsOnlyShownSaysSo() throws Exception {
        try (SourceCamera camera = SourceCamera.start(VERTX, source, ANY_PORT, RecordingSwitch.NONE);
                PiViewer client = new PiViewer(camera.port())) {
            client.next(24);
            client.send("00000002 00 00");
            client.next(21);
            client.send("00000002 02 00");
            client.next(List.of(27, 29));
        }
    }

    @Test
    void previewIsTheMeanOfWhatItStandsForAndTurnsClockwise() {
        Picture picture = new Picture(800, 400);
        byte[] pixels = picture.pixels().array();
        // The left half is bright.
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 4 % 800 < 400 ? 200 : 40);
        }
        Picture turned = PreviewPicture.of(picture, 90, PreviewTone.PLAIN);
        assertThat(turned.width()).isEqualTo(200);
        assertThat(turned.height()).isEqualTo(400);
        assertThat(turned.pixels().get(0) & 255).as("left comes to the top").isEqualTo(200);
        assertThat(turned.pixels().get(399 * 200 * 4) & 255).isEqualTo(40);
        Picture upside = PreviewPicture.of(picture, 270, PreviewTone.PLAIN);
        assertThat(upside.pixels().get(0) & 255).as("left comes to the bottom").isEqualTo(40);
        assertThat(PreviewPicture.of(picture, 0, new PreviewTone(0, 0)).pixels().get(0) & 255).isEqualTo(73);
    }
}
