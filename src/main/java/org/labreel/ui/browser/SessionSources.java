package org.labreel.ui.browser;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/**
 * The sources of the session that a log lies in, each with its segments in the order in which they were recorded.
 *
 * @param own
 *            which of them the log is of; -1 when the log is no segment of a session
 */
record SessionSources(List<Track> tracks, int own) {
    static final SessionSources NONE = new SessionSources(List.of(), -1);

    SessionSources {
        tracks = List.copyOf(tracks);
    }

    /** A segment and where it lies. */
    record Piece(Path file, Segment segment) {
    }

    /**
     * What was recorded of one source.
     *
     * @param source
     *            its address
     * @param name
     *            short, for lanes and heads
     */
    record Track(String source, String name, List<Piece> pieces) {
        Track {
            pieces = List.copyOf(pieces);
        }

        /** The segment to look into for an instant of arrival: the last that had begun by then, else the first. */
        Piece at(Instant arrival) {
            Piece found = pieces.getFirst();
            for (Piece each : pieces) {
                found = each.segment().start().isAfter(arrival) ? found : each;
            }
            return found;
        }

        /** The segment behind (1) or before (-1) this one. */
        Optional<Piece> beside(Path file, int towards) {
            for (int i = 0; i < pieces.size(); i++) {
                int next = i + towards;
                if (pieces.get(i).file().equals(file) && next >= 0 && next < pieces.size()) {
                    return Optional.of(pieces.get(next));
                }
            }
            return Optional.empty();
        }
    }

    static SessionSources of(Path log, Optional<Session> session) {
        Optional<Segment> own = session.flatMap(found -> own(log, found));
        if (own.isEmpty()) {
            return NONE;
        }
        Path folder = folder(log, own.get());
        Map<String, List<Piece>> bySource = new LinkedHashMap<>();
        session.get().cameras().forEach(camera -> bySource.put(camera.address(), new ArrayList<>()));
        for (Segment each : session.get().segments()) {
            Path file = folder.resolve(each.file()).normalize();
            // A name that leads out of the folder is nobody's segment.
            if (file.startsWith(folder)) {
                bySource.computeIfAbsent(each.source(), _ -> new ArrayList<>()).add(new Piece(file, each));
            }
        }
        List<Track> tracks = bySource.entrySet().stream().filter(each -> !each.getValue().isEmpty())
                .map(each -> new Track(each.getKey(), name(each.getKey()), each.getValue())).toList();
        return new SessionSources(tracks, tracks.stream().map(Track::source).toList().indexOf(own.get().source()));
    }

    private static Optional<Segment> own(Path log, Session session) {
        return session.segments().stream().filter(each -> log.toAbsolutePath().endsWith(each.file())).findFirst();
    }

    /** The session's, above the name that the segment has inside it. */
    private static Path folder(Path log, Segment own) {
        Path up = log.toAbsolutePath();
        for (int i = 0; i < Path.of(own.file()).getNameCount(); i++) {
            up = up.resolve("..");
        }
        return up.normalize();
    }

    /** What tells an address from others: host and port, or the name of a file. */
    private static String name(String address) {
        if (address.isBlank()) {
            // A log that a program left which was killed, and that tells nothing of where it came from.
            return "Unknown source";
        }
        String bare = address.replaceFirst("^(ws|pi|cpl)://", "").replaceFirst("[?].*", "");
        String last = Stream.of(bare.split("[/\\\\]")).filter(part -> !part.isBlank()).reduce((_, next) -> next)
                .orElse(bare);
        String scheme = address.startsWith("pi://") ? "Pi " : address.startsWith("cpl://") ? "cpl " : "";
        return scheme + last;
    }

    /** Whether there is more than one camera to look at. */
    boolean several() {
        return tracks.size() > 1 && own >= 0;
    }

    Optional<Track> ownTrack() {
        return own < 0 ? Optional.empty() : Optional.of(tracks.get(own));
    }

    /** All but the one of the log. */
    List<Track> others() {
        return tracks.stream().filter(each -> tracks.indexOf(each) != own).toList();
    }
}
