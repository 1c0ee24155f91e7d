package org.labreel.ui.browser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.labreel.archive.AnnotationEdit;
import org.labreel.model.Marker;
import org.labreel.model.NamedRange;

/** The markers and ranges of a log, in order of their place. */
record AnnotationSet(List<LogMarker> markers, List<LogRange> ranges) {
    static final AnnotationSet NONE = new AnnotationSet(List.of(), List.of());

    AnnotationSet {
        markers = markers.stream()
                .sorted(Comparator.comparing((LogMarker m) -> m.marker().at()).thenComparing(LogMarker::id)).toList();
        ranges = ranges.stream().sorted(Comparator.comparingInt(LogRange::first).thenComparingInt(LogRange::last)
                // Hits that are kept are numbered: "pins 2" stands before "pins 10".
                .thenComparingInt(each -> each.text().length()).thenComparing(LogRange::text)
                .thenComparing(LogRange::id)).toList();
    }

    /** One thing added (no before), deleted (no after) or changed. */
    record Change(Optional<Annotation> before, Optional<Annotation> after) {
        static Change added(Annotation what) {
            return new Change(Optional.empty(), Optional.of(what));
        }

        static Change deleted(Annotation what) {
            return new Change(Optional.of(what), Optional.empty());
        }

        static Change changed(Annotation before, Annotation after) {
            return new Change(Optional.of(before), Optional.of(after));
        }
    }

    /**
     * What the operator did in one go.
     *
     * @param name
     *            as in "Undo: move marker"
     */
    record Step(String name, List<Change> changes) {
        Step {
            changes = List.copyOf(changes);
        }

        Step inverse() {
            return new Step(name, changes.stream().map(change -> new Change(change.after(), change.before())).toList()
                    .reversed());
        }

        /** For the store. */
        AnnotationEdit edit() {
            List<Marker> markers = new ArrayList<>();
            List<NamedRange> ranges = new ArrayList<>();
            Set<UUID> deleted = new HashSet<>();
            for (Change change : changes) {
                change.after().ifPresentOrElse(after -> {
                    switch (after) {
                        case LogMarker marker -> markers.add(marker.marker());
                        case LogRange range -> ranges.add(range.range());
                    }
                }, () -> change.before().ifPresent(before -> deleted.add(before.id())));
            }
            return new AnnotationEdit(markers, ranges, deleted);
        }
    }

    AnnotationSet after(Step step) {
        List<LogMarker> nextMarkers = new ArrayList<>(markers);
        List<LogRange> nextRanges = new ArrayList<>(ranges);
        Set<UUID> touched = new HashSet<>();
        for (Change change : step.changes()) {
            change.before().ifPresent(before -> touched.add(before.id()));
            change.after().ifPresent(after -> touched.add(after.id()));
        }
        nextMarkers.removeIf(marker -> touched.contains(marker.id()));
        nextRanges.removeIf(range -> touched.contains(range.id()));
        for (Change change : step.changes()) {
            change.after().ifPresent(after -> {
                switch (after) {
                    case LogMarker marker -> nextMarkers.add(marker);
                    case LogRange range -> nextRanges.add(range);
                }
            });
        }
        return new AnnotationSet(nextMarkers, nextRanges);
    }

    Optional<Annotation> find(UUID id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Markers and ranges together, in order of their frames. */
    List<Annotation> all() {
        List<Annotation> out = new ArrayList<>(markers);
        out.addAll(ranges);
        out.sort(Comparator.comparingInt(Annotation::frame));
        return out;
    }
}
