package org.labreel.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.labreel.model.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands in a recordings folder. */
public final class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    private Catalogue() {
    }

    /** One log in the recordings folder. {@code session} is absent for a log that lies there by itself. */
    public record Entry(Path log, Optional<Session> session, String title, Instant modified, long bytes) {
    }

    /**
     * Every log under {@code root}, newest first; folders that cannot be read are passed over and reported. Links are
     * not followed. A log that its session does not name, as a crash may leave it, is listed with the session.
     */
    public static List<Entry> list(Path root) throws IOException {
        return list(root, Catalogue::session);
    }

    /**
     * @param sessions
     *            tells the session of a folder, if it has one
     */
    static List<Entry> list(Path root, Function<Path, Optional<Session>> sessions) throws IOException {
        List<Entry> found = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return found;
        }
        for (Path child : children(root)) {
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                addFolder(child, sessions, found);
            } else {
                add(child, Optional.empty(), found);
            }
        }
        found.sort(Comparator.comparing(Entry::modified).thenComparing(Entry::log).reversed());
        return List.copyOf(found);
    }

    private static void addFolder(Path folder, Function<Path, Optional<Session>> sessions, List<Entry> found) {
        try {
            Optional<Session> session = sessions.apply(folder);
            for (Path child : children(folder)) {
                add(child, session, found);
            }
        } catch (IOException e) {
            LOG.warn("The folder {} cannot be read and is passed over: {}", folder, e.toString());
        }
    }

    private static Optional<Session> session(Path folder) {
        if (!Files.exists(folder.resolve(SessionFolder.FILE))) {
            return Optional.empty();
        }
        try {
            return Optional.of(SessionFolder.open(folder).session());
        } catch (IOException e) {
            LOG.warn("{}", e.getMessage());
            return Optional.empty();
        }
    }

    private static void add(Path file, Optional<Session> session, List<Entry> found) {
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(".bin")
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            if (Files.size(file) == 0 && session.filter(s -> !names(s, name)).isPresent()) {
                // Made ready for a start that has not come.
                return;
            }
            String title = session.map(s -> s.name() + " / " + name).orElse(name);
            found.add(new Entry(file, session, title, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
        } catch (IOException e) {
            LOG.warn("The log {} cannot be read and is passed over: {}", file, e.toString());
        }
    }

    private static boolean names(Session session, String file) {
        return session.segments().stream().anyMatch(segment -> segment.file().equals(file));
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
