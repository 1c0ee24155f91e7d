package org.labreel.serve.pi;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import org.labreel.feed.Source;
import org.labreel.feed.pi.CameraStatus;
import org.labreel.feed.pi.PiSignal;
import org.labreel.picture.PictureDecoder;

/** Any source, served as a remote Pi camera to whoever may look. */
public final class SourceCamera implements AutoCloseable {
    /** The original's preview comes no faster, and each frame costs its viewers as much as us. */
    private static final Duration PERIOD = Duration.ofMillis(66);

    private final Source source;
    private final SourceHead head;
    private final PiCameraServer server;
    private final PictureDecoder decoder = PictureDecoder.best();
    private final FramePacer pacer;
    private CameraStatus told = CameraStatus.NOT_CONNECTED;
    private boolean closed;

    private SourceCamera(Vertx vertx, Source source, PiCameraServer.Settings settings, RecordingSwitch recording) {
        this.source = source;
        this.head = new SourceHead(recording);
        this.server = PiCameraServer.start(vertx, settings, head);
        this.pacer = new FramePacer("pi preview", PERIOD, this::shoot);
    }

    /**
     * Opens the port and begins to hear the source. Not to be called on an event loop.
     *
     * @param source
     *            not yet started; closed with this
     * @throws java.io.UncheckedIOException
     *             when the port cannot be opened
     */
    public static SourceCamera start(Vertx vertx, Source source, PiCameraServer.Settings settings,
            RecordingSwitch recording) {
        SourceCamera made = new SourceCamera(vertx, source, settings, recording);
        made.pacer.watched(true);
        source.start(made.head);
        return made;
    }

    /** On the pacer's thread. */
    private void shoot() throws Exception {
        CameraStatus now = head.status();
        if (now != told) {
            told = now;
            server.tell(new PiSignal.Status(now));
        }
        if (head.watched()) {
            head.preview(decoder, Optional.empty()).ifPresent(server::frame);
        }
    }

    public int port() {
        return server.port();
    }

    public int clientCount() {
        return server.clientCount();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        source.close();
        pacer.close();
        decoder.close();
        server.close();
    }
}
