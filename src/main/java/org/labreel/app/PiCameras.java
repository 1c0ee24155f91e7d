package org.labreel.app;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.labreel.feed.pi.PiDatagrams;
import org.labreel.feed.pi.PiResponder;
import org.labreel.feed.pi.SearchPlaces;
import org.labreel.serve.pi.SourceCamera;

/** The Pi cameras of {@code labreel serve}, one for each source. Their clients record into sessions. */
final class PiCameras implements AutoCloseable {
    private final List<SourceCamera> cameras = new ArrayList<>();
    private final List<SessionSwitch> switches = new ArrayList<>();
    private final List<PiResponder> responders = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /**
     * @throws UncheckedIOException
     *             when a port cannot be opened
     */
    static PiCameras start(Vertx vertx, Headless engine, List<CameraChoice> sources, PiOptions options) {
        PiCameras made = new PiCameras();
        boolean done = false;
        try {
            PiDatagrams datagrams = new PiDatagrams(SearchPlaces.NETWORK);
            for (int i = 0; options.wanted() && i < sources.size(); i++) {
                made.add(vertx, engine, sources.get(i), i, options, datagrams);
            }
            done = true;
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("searches for Pi cameras cannot be answered: " + e.getMessage(), e);
        } finally {
            if (!done) {
                made.close();
            }
        }
    }

    private void add(Vertx vertx, Headless engine, CameraChoice source, int number, PiOptions options,
            PiDatagrams datagrams) throws IOException {
        SessionSwitch recording = new SessionSwitch(engine.engine(), source.address());
        switches.add(recording);
        SourceCamera camera = SourceCamera.start(vertx, engine.sources().shared(source.heard()).branch(),
                options.settings(number), recording);
        cameras.add(camera);
        lines.add("Pi camera: pi://" + HostName.forCallers(options.allowed()) + ":" + camera.port() + " shows "
                + source.address());
        if (options.discoverable()) {
            responders.add(PiResponder.start(datagrams, HostName.here(), camera.port(), options.allowed()::admits));
        }
    }

    /** Where each can be called. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        responders.forEach(PiResponder::close);
        cameras.forEach(SourceCamera::close);
        switches.forEach(SessionSwitch::close);
    }
}
