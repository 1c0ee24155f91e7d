package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.labreel.archive.Catalogue;
import org.labreel.log.LogReader;
import org.labreel.query.Hit;
import org.labreel.query.Query;
import org.labreel.query.QueryException;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.Job;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Work;

/** A search without its controls: in the open log or in all recordings, with what was found so far. JavaFX thread. */
final class QueryModel {
    private static final int MOST_REMEMBERED = 30;

    private final Background background;
    private final PreferencesHolder preferences;
    private final AnnotationDesk marks;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Optional<Results>> results = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Job>> job = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int attempt;

    /**
     * @param ui
     *            the JavaFX thread
     */
    QueryModel(Background background, PreferencesHolder preferences, AnnotationDesk marks, Executor ui) {
        this.background = background;
        this.preferences = preferences;
        this.marks = marks;
        this.ui = ui;
    }

    /** How a search stands. */
    enum Stage {
        RUNNING, COMPLETE, CANCELLED, FAILED
    }

    /**
     * What was found in one log.
     *
     * @param zero
     *            its time zero
     * @param remark
     *            what the operator should know of it: damage, or why it could not be searched; may be empty
     */
    record Group(Path log, Instant zero, List<Hit> hits, String remark) {
        Group {
            hits = List.copyOf(hits);
        }
    }

    /**
     * What was found so far.
     *
     * @param everywhere
     *            in all recordings, not in one log
     * @param searched
     *            logs that were gone through
     * @param groups
     *            logs with hits or remarks
     * @param words
     *            why it failed; else empty
     */
    record Results(String query, boolean everywhere, Stage stage, int searched, List<Group> groups, String words) {
        Results {
            groups = List.copyOf(groups);
        }

        int hits() {
            return groups.stream().mapToInt(group -> group.hits().size()).sum();
        }

        /** In one log, in order. */
        List<Hit> in(Path log) {
            return groups.stream().filter(group -> group.log().equals(log)).flatMap(group -> group.hits().stream())
                    .toList();
        }

        private Results with(Group group) {
            List<Group> next = new ArrayList<>(groups);
            if (!group.hits().isEmpty() || !group.remark().isEmpty()) {
                next.add(group);
            }
            return new Results(query, everywhere, stage, searched + 1, next, words);
        }

        private Results ended(Stage how, String why) {
            return new Results(query, everywhere, how, searched, groups, why);
        }
    }

    /** Empty before the first search and after {@link #clear}. */
    ReadOnlyObjectProperty<Optional<Results>> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** The search that goes on. */
    ReadOnlyObjectProperty<Optional<Job>> jobProperty() {
        return job.getReadOnlyProperty();
    }

    /** What is wrong with a query; empty when it can be put. */
    static Optional<QueryException> check(String text) {
        try {
            Query.parse(text);
            return Optional.empty();
        } catch (QueryException e) {
            return Optional.of(e);
        }
    }

    /** Newest first. */
    List<String> remembered() {
        return preferences.get().queries();
    }

    /** Searches a log that is open. */
    void search(Query query, LogReader log) {
        start(query, false, "Search " + log.file().getFileName(), (control, mine) -> {
            LogSearch search = marks.search(query);
            found(mine, group(() -> search.in(log, control::progress, control::cancelled), log.file()));
        });
    }

    /** Searches every log of the recordings folder, newest first. */
    void searchAll(Query query) {
        Path root = preferences.get().recordings();
        start(query, true, "Search all recordings", (control, mine) -> {
            LogSearch search = marks.search(query);
            List<Catalogue.Entry> logs = Catalogue.list(root);
            for (int i = 0; i < logs.size(); i++) {
                Path log = logs.get(i).log();
                int done = i;
                control.note(logs.get(i).title());
                found(mine, group(() -> search.in(log,
                        part -> control.progress((done + part) / logs.size()), control::cancelled), log));
            }
        });
    }

    private interface Searching {
        void run(Work.Control control, int mine) throws IOException;
    }

    private interface OneLog {
        LogSearch.Found find() throws IOException;
    }

    /** A log that cannot be read is told of and ends nothing. */
    private static Group group(OneLog search, Path log) {
        try {
            LogSearch.Found found = search.find();
            int damage = found.index().damage().size();
            return new Group(log, found.index().timeZero(), found.hits(), damage == 0
                    ? ""
                    : "damaged in " + damage + (damage == 1 ? " place" : " places") + "; searched around");
        } catch (CancellationException e) {
            throw e;
        } catch (IOException e) {
            return new Group(log, Instant.EPOCH, List.of(), "not searched: " + Refusals.words(log, e));
        }
    }

    private void start(Query query, boolean everywhere, String title, Searching searching) {
        cancel();
        int mine = ++attempt;
        remember(query.toString());
        results.set(Optional.of(new Results(query.toString(), everywhere, Stage.RUNNING, 0, List.of(), "")));
        Job begun = background.submit(title, control -> {
            searching.run(control, mine);
            return mine;
        }, done -> ended(done, Stage.COMPLETE, ""),
                failure -> ended(mine, Stage.FAILED, String.valueOf(failure.getMessage())));
        if (begun.stateProperty().get() == Job.State.RUNNING) {
            job.set(Optional.of(begun));
            begun.stateProperty().subscribe(state -> {
                if (state == Job.State.CANCELLED) {
                    ended(mine, Stage.CANCELLED, "");
                }
            });
        }
    }

    private void found(int mine, Group group) {
        ui.execute(() -> {
            if (mine == attempt) {
                results.set(results.get().map(now -> now.with(group)));
            }
        });
    }

    private void ended(int mine, Stage how, String words) {
        if (mine == attempt) {
            job.set(Optional.empty());
            results.set(results.get().map(now -> now.ended(how, words)));
        }
    }

    private void remember(String text) {
        preferences.update(p -> {
            List<String> queries = new ArrayList<>(p.queries());
            queries.remove(text);
            queries.addFirst(text);
            return p.withQueries(queries.subList(0, Math.min(MOST_REMEMBERED, queries.size())));
        });
    }

    /** Ends the search that goes on; what it has found stays. */
    void cancel() {
        job.get().ifPresent(Job::cancel);
    }

    /** Ends the search and forgets what was found. */
    void clear() {
        cancel();
        attempt++;
        job.set(Optional.empty());
        results.set(Optional.empty());
    }
}
