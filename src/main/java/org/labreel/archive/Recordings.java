package org.labreel.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.labreel.model.Session;

/**
 * The recordings folder as it is looked at again and again: only what has changed since is read. It asks for the times
 * of folders instead of being told by the system, since that works on any disk, network drives included. One thread at
 * a time.
 */
public final class Recordings {
    private final Map<Path, Known> known = new HashMap<>();
    private Map<Path, FileTime> seen = Map.of();

    /** A session as its file stood at a time. */
    private record Known(FileTime changed, long size, Optional<Session> session, Optional<String> trouble) {
    }

    /** A folder whose session cannot be read. {@code words} say why, and what to do, to the operator. */
    public record Trouble(Path folder, String words) {
    }

    /** What stands in the folder. */
    public record Listing(List<Catalogue.Entry> entries, List<Trouble> troubles) {
        public Listing {
            entries = List.copyOf(entries);
            troubles = List.copyOf(troubles);
        }
    }

    /** Whether anything came, went or was written in a session since this was last asked. */
    public boolean changed(Path root) throws IOException {
        Map<Path, FileTime> now = new HashMap<>();
        if (Files.isDirectory(root)) {
            now.put(root, Files.getLastModifiedTime(root));
            try (Stream<Path> children = Files.list(root)) {
                for (Path child : (Iterable<Path>) children::iterator) {
                    time(child).ifPresent(time -> now.put(child, time));
                }
            }
        }
        boolean changed = !now.equals(seen);
        seen = now;
        return changed;
    }

    private static Optional<FileTime> time(Path path) {
        try {
            return Optional.of(Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException _) {
            // It went while this was looked at.
            return Optional.empty();
        }
    }

    /** Every log under {@code root}, newest first, and the folders whose session cannot be read. */
    public Listing read(Path root) throws IOException {
        List<Trouble> troubles = new ArrayList<>();
        List<Catalogue.Entry> entries = Catalogue.list(root, folder -> session(folder, troubles));
        known.keySet().removeIf(folder -> !Files.isDirectory(folder));
        return new Listing(entries, troubles);
    }

    private Optional<Session> session(Path folder, List<Trouble> troubles) {
        Path file = folder.resolve(SessionFolder.FILE);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Known session = Optional.ofNullable(known.get(folder)).filter(each -> fresh(each, file))
                .orElseGet(() -> load(folder, file));
        known.put(folder, session);
        session.trouble().ifPresent(words -> troubles.add(new Trouble(folder, words)));
        return session.session();
    }

    private static boolean fresh(Known known, Path file) {
        try {
            return known.changed().equals(Files.getLastModifiedTime(file)) && known.size() == Files.size(file);
        } catch (IOException _) {
            return false;
        }
    }

    private static Known load(Path folder, Path file) {
        FileTime changed = FileTime.fromMillis(0);
        long size = -1;
        try {
            changed = Files.getLastModifiedTime(file);
            size = Files.size(file);
            return new Known(changed, size, Optional.of(SessionFolder.open(folder).session()), Optional.empty());
        } catch (IOException e) {
            return new Known(changed, size, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }
}
