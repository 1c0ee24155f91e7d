package org.labreel.app;

import java.time.Duration;
import java.util.Optional;
import org.labreel.record.RecorderStatus;
import org.labreel.ui.kit.Ticker;
import org.labreel.ui.kit.Units;
import org.labreel.ui.session.SessionBadge;

/** What this window does that must not end unasked: shown on its badges, and told before it is closed. */
final class Doings implements AutoCloseable {
    private final LiveLinks links;
    private final SessionPart sessions;
    private final ReviewRoom room;
    private final StatusBadges badges;
    private final Ticker look = new Ticker(Duration.ofMillis(500), this::look);
    private Optional<SessionBadge> session = Optional.empty();

    /** Shows them from now on. */
    Doings(LiveLinks links, SessionPart sessions, ReviewRoom room, StatusBadges badges) {
        this.links = links;
        this.sessions = sessions;
        this.room = room;
        this.badges = badges;
        look.start();
    }

    private void look() {
        session = sessions.look();
        badges.setSession(session);
        badges.setRecording(recording().map(text -> "Recording " + text));
    }

    /** What is being recorded; empty when nothing is. */
    Optional<String> recording() {
        if (!links.recording()) {
            return Optional.empty();
        }
        RecorderStatus status = links.control().status();
        return Optional.of(Units.elapsed(status.elapsed()) + " · " + Units.bytes(status.bytes()) + " · "
                + Units.count(status.frames()) + " frames");
    }

    /** Sessions that are armed or being recorded; empty when none is. */
    Optional<SessionBadge> session() {
        return session;
    }

    /** How many clips are being made or wait. */
    long exports() {
        return room.exportsUnfinished();
    }

    @Override
    public void close() {
        look.close();
    }
}
