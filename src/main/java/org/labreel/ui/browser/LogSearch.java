package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.labreel.archive.AnnotationStore;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.model.Loss;
import org.labreel.model.TimeRange;
import org.labreel.query.Hit;
import org.labreel.query.Query;
import org.labreel.query.Surroundings;

/** Puts a query to a log with all that is known of it: its records, its markers, its session's losses. Any thread. */
public final class LogSearch {
    private static final double OPENING = 0.5;
    private static final Duration SLICE = Duration.ofMillis(200);

    private final Query query;
    private final AnnotationStore store;

    public LogSearch(Query query, AnnotationStore store) {
        this.query = query;
        this.store = store;
    }

    /**
     * What was found in a log.
     *
     * @param index
     *            of the log as it was searched
     */
    public record Found(Path log, LogIndex index, List<Hit> hits) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /**
     * Opens a log, searches it, closes it.
     *
     * @param progress
     *            told the part done, 0 to 1
     */
    public Found in(Path log, DoubleConsumer progress, BooleanSupplier cancelled) throws IOException {
        try (LogReader reader = LogReader.open(log, part -> progress.accept(part * OPENING), cancelled)) {
            return in(reader, part -> progress.accept(OPENING + part * (1 - OPENING)), cancelled);
        }
    }

    /** Searches a log that is open; one that is still being indexed is indexed to its end first. */
    public Found in(LogReader reader, DoubleConsumer progress, BooleanSupplier cancelled) throws IOException {
        while (!reader.complete() && !reader.indexOn(SLICE, _ -> {
        }, cancelled)) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
        }
        LogIndex index = reader.index();
        return new Found(reader.file(), index, query.run(reader, around(reader), progress, cancelled));
    }

    private Surroundings around(LogReader reader) throws IOException {
        if (reader.index().frames() == 0) {
            return Surroundings.NONE;
        }
        List<Surroundings.Mark> marks = LogPlaces.placed(reader, store.peek(reader.file())).markers().stream()
                .map(marker -> new Surroundings.Mark(marker.frame(), marker.text())).toList();
        List<TimeRange> losses = new ArrayList<>();
        for (Loss loss : store.losses(reader.file())) {
            TimeRange wall = new TimeRange(loss.start(), loss.end().isBefore(loss.start()) ? loss.start() : loss.end());
            losses.add(new TimeRange(LogPlaces.logTime(reader, wall.start()),
                    LogPlaces.logTime(reader, wall.start()).plus(wall.duration())));
        }
        return new Surroundings(marks, losses);
    }
}
