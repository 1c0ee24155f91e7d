package org.labreel.app;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.labreel.feed.pi.PiDatagrams;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Serving.Service;
import org.labreel.ui.kit.ServingState;
import org.labreel.ui.live.RecordControl;

/** What others may call of a console, as Settings say: its sessions, and its sources in three protocols. */
final class Outlets implements AutoCloseable {
    private final ServedSource served = new ServedSource();
    private final Doors doors;

    /**
     * @param datagrams
     *            where searches for cameras are heard, the same that the console searches by
     * @param control
     *            what a client of the Pi camera presses
     */
    Outlets(PreferencesHolder preferences, Supplier<Vertx> network, Sources sources, SessionPart sessions,
            PiDatagrams datagrams, RecordControl control) {
        this.doors = new Doors(preferences, Map.of(Service.SESSIONS, sessions::serve, Service.RELAY,
                new RelayDoor(network, sources, served)::open, Service.PI_CAMERA,
                new PiDoor(network, sources, served, datagrams, control, FxThread.executor())::open, Service.CPL,
                new CplDoor(network, sources, served)::open));
        sessions.local().onReplaced(() -> doors.renew(Service.SESSIONS));
    }

    /** How each stands. */
    ServingState state() {
        return doors;
    }

    /** What the live page shows first is what others get where nothing else was chosen. */
    void passOn(List<String> shown) {
        if (!shown.isEmpty() && served.choose(SourceChoice.of(shown.getFirst()))) {
            doors.renewFirst();
        }
    }

    /** May block. */
    @Override
    public void close() {
        doors.close();
    }
}
