package org.labreel.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.NamedRange;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps markers and named ranges of logs: those of a session's segment in its {@code session.json}, all others in a
 * folder of this program's own, never beside a stranger's file. What cannot be entered into a session, because it is
 * being recorded or may not be written, waits there too until it can. One thread at a time; touches the disk.
 */
public final class AnnotationStore {
    private static final Logger LOG = LoggerFactory.getLogger(AnnotationStore.class);
    /** A marker set while a segment was being closed is later than its last record. */
    private static final Duration CLOSING = Duration.ofSeconds(1);
    /** A log is known by its front, so that its notes are found again when it was moved, bytes. */
    private static final int FRONT = 1 << 16;

    private final Path folder;

    /**
     * @param folder
     *            for notes that no session can hold; made when first needed
     */
    public AnnotationStore(Path folder) {
        this.folder = folder;
    }

    /** What is kept for a log. */
    public record Kept(List<Marker> markers, List<NamedRange> ranges) {
        public Kept {
            markers = List.copyOf(markers);
            ranges = List.copyOf(ranges);
        }
    }

    /** A segment in its session. */
    private record Home(Path folder, Session session, Segment segment) {
        private Instant end() {
            return segment.end().map(end -> end.plus(CLOSING)).orElse(Instant.MAX);
        }

        boolean spans(Marker marker) {
            return !marker.at().isBefore(segment.start()) && !marker.at().isAfter(end());
        }

        boolean spans(Loss loss) {
            return !loss.end().isBefore(segment.start()) && !loss.start().isAfter(end());
        }
    }

    /**
     * Name that ranges of this log carry: that of the segment in its session, else the log's own.
     */
    public String fileOf(Path log) {
        return home(log).map(home -> home.segment().file()).orElse(String.valueOf(log.getFileName()));
    }

    /** What is kept for a log. Changes that waited for its session are entered there, if that can be now. */
    public Kept load(Path log) throws IOException {
        Kept kept = peek(log);
        if (home(log).isPresent()) {
            keep(log, AnnotationEdit.NONE);
        }
        return kept;
    }

    /** What is kept for a log, the changes that still wait included. Changes nothing. */
    public Kept peek(Path log) throws IOException {
        AnnotationEdit waiting = waiting(log);
        Optional<Home> home = home(log);
        if (home.isEmpty()) {
            return new Kept(waiting.markersOf(List.of()), waiting.rangesOf(List.of()));
        }
        Home at = home.get();
        List<Marker> markers = at.session().markers().stream().filter(at::spans).toList();
        List<NamedRange> ranges = at.session().ranges().stream()
                .filter(range -> range.file().equals(at.segment().file())).toList();
        return new Kept(waiting.markersOf(markers), waiting.rangesOf(ranges));
    }

    /** What its session says was lost while this log was recorded, by this computer's clock. */
    public List<Loss> losses(Path log) {
        return home(log).map(home -> home.session().losses().stream().filter(home::spans).toList()).orElse(List.of());
    }

    /** Enters a change, and what waits for this log, where it belongs. */
    public void keep(Path log, AnnotationEdit edit) throws IOException {
        AnnotationEdit all = waiting(log).then(edit);
        if (all.isNone()) {
            return;
        }
        Optional<Home> home = home(log);
        AnnotationEdit rest = home.isPresent() ? entered(home.get(), all) : all;
        if (rest.isNone()) {
            Files.deleteIfExists(byPath(log));
            Optional<Path> known = byFront(log);
            if (known.isPresent()) {
                Files.deleteIfExists(known.get());
            }
        } else {
            Path file = byFront(log).orElse(byPath(log));
            Files.createDirectories(folder);
            DurableFile.replace(file, AnnotationJson.write(rest, log));
            if (!file.equals(byPath(log))) {
                Files.deleteIfExists(byPath(log));
            }
        }
    }

    /** Enters a change into the session. @return what it could not take */
    private static AnnotationEdit entered(Home home, AnnotationEdit all) {
        // By another clock than this computer's a marker may lie outside of its segment, where nobody would find it.
        List<Marker> outside = all.markers().stream().filter(marker -> !home.spans(marker)).toList();
        List<Marker> inside = all.markers().stream().filter(home::spans).toList();
        AnnotationEdit taken = new AnnotationEdit(inside, all.ranges(), all.deleted());
        try {
            boolean done = SessionFolder.edit(home.folder(),
                    session -> session.withMarkers(taken.markersOf(session.markers()))
                            .withRanges(taken.rangesOf(session.ranges())));
            return done ? new AnnotationEdit(outside, List.of(), Set.of()) : all;
        } catch (IOException e) {
            LOG.warn("remarks wait in the program's own folder: {}", e.toString());
            return all;
        }
    }

    private AnnotationEdit waiting(Path log) throws IOException {
        AnnotationEdit found = read(byPath(log));
        Optional<Path> known = byFront(log);
        return known.isPresent() ? found.then(read(known.get())) : found;
    }

    private static AnnotationEdit read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return AnnotationEdit.NONE;
        }
        try {
            return AnnotationJson.read(Files.readAllBytes(file));
        } catch (IOException e) {
            // Put aside and not written over: somebody may still make something of it.
            Path aside = file.resolveSibling(file.getFileName() + ".broken-" + System.currentTimeMillis());
            LOG.warn("{} {}; it is put aside as {}", file, e.getMessage(), aside.getFileName());
            Files.move(file, aside);
            return AnnotationEdit.NONE;
        }
    }

    /** The session that names this log as a segment; its file stands beside the log or one folder up. */
    private static Optional<Home> home(Path log) {
        Path absolute = log.toAbsolutePath().normalize();
        Path at = absolute.getParent();
        for (int up = 0; up < 2 && at != null; up++, at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(SessionFolder.FILE), LinkOption.NOFOLLOW_LINKS)) {
                return home(at, absolute);
            }
        }
        return Optional.empty();
    }

    private static Optional<Home> home(Path folder, Path log) {
        try {
            Session session = SessionFolder.open(folder).session();
            String name = folder.relativize(log).toString().replace('\\', '/');
            return session.segments().stream().filter(segment -> segment.file().equals(name)).findFirst()
                    .map(segment -> new Home(folder, session, segment));
        } catch (IOException e) {
            LOG.warn("the session in {} is not used: {}", folder, e.getMessage());
            return Optional.empty();
        }
    }

    private Path byPath(Path log) {
        byte[] name = log.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        return folder.resolve("path-" + digest(name) + ".json");
    }

    /** Empty for a log that is too short to be told from others by its front. */
    private Optional<Path> byFront(Path log) throws IOException {
        try (InputStream in = Files.newInputStream(log)) {
            byte[] front = in.readNBytes(FRONT);
            return front.length < FRONT
                    ? Optional.empty()
                    : Optional.of(folder.resolve("log-" + digest(front) + ".json"));
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
