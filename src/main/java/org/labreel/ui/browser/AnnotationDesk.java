package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.labreel.archive.AnnotationEdit;
import org.labreel.archive.AnnotationStore;
import org.labreel.log.LogReader;
import org.labreel.query.Query;
import org.labreel.ui.kit.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and saves markers and ranges away from the window's thread, one thing after the other. Any thread. */
public final class AnnotationDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AnnotationDesk.class);

    private final AnnotationStore store;
    private final Executor disk;
    private final Notices notices;
    /** What could not be saved: it goes with the next change. On the disk's thread only. */
    private final Map<Path, AnnotationEdit> unsaved = new HashMap<>();

    /**
     * @param disk
     *            runs one task at a time, in order; not closed here
     */
    public AnnotationDesk(AnnotationStore store, Executor disk, Notices notices) {
        this.store = store;
        this.disk = disk;
        this.notices = notices;
    }

    /**
     * Reads what is kept for a log; nothing is told when that fails, and the notes are as they were.
     *
     * @param found
     *            is given the marks and the name that new ranges of this log carry
     */
    void load(LogReader reader, BiConsumer<AnnotationSet, String> found) {
        Path log = reader.file();
        disk.execute(() -> {
            try {
                AnnotationStore.Kept kept = store.load(log);
                AnnotationEdit rest = unsaved.getOrDefault(log, AnnotationEdit.NONE);
                found.accept(LogPlaces.placed(reader, new AnnotationStore.Kept(rest.markersOf(kept.markers()),
                        rest.rangesOf(kept.ranges()))), store.fileOf(log));
            } catch (IOException e) {
                LOG.warn("the markers of {} are not known: {}", log, e.toString());
            }
        });
    }

    /** What is kept for a log, without changes that are on their way. Touches the disk; any thread. */
    AnnotationSet peek(LogReader reader) throws IOException {
        return LogPlaces.placed(reader, store.peek(reader.file()));
    }

    /** When a frame arrived; nothing is told when the log cannot be read any more. */
    void arrival(LogReader reader, int frame, Consumer<Instant> found) {
        disk.execute(() -> {
            try {
                found.accept(LogPlaces.arrived(reader, frame));
            } catch (IOException e) {
                notices.error("The marker was not set", reader.file() + " cannot be read any more.", e);
            }
        });
    }

    /** A search that knows the markers and losses of each log. */
    LogSearch search(Query query) {
        return new LogSearch(query, store);
    }

    void keep(Path log, AnnotationEdit edit) {
        disk.execute(() -> {
            AnnotationEdit all = unsaved.getOrDefault(log, AnnotationEdit.NONE).then(edit);
            try {
                store.keep(log, all);
                unsaved.remove(log);
            } catch (IOException e) {
                unsaved.put(log, all);
                notices.error("A change of markers or ranges is not saved",
                        "It stays in the list for now and is saved with the next change, if that can be. "
                                + "The recording itself is untouched.",
                        e);
            }
        });
    }
}
