package org.labreel.app;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.serve.pi.RecordingSwitch;
import org.labreel.session.CameraView;
import org.labreel.session.DeskListener;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionView;

/** Lets the clients of a served source record it: each start makes a session of this one camera. */
final class SessionSwitch implements RecordingSwitch, AutoCloseable {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss");

    private final SessionDesk desk;
    private final String address;
    private final SessionDesk.Watch watch;
    /** The session that was started from here and still runs. */
    private Optional<UUID> running = Optional.empty();
    private Optional<String> newest = Optional.empty();
    private boolean starting;

    /**
     * @param address
     *            of the camera as the desk knows it
     */
    SessionSwitch(SessionDesk desk, String address) {
        this.desk = desk;
        this.address = address;
        this.watch = desk.watch(new Ear());
    }

    @Override
    public synchronized CompletionStage<Void> start() {
        if (starting || running.isPresent()) {
            return CompletableFuture.failedFuture(new IllegalStateException("It records already."));
        }
        starting = true;
        return desk.cameras()
                .thenCompose(
                        cameras -> desk.create(NAME.format(LocalDateTime.now(ZoneId.systemDefault())), plan(cameras)))
                .thenCompose(made -> desk.change(made.session().id(), Session.State.STARTED)).thenAccept(this::began)
                .whenComplete((_, _) -> ended());
    }

    private synchronized void began(SessionView started) {
        running = Optional.of(started.session().id());
    }

    private synchronized void ended() {
        starting = false;
    }

    private Session.Plan plan(List<CameraView> cameras) {
        List<Session.Camera> own = cameras.stream().map(CameraView::camera)
                .filter(camera -> camera.address().equals(address)).limit(1).toList();
        if (own.isEmpty()) {
            throw new IllegalStateException("There is no camera " + address + " any more.");
        }
        return Session.Plan.NONE.withCameras(own);
    }

    @Override
    public synchronized CompletionStage<Void> stop() {
        if (running.isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException("Nothing is being recorded from here."));
        }
        return desk.change(running.get(), Session.State.STOPPED).thenAccept(this::note);
    }

    private synchronized void note(SessionView view) {
        if (running.filter(view.session().id()::equals).isPresent()
                && view.session().state() == Session.State.STOPPED) {
            running = Optional.empty();
            newest = view.session().segments().stream().map(Segment::file).reduce((_, last) -> last)
                    .map(file -> view.folder() + "/" + file).or(() -> newest);
        }
    }

    @Override
    public synchronized boolean recording() {
        return running.isPresent();
    }

    @Override
    public synchronized Optional<String> newest() {
        return newest;
    }

    @Override
    public void close() {
        watch.close();
    }

    /** A session also stops by itself: at its limits, on a full disk, by somebody else's hand. */
    private final class Ear implements DeskListener {
        @Override
        public void changed(SessionView session) {
            note(session);
        }

        @Override
        public void gone(UUID id) {
            // Only a session that rests can be deleted.
        }

        @Override
        public void connection(Connection connection) {
            // The desk of this program is always there.
        }
    }
}
