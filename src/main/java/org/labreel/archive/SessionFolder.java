package org.labreel.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labreel.log.FileDisk;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session on disk: a folder with {@code session.json} and its segments, complete in itself. Safe for several threads;
 * changes by several of them go through {@link #update}.
 */
public final class SessionFolder {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFolder.class);
    static final String FILE = "session.json";
    private static final Pattern SEGMENT = Pattern.compile("segment-(\\d{1,9})\\..*");
    private static final int MAX_NAMES = 10_000;
    private static final long MAX_FILE = 64L << 20;

    private final Path path;
    private volatile Session session;
    private Optional<FolderLock> lock = Optional.empty();
    private int recorders;
    private boolean unsaved;

    private SessionFolder(Path path, Session session) {
        this.path = path;
        this.session = session;
    }

    /**
     * Makes a new folder for the session under {@code root}, named after it; a number is added when the name is taken.
     * Characters that a file system refuses are replaced.
     */
    public static SessionFolder create(Path root, Session session) throws IOException {
        Files.createDirectories(root);
        String name = expressible(FolderName.of(session.name()));
        for (int number = 1; number < MAX_NAMES; number++) {
            Path folder = root.resolve(number == 1 ? name : name + " " + number);
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException _) {
                continue;
            }
            FileDisk.forceDirectory(root);
            SessionFolder made = new SessionFolder(folder, session);
            made.save(session);
            return made;
        }
        throw new IOException("There are too many sessions called \"" + name + "\" in " + root
                + "; choose another name.");
    }

    /** Where the system's language knows ASCII only (LANG=C, as under cron), Java can make no other names. */
    private static String expressible(String name) {
        try {
            return Path.of(name).toString();
        } catch (InvalidPathException _) {
            return name.replaceAll("[^ -~]", "_");
        }
    }

    /** Opens an existing folder. @throws IOException with the reason in the operator's words */
    public static SessionFolder open(Path folder) throws IOException {
        return new SessionFolder(folder, read(folder));
    }

    private static Session read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(folder + " is no session: there is no " + FILE + " in it.");
        }
        if (Files.size(file) > MAX_FILE) {
            throw new IOException(file + " is too large to be a session file.");
        }
        try {
            return SessionJson.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IOException(file + " " + e.getMessage() + ". The logs beside it can be opened by themselves.", e);
        }
    }

    /**
     * Changes the session of a folder as it stands on disk.
     *
     * @return false when it is being recorded into, here or by another program: nothing was changed then
     */
    static boolean edit(Path folder, UnaryOperator<Session> change) throws IOException {
        Optional<FolderLock> taken = FolderLock.tryTake(folder);
        if (taken.isEmpty()) {
            return false;
        }
        try (FolderLock _ = taken.get()) {
            Session before = read(folder);
            Session after = change.apply(before);
            if (!after.equals(before)) {
                DurableFile.replace(folder.resolve(FILE), SessionJson.write(after));
            }
        }
        return true;
    }

    public Path path() {
        return path;
    }

    /** The session as last saved or read. */
    public Session session() {
        return session;
    }

    /** Writes {@code session.json} atomically: a crash leaves the old one or the new one. */
    public synchronized void save(Session next) throws IOException {
        session = next;
        unsaved = true;
        DurableFile.replace(path.resolve(FILE), SessionJson.write(next));
        unsaved = false;
    }

    /**
     * Changes the session as it stands at this moment, with what was entered while nobody recorded here, and writes it.
     * When writing fails the change is kept in memory, for the next save.
     */
    public synchronized Session update(UnaryOperator<Session> change) throws IOException {
        if (recorders > 0) {
            save(change.apply(session));
            return session;
        }
        try (FolderLock _ = lockOrKeep(change)) {
            readAgain();
            save(change.apply(session));
        }
        return session;
    }

    private FolderLock lockOrKeep(UnaryOperator<Session> change) throws IOException {
        try {
            return FolderLock.take(path);
        } catch (IOException e) {
            session = change.apply(session);
            unsaved = true;
            throw e;
        }
    }

    /** While nobody recorded, an operator may have entered something. What was never written goes before. */
    private void readAgain() {
        if (!unsaved) {
            try {
                session = read(path);
            } catch (IOException e) {
                LOG.warn("what stands there is not used: {}", e.getMessage());
            }
        }
    }

    /** A path inside the folder for the next segment, not yet existing, nor of a segment that was deleted. */
    public Path nextSegment() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            int last = Stream.concat(files.map(file -> String.valueOf(file.getFileName())),
                    session.segments().stream().map(Segment::file)).mapToInt(SessionFolder::numberOf).max().orElse(0);
            return path.resolve(String.format(Locale.ROOT, "segment-%03d.bin", last + 1));
        }
    }

    private static int numberOf(String file) {
        Matcher matcher = SEGMENT.matcher(file);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /**
     * Where a segment of this session lies.
     *
     * @throws IOException
     *             when its name leads out of the folder, by itself or by a link
     */
    public Path file(Segment segment) throws IOException {
        try {
            Path file = path.resolve(segment.file()).normalize();
            boolean inside = file.startsWith(path.normalize()) && !file.equals(path.normalize());
            if (inside && (!Files.exists(file) || file.toRealPath().startsWith(path.toRealPath()))) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new IOException("The session names a segment that no file can be called: " + e.getReason(), e);
        }
        throw new IOException("The session names a segment outside of its folder (" + segment.file()
                + "); it is not opened.");
    }

    /**
     * Keeps other programs, and other recordings of this one, from recording into the folder. Recorders that share this
     * object share it; each lets go with {@link #release}.
     */
    public synchronized void claim() throws IOException {
        if (recorders == 0) {
            lock = Optional.of(FolderLock.take(path));
            readAgain();
        }
        recorders++;
    }

    /** Ends one {@link #claim}. */
    public synchronized void release() throws IOException {
        if (recorders == 0 || --recorders > 0) {
            return;
        }
        if (lock.isPresent()) {
            FolderLock held = lock.get();
            lock = Optional.empty();
            held.close();
        }
    }
}
