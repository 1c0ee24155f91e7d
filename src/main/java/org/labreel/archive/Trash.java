package org.labreel.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labreel.log.Sidecar;

/**
 * Where deleted recordings lie: a folder within the recordings folder, from which they can be brought back. What is
 * being recorded is never moved. Touches the disk.
 */
public final class Trash {
    public static final String FOLDER = ".trash";
    /** A log that no session holds and that was written to so lately may still be written. */
    private static final Duration STILL_WRITTEN = Duration.ofSeconds(5);
    private static final int MAX_NAMES = 10_000;

    private final Path root;
    private final InstantSource clock;

    /**
     * @param root
     *            the recordings folder
     */
    public Trash(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    /** A file or folder that went from one place to another. */
    record Move(Path from, Path to) {
    }

    /**
     * What was deleted in one step.
     *
     * @param session
     *            folder of the session that it was taken out of
     */
    public record Deleted(String name, Optional<Path> session, List<Move> moves) {
        public Deleted {
            moves = List.copyOf(moves);
        }
    }

    /** What lies in the trash. */
    public record Contents(int deleted, long bytes) {
    }

    public Path folder() {
        return root.resolve(FOLDER);
    }

    /** Moves a session's folder here. @throws IOException when it is being recorded into, in the operator's words */
    public Deleted session(Path folder) throws IOException {
        FolderLock.tryTake(folder).orElseThrow(() -> recorded(folder)).close();
        Path to = free(name(folder));
        Files.move(folder, to);
        return new Deleted(name(folder), Optional.empty(), List.of(new Move(folder, to)));
    }

    /**
     * Moves a log and its index here. The accounts in its session stay, with a line in the journal.
     *
     * @throws IOException
     *             when it is being recorded, in the operator's words
     */
    public Deleted log(Path log) throws IOException {
        Optional<Path> session = sessionOf(log);
        if (session.isPresent()) {
            note(session.get(), name(log) + " was deleted by the operator.");
        } else if (clock.instant().isBefore(Files.getLastModifiedTime(log).toInstant().plus(STILL_WRITTEN))) {
            throw new IOException(name(log) + " was written to a moment ago and may still be recorded. "
                    + "Nothing was changed; stop what records it first.");
        }
        Path to = Files.createDirectories(
                free(session.map(folder -> name(folder) + " ").orElse("") + name(log).replaceFirst("\\.bin$", "")));
        List<Move> moves = new ArrayList<>();
        for (Path file : List.of(log, Sidecar.beside(log))) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Move move = new Move(file, to.resolve(name(file)));
                Files.move(move.from(), move.to());
                moves.add(move);
            }
        }
        return new Deleted(name(log), session, moves);
    }

    /** Brings back what was deleted, to where it was. @throws IOException when something else is there now */
    public void restore(Deleted deleted) throws IOException {
        for (Move move : deleted.moves()) {
            if (Files.exists(move.from(), LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("There is another " + name(move.from()) + " by now. What was deleted stays in "
                        + folder() + ".");
            }
        }
        for (Move move : deleted.moves()) {
            Files.createDirectories(parent(move.from()));
            Files.move(move.to(), move.from());
            Path left = parent(move.to());
            if (!left.equals(folder()) && isEmpty(left)) {
                Files.delete(left);
            }
        }
        if (deleted.session().isPresent()) {
            note(deleted.session().get(), deleted.name() + " was brought back from the trash.");
        }
    }

    public Contents contents() throws IOException {
        if (!Files.isDirectory(folder(), LinkOption.NOFOLLOW_LINKS)) {
            return new Contents(0, 0);
        }
        int deleted;
        try (Stream<Path> children = Files.list(folder())) {
            deleted = (int) children.count();
        }
        try (Stream<Path> all = Files.walk(folder())) {
            return new Contents(deleted, all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length()).sum());
        }
    }

    /** Deletes for good what lies here. */
    public void empty() throws IOException {
        if (Files.isDirectory(folder(), LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(folder(), new Emptying());
        }
    }

    private static final class Emptying extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }

    private void note(Path session, String words) throws IOException {
        if (!SessionFolder.edit(session, each -> each.noting(clock.instant(), words))) {
            throw recorded(session);
        }
    }

    private static IOException recorded(Path session) {
        return new IOException("“" + name(session) + "” is being recorded. Nothing was changed; stop it first.");
    }

    /** The folder of the session that has a log, also when its session cannot be read. */
    private static Optional<Path> sessionOf(Path log) {
        return Optional.of(parent(log)).filter(folder -> Files.isRegularFile(folder.resolve(SessionFolder.FILE),
                LinkOption.NOFOLLOW_LINKS));
    }

    private Path free(String name) throws IOException {
        Files.createDirectories(folder());
        for (int number = 1; number < MAX_NAMES; number++) {
            Path target = folder().resolve(number == 1 ? name : name + " " + number);
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                return target;
            }
        }
        throw new IOException("There are too many recordings called \"" + name + "\" in " + folder()
                + "; empty it first.");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
