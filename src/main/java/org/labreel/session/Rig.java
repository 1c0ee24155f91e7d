package org.labreel.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.labreel.model.Session;

/** The configured cameras. */
public final class Rig implements AutoCloseable {
    private final List<CameraFeed> feeds;

    public Rig(List<CameraFeed> feeds) {
        this.feeds = List.copyOf(feeds);
    }

    /** In the order in which they were configured. */
    public List<CameraFeed> feeds() {
        return feeds;
    }

    /** The camera with this id. */
    public Optional<CameraFeed> feed(UUID id) {
        return feeds.stream().filter(feed -> feed.camera().id().equals(id)).findFirst();
    }

    /** The camera that a session planned: by its id, else by the address, as in a session of an earlier run. */
    Optional<CameraFeed> feed(Session.Camera planned) {
        return feed(planned.id()).or(() -> feeds.stream()
                .filter(feed -> feed.camera().address().equals(planned.address())).findFirst());
    }

    /** Asks the devices for serials that nobody configured. */
    public void probe() {
        feeds.forEach(CameraFeed::probe);
    }

    @Override
    public void close() {
        feeds.forEach(CameraFeed::close);
    }
}
