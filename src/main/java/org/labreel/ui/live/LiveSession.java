package org.labreel.ui.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session that presses of Record go into, made by the first. Safe for several threads. */
final class LiveSession {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);

    private final Supplier<Path> root;
    private final Function<Instant, Session> plan;
    private final InstantSource clock;
    private final AtomicInteger markers = new AtomicInteger();
    private volatile @Nullable SessionFolder folder;

    LiveSession(Supplier<Path> root, Function<Instant, Session> plan, InstantSource clock) {
        this.root = root;
        this.plan = plan;
        this.clock = clock;
    }

    /** The next press makes another. */
    void leave() {
        folder = null;
        markers.set(0);
    }

    /** One more was set by hand. */
    void countMarker() {
        markers.incrementAndGet();
    }

    /** Set by hand in this session. */
    int markers() {
        return markers.get();
    }

    Optional<SessionFolder> folder() {
        return Optional.ofNullable(folder);
    }

    Optional<Session> session() {
        return folder().map(SessionFolder::session);
    }

    /**
     * Makes it, or enters what has come to the live page since. Where its folder is gone (deleted here or in another
     * window) or another program records into it, there is a new one: a press of Record records. Waits for the disk.
     */
    SessionFolder open() throws IOException {
        SessionFolder into = folder;
        if (into == null || !isOurs(into)) {
            into = SessionFolder.create(root.get(), plan.apply(clock.instant()));
            leave();
            folder = into;
        } else {
            enterSources(into);
        }
        return into;
    }

    /** Whether a source has told a board since the press, which the session has not. */
    boolean lacksBoard() {
        return session().filter(session -> session.boardDefinition().isEmpty()).isPresent()
                && plan.apply(clock.instant()).boardDefinition().isPresent();
    }

    /** Enters what has become known of the sources since the press. Waits for the disk. */
    void catchUp() {
        folder().ifPresent(into -> {
            try {
                enterSources(into);
            } catch (IOException e) {
                LOG.warn("the board is entered later: {}", e.toString());
            }
        });
    }

    private static boolean isOurs(SessionFolder into) {
        try {
            into.claim();
            into.release();
            return true;
        } catch (IOException e) {
            LOG.info("a new session is begun: {}", e.toString());
            return false;
        }
    }

    private void enterSources(SessionFolder into) throws IOException {
        Session now = plan.apply(clock.instant());
        List<Session.Camera> cameras = new ArrayList<>(into.session().cameras());
        now.cameras().stream().filter(
                camera -> cameras.stream().noneMatch(known -> known.address().equals(camera.address())))
                .toList().forEach(cameras::add);
        boolean board = into.session().boardDefinition().isEmpty() && now.boardDefinition().isPresent();
        if (board || cameras.size() > into.session().cameras().size()) {
            into.update(session -> session.withCameras(cameras)
                    .withBoardDefinition(session.boardDefinition().or(now::boardDefinition)));
        }
    }

    /** The files of one source, oldest first, that being written too. */
    List<Path> files(String address) {
        SessionFolder into = folder;
        return into == null
                ? List.of()
                : into.session().segments().stream().filter(each -> each.source().equals(address))
                        .map(each -> into.path().resolve(each.file())).toList();
    }

    /** The losses of one source, as last entered. */
    List<Loss> losses(String address) {
        return session().map(Session::losses).orElse(List.of()).stream()
                .filter(loss -> loss.source().equals(address)).toList();
    }

    /** Enters a marker in place of the one with its id. Waits for the disk. */
    void enter(Marker marker) {
        SessionFolder into = folder;
        if (into == null) {
            return;
        }
        try {
            into.update(session -> {
                List<Marker> next = new ArrayList<>(session.markers());
                next.removeIf(old -> old.id().equals(marker.id()));
                next.add(marker);
                return session.withMarkers(next);
            });
        } catch (IOException e) {
            LOG.warn("the text of a marker is kept in memory until session.json can be written: {}", e.toString());
        }
    }
}
