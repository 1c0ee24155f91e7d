package org.labreel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Loss;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/**
 * What the session file beside a log says of how it came about.
 *
 * @param losses
 *            of its source and its time, in the order in which they were entered
 */
record Accounts(Segment segment, List<Loss> losses) {
    Accounts {
        losses = List.copyOf(losses);
    }

    /**
     * Empty for a log that belongs to no session.
     *
     * @throws IOException
     *             when there is a session file that cannot be read
     */
    static Optional<Accounts> of(Path log) throws IOException {
        Path folder = log.toAbsolutePath().getParent();
        if (folder == null || !Files.exists(folder.resolve("session.json"))) {
            return Optional.empty();
        }
        Session session = SessionFolder.open(folder).session();
        String name = String.valueOf(log.getFileName());
        return session.segments().stream().filter(segment -> segment.file().equals(name)).findFirst()
                .map(segment -> new Accounts(segment, losses(session, segment)));
    }

    private static List<Loss> losses(Session session, Segment segment) {
        List<Loss> ofSource = session.losses().stream().filter(loss -> loss.source().equals(segment.source()))
                .toList();
        boolean alone = session.segments().stream().filter(other -> other.source().equals(segment.source()))
                .count() == 1;
        // A clock that was set back puts losses outside of the times of their segment; if it is the only one it has
        // all.
        return alone ? ofSource : ofSource.stream().filter(loss -> touches(loss, segment)).toList();
    }

    private static boolean touches(Loss loss, Segment segment) {
        Instant end = segment.end().orElse(Instant.MAX);
        return !loss.end().isBefore(segment.start()) && !loss.start().isAfter(end);
    }
}
