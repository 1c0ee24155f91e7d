package org.labreel.ui.browser;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.labreel.log.LogIndex;
import org.labreel.model.Marker;
import org.labreel.model.NamedRange;
import org.labreel.ui.browser.AnnotationSet.Change;
import org.labreel.ui.browser.AnnotationSet.Step;

/**
 * The markers and named ranges of the open log, and every change that the operator makes to them: seen at once, saved
 * in the background, undone and done again step by step. JavaFX thread.
 */
final class Annotations {
    private final AnnotationDesk desk;
    private final Executor ui;
    private final EditHistory history = new EditHistory();
    private final ReadOnlyObjectWrapper<AnnotationSet> all = new ReadOnlyObjectWrapper<>(AnnotationSet.NONE);
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private Optional<OpenLog> log = Optional.empty();
    private String file = "";
    private int edits;

    /**
     * @param ui
     *            the JavaFX thread
     */
    Annotations(AnnotationDesk desk, Executor ui) {
        this.desk = desk;
        this.ui = ui;
    }

    /** A part of the log to be kept under a name; frames counted from 0, both included. */
    record Part(String name, int first, int last, String colour) {
    }

    /** Markers and ranges in order of their place. A new set at every change. */
    ReadOnlyObjectProperty<AnnotationSet> allProperty() {
        return all.getReadOnlyProperty();
    }

    List<LogMarker> markers() {
        return all.get().markers();
    }

    List<LogRange> ranges() {
        return all.get().ranges();
    }

    /** What Undo would take back, "move marker"; empty when there is nothing. */
    ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** What Redo would do again; empty when there is nothing. */
    ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /** Turns to another log, or to the same as it has grown: what is kept for it follows as soon as it is read. */
    void show(Optional<OpenLog> next) {
        boolean same = next.isPresent() && log.isPresent() && next.get().reader() == log.get().reader();
        log = next;
        if (!same) {
            history.clear();
            publish(AnnotationSet.NONE);
        }
        load();
    }

    private void load() {
        int before = edits;
        log.ifPresent(open -> desk.load(open.reader(), (found, name) -> ui.execute(() -> {
            if (!current(open)) {
                return;
            }
            if (edits == before) {
                file = name;
                publish(found);
            } else {
                // Something was changed while this was being read.
                load();
            }
        })));
    }

    private boolean current(OpenLog open) {
        return log.filter(now -> now.reader() == open.reader()).isPresent();
    }

    private void publish(AnnotationSet next) {
        all.set(next);
        undoName.set(history.undoName());
        redoName.set(history.redoName());
    }

    /**
     * @param added
     *            is told the marker once it is there
     */
    void addMarker(int frame, String text, String colour, Consumer<LogMarker> added) {
        at(frame, at -> {
            LogMarker marker = new LogMarker(frame, new Marker(UUID.randomUUID(), at, text, colour));
            perform(new Step("add marker", List.of(Change.added(marker))));
            added.accept(marker);
        });
    }

    void moveMarker(UUID id, int frame) {
        at(frame, at -> all.get().find(id).ifPresent(before -> {
            if (before instanceof LogMarker(int old, Marker m) && old != frame) {
                LogMarker after = new LogMarker(frame, new Marker(m.id(), at, m.text(), m.colour()));
                perform(new Step("move marker", List.of(Change.changed(before, after))));
            }
        }));
    }

    /** Finds the time of a frame, which may take a look at the disk, then goes on. */
    private void at(int frame, Consumer<Instant> then) {
        log.filter(open -> frame >= 0 && frame < open.index().frames())
                .ifPresent(open -> desk.arrival(open.reader(), frame, at -> ui.execute(() -> {
                    if (current(open)) {
                        then.accept(at);
                    }
                })));
    }

    /** Keeps parts of the log as named ranges, in one step. */
    List<LogRange> addRanges(List<Part> parts) {
        if (log.isEmpty() || parts.isEmpty()) {
            return List.of();
        }
        LogIndex index = log.get().index();
        List<LogRange> added = parts.stream().map(part -> new LogRange(part.first(), part.last(),
                new NamedRange(UUID.randomUUID(), file, part.name(),
                        LogPlaces.times(index, part.first(), part.last()), part.colour())))
                .toList();
        perform(new Step(added.size() == 1 ? "keep range" : "keep " + added.size() + " ranges",
                added.stream().map(Change::added).toList()));
        return added;
    }

    void moveRange(UUID id, int first, int last) {
        if (log.isPresent() && all.get().find(id).orElse(null) instanceof LogRange before
                && (before.first() != first || before.last() != last)) {
            NamedRange r = before.range();
            LogRange after = new LogRange(first, last, new NamedRange(r.id(), r.file(), r.name(),
                    LogPlaces.times(log.get().index(), first, last), r.colour()));
            perform(new Step("move range", List.of(Change.changed(before, after))));
        }
    }

    void rename(UUID id, String text) {
        change("rename", List.of(id), before -> before.renamed(text.strip()));
    }

    void recolour(Collection<UUID> ids, String css) {
        change("colour", ids, before -> before.recoloured(css));
    }

    private void change(String what, Collection<UUID> ids, UnaryOperator<Annotation> change) {
        List<Change> changes = found(ids).map(before -> Change.changed(before, change.apply(before)))
                .filter(each -> !each.before().equals(each.after())).toList();
        named(what, changes);
    }

    void delete(Collection<UUID> ids) {
        named("delete", found(ids).map(Change::deleted).toList());
    }

    private Stream<Annotation> found(Collection<UUID> ids) {
        return ids.stream().flatMap(id -> all.get().find(id).stream());
    }

    private void named(String what, List<Change> changes) {
        if (!changes.isEmpty()) {
            perform(new Step(what + " " + words(changes), changes));
        }
    }

    private static String words(List<Change> changes) {
        long markers = changes.stream().flatMap(change -> change.before().stream()).filter(LogMarker.class::isInstance)
                .count();
        String noun = markers == changes.size() ? "marker" : markers == 0 ? "range" : "mark";
        return changes.size() == 1 ? noun : changes.size() + " " + noun + "s";
    }

    private void perform(Step step) {
        history.add(step);
        apply(step);
    }

    private void apply(Step step) {
        edits++;
        publish(all.get().after(step));
        log.ifPresent(open -> desk.keep(open.reader().file(), step.edit()));
    }

    /** False when there is nothing to undo. */
    boolean undo() {
        Optional<Step> step = history.undo();
        step.ifPresent(this::apply);
        return step.isPresent();
    }

    /** False when there is nothing to do again. */
    boolean redo() {
        Optional<Step> step = history.redo();
        step.ifPresent(this::apply);
        return step.isPresent();
    }
}
