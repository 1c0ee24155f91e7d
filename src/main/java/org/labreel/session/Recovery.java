package org.labreel.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labreel.archive.SessionFolder;
import org.labreel.log.LogReader;
import org.labreel.log.NotALogException;
import org.labreel.log.Sidecar;
import org.labreel.log.SourceMark;
import org.labreel.model.Arrival;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a session whose program ended unexpectedly to the truth: what its files hold, that nobody records, and whether
 * its schedule still wants it. Changes no record and no file that holds one.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Pattern SEGMENT = Pattern.compile("segment-\\d{1,9}\\.bin");
    private static final String ENDED = "The program ended unexpectedly";

    private Recovery() {
    }

    /** Whether nobody closed this session in order, as far as its folder tells. */
    static boolean needed(SessionFolder folder) {
        Session session = folder.session();
        return switch (session.state()) {
            case STOPPED -> false;
            case STANDBY, STARTED -> true;
            case SCHEDULED -> hasUnlisted(folder);
        };
    }

    private static boolean hasUnlisted(SessionFolder folder) {
        try {
            return logs(folder.path()).size() > folder.session().segments().size();
        } catch (IOException _) {
            // A folder that cannot be read cannot be recovered either.
            return false;
        }
    }

    /** The folder must be claimed by the caller. */
    static Session recover(SessionFolder folder, Instant now) throws IOException {
        List<Segment> segments = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Set<String> recorded = UnknownEnd.recorded(folder.session());
        for (Segment segment : folder.session().segments()) {
            known.add(segment.file());
            if (segment.end().isPresent()) {
                segments.add(segment);
            } else if (!gone(folder.file(segment))) {
                segments.add(read(folder, segment));
            }
        }
        for (Path file : logs(folder.path())) {
            if (!known.contains(String.valueOf(file.getFileName())) && !gone(file)) {
                segments.add(read(folder, unlisted(folder.session(), file, now)));
            }
        }
        return folder.update(session -> told(session.withSegments(segments), recorded, now));
    }

    /** Takes a file away into which nothing ever came, as a recorder does that ends in order. */
    private static boolean gone(Path file) throws IOException {
        boolean empty = Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == 0;
        if (empty) {
            Files.delete(file);
            Files.deleteIfExists(Sidecar.beside(file));
        }
        return empty;
    }

    private static List<Path> logs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> SEGMENT.matcher(String.valueOf(file.getFileName())).matches()
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        }
    }

    /** A file that was begun a moment before the end, or made ready for a start. */
    private static Segment unlisted(Session session, Path file, Instant now) {
        Set<String> sources = new HashSet<>();
        session.cameras().forEach(camera -> sources.add(camera.address()));
        session.segments().forEach(segment -> sources.add(segment.source()));
        // Of several, one that is not certain is worse than none.
        String source = SourceMark.read(file, sources)
                .orElse(sources.size() == 1 ? sources.iterator().next() : "");
        return new Segment(String.valueOf(file.getFileName()), source, now, Optional.empty(), 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** What the file holds; of what was repeated or lost only the last note is known. */
    private static Segment read(SessionFolder folder, Segment noted) throws IOException {
        Path file = folder.file(noted);
        try (LogReader log = LogReader.open(file)) {
            int head = log.index().headRecords();
            int records = log.index().records();
            long preRoll = 0;
            for (int i = head; i < records; i++) {
                if (!log.entry(i).map(Sidecar.Entry::preRoll).orElse(false)) {
                    break;
                }
                preRoll++;
            }
            Instant start = records > head ? at(log, head) : noted.start();
            Instant end = records > head ? at(log, records - 1) : start;
            long written = (long) records - head;
            return new Segment(noted.file(), noted.source(), start, Optional.of(end.isBefore(start) ? start : end),
                    Files.size(file), head, preRoll, written + noted.repeated() + noted.lost(), written,
                    noted.repeated(), noted.lost(), log.index().frames());
        } catch (NotALogException e) {
            LOG.warn("{}: {}", file, e.getMessage());
            return new Segment(noted.file(), noted.source(), noted.start(), Optional.of(noted.start()), 0, 0, 0,
                    noted.lost(), 0, 0, noted.lost(), 0);
        }
    }

    private static Instant at(LogReader log, int record) throws IOException {
        return log.entry(record).flatMap(Sidecar.Entry::arrival).map(Arrival::wall)
                .orElse(log.index().time(record));
    }

    /**
     * @param recorded
     *            addresses of the sources that were being recorded
     */
    private static Session told(Session session, Set<String> recorded, Instant now) {
        if (session.state() == Session.State.SCHEDULED) {
            return session.noting(now, ENDED + " when this was about to start; what was received then is kept.");
        }
        boolean started = session.state() == Session.State.STARTED;
        Instant last = UnknownEnd.lastSign(session).orElse(now);
        boolean scheduled = !session.spans().isEmpty() && session.spans().getLast().ended().isEmpty()
                && session.spans().getLast().cause() == Span.Cause.SCHEDULE
                && session.plan().end().map(now::isBefore).orElse(true);
        Session closed = SessionStore.withOpenSpan(session, span -> span.withEnd(last, ENDED + "."));
        String text = ENDED + (started
                ? " while this was being recorded; what was received until "
                        + SessionWords.at(last) + " is kept."
                : " while this was armed.");
        Instant until = scheduled ? session.plan().end().filter(now::isAfter).orElse(now) : last;
        return (started ? UnknownEnd.entered(closed, recorded, until) : closed)
                .withState(scheduled ? Session.State.SCHEDULED : Session.State.STOPPED).noting(now,
                        scheduled ? text + " Its schedule goes on." : text);
    }
}
