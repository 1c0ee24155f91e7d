package org.labreel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.labreel.model.Session;
import org.labreel.record.MessageMemory;

/** The configured cameras. */
public final class Rig implements AutoCloseable {
    private final MessageMemory memory;
    private volatile List<CameraFeed> feeds;

    public Rig(List<CameraFeed> feeds) {
        this(feeds, MessageMemory.ofThisProgram());
    }

    /**
     * @param memory
     *            shared with other recorders of the program
     */
    public Rig(List<CameraFeed> feeds, MessageMemory memory) {
        this.feeds = List.copyOf(feeds);
        this.memory = memory;
    }

    /** What all recorders of these cameras share. */
    MessageMemory memory() {
        return memory;
    }

    /**
     * Other cameras are configured from now on. Those of the same address go on as they are; one that is not wanted any
     * more stays while a session uses it.
     */
    public synchronized void configure(List<Session.Camera> wanted, Function<Session.Camera, CameraFeed> make) {
        List<CameraFeed> next = new ArrayList<>();
        for (Session.Camera each : wanted) {
            next.add(at(each.address()).orElseGet(() -> make.apply(each)));
        }
        List<CameraFeed> unwanted = feeds.stream().filter(feed -> !next.contains(feed)).toList();
        unwanted.stream().filter(CameraFeed::inUse).forEach(next::add);
        feeds = List.copyOf(next);
        unwanted.stream().filter(feed -> !next.contains(feed)).forEach(CameraFeed::close);
    }

    private Optional<CameraFeed> at(String address) {
        return feeds.stream().filter(feed -> feed.camera().address().equals(address)).findFirst();
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
        return feed(planned.id()).or(() -> at(planned.address()));
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
