package org.labreel.ui.export;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.labreel.export.ExportQueue;
import org.labreel.export.ExportQueue.Entry;
import org.labreel.export.ExportRequest;
import org.labreel.export.Exporter;
import org.labreel.export.JobState;

/** The clips that were made, are made and wait, as the window shows them. JavaFX thread. */
public final class Exports implements AutoCloseable {
    private final Executor ui;
    private final ExportQueue queue;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Set<Long> ended = new HashSet<>();
    private final ObservableList<Entry> all = FXCollections.observableArrayList();
    private final ObservableList<Entry> seen = FXCollections.unmodifiableObservableList(all);
    private Consumer<Entry> listener = _ -> {
    };

    /**
     * @param busy
     *            whether exports have to wait because a recording falls behind; any thread
     * @param ui
     *            the JavaFX thread
     */
    public Exports(BooleanSupplier busy, Executor ui) {
        this(Exporter::run, busy, ui);
    }

    Exports(ExportQueue.Maker maker, BooleanSupplier busy, Executor ui) {
        this.ui = ui;
        this.queue = new ExportQueue(maker, busy, System::nanoTime, this::changed);
    }

    /** In the order of the queue; a new entry each time its state changes. */
    public ObservableList<Entry> all() {
        return seen;
    }

    /** Is told each one that has come to its end, well or not. */
    void onEnded(Consumer<Entry> next) {
        listener = next;
    }

    /** Any thread. However fast it goes, the window looks at it once at a time. */
    private void changed() {
        if (pending.compareAndSet(false, true)) {
            ui.execute(() -> {
                pending.set(false);
                refresh();
            });
        }
    }

    private void refresh() {
        List<Entry> now = queue.entries();
        if (!now.equals(all)) {
            all.setAll(now);
        }
        now.stream().filter(each -> each.state().ended() && ended.add(each.id())).forEach(listener);
    }

    /** How many are not at their end yet. */
    public long unfinished() {
        return all.stream().filter(each -> !each.state().ended()).count();
    }

    Optional<JobState.Running> running() {
        return all.stream().map(Entry::state).filter(JobState.Running.class::isInstance)
                .map(JobState.Running.class::cast).findFirst();
    }

    /** Whether a file is to be made that is not there yet. */
    boolean promises(Path path) {
        return all.stream().filter(each -> !each.state().ended()).map(Entry::request)
                .anyMatch(request -> request.target().equals(path) || request.csv().filter(path::equals).isPresent()
                        || request.sidecar().filter(path::equals).isPresent());
    }

    /** Puts them at the end; the first begins at once when nothing runs. */
    void add(List<ExportRequest> requests) {
        requests.forEach(queue::add);
        refresh();
    }

    /** Nothing of it stays; one that waits is not begun. */
    void cancel(Entry one) {
        queue.cancel(one.id());
    }

    /** Cancels all that have not ended. */
    public void cancelAll() {
        List.copyOf(all).reversed().stream().filter(each -> !each.state().ended()).forEach(this::cancel);
    }

    /** Once more, at the end, under a name that is free. */
    void again(Entry one) {
        ExportRequest before = one.request();
        Path target = new FreeNames(this::promises, before.csv().isPresent(), before.sidecar().isPresent())
                .like(before.target());
        ExportRequest request = before.withTarget(target).withCsv(before.csv().map(_ -> FreeNames.csvOf(target)))
                .withSidecar(before.sidecar().map(_ -> ExportRequest.sidecarOf(target)));
        queue.remove(one.id());
        add(List.of(request));
    }

    /** Takes one that waits earlier (-1) or later (1), past the next one that waits. */
    void move(Entry one, int by) {
        if (canMove(one, by)) {
            queue.move(one.id(), place(one) + by);
            refresh();
        }
    }

    boolean canMove(Entry one, int by) {
        int to = place(one) + by;
        return one.state() instanceof JobState.Waiting && to >= 0 && to < all.size()
                && all.get(to).state() instanceof JobState.Waiting;
    }

    private int place(Entry one) {
        return all.stream().map(Entry::id).toList().indexOf(one.id());
    }

    /** Takes one off the list that has ended; what it made stays. */
    void remove(Entry one) {
        queue.remove(one.id());
    }

    /** Takes all off the list that have ended. */
    void clear() {
        List.copyOf(all).stream().filter(each -> each.state().ended()).forEach(this::remove);
    }

    /** Cancels all and waits until what was half made is gone. */
    @Override
    public void close() {
        queue.close();
    }
}
