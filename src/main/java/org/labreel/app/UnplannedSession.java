package org.labreel.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Board;
import org.labreel.model.Session;

/** The session that a press of Record begins, which nobody planned. */
final class UnplannedSession {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss");

    private UnplannedSession() {
    }

    /**
     * Called by its date and time here.
     *
     * @param links
     *            what is recorded; the first board that one of them told is kept with it
     */
    static Session of(Instant now, List<Link> links) {
        Optional<Board> board = links.stream().flatMap(link -> link.source().model().ownBoard().stream()).findFirst();
        return Session.named(NAME.withZone(ZoneId.systemDefault()).format(now), now)
                .withCameras(links.stream().map(Link::camera).toList())
                .withBoardDefinition(board.map(Board::definition));
    }
}
