package org.labreel.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.labreel.model.Marker;
import org.labreel.model.NamedRange;

/**
 * What an operator changed of the markers and ranges of a log, so that it can be entered into a session that others
 * have changed since.
 *
 * @param markers
 *            added, or changed where one with its id is there
 * @param ranges
 *            the same
 * @param deleted
 *            ids of markers and ranges
 */
public record AnnotationEdit(List<Marker> markers, List<NamedRange> ranges, Set<UUID> deleted) {
    /** Changes nothing. */
    public static final AnnotationEdit NONE = new AnnotationEdit(List.of(), List.of(), Set.of());

    public AnnotationEdit {
        markers = List.copyOf(markers);
        ranges = List.copyOf(ranges);
        deleted = Set.copyOf(deleted);
    }

    public boolean isNone() {
        return markers.isEmpty() && ranges.isEmpty() && deleted.isEmpty();
    }

    /** This, and then {@code later}. */
    public AnnotationEdit then(AnnotationEdit later) {
        Set<UUID> gone = new HashSet<>(deleted);
        later.markers.forEach(marker -> gone.remove(marker.id()));
        later.ranges.forEach(range -> gone.remove(range.id()));
        gone.addAll(later.deleted);
        return new AnnotationEdit(later.markersOf(markers), later.rangesOf(ranges), gone);
    }

    /** These markers with the changes. */
    public List<Marker> markersOf(List<Marker> before) {
        return merged(before, markers, Marker::id);
    }

    /** These ranges with the changes. */
    public List<NamedRange> rangesOf(List<NamedRange> before) {
        return merged(before, ranges, NamedRange::id);
    }

    private <T> List<T> merged(List<T> before, List<T> changed, Function<T, UUID> id) {
        List<T> out = new ArrayList<>(before);
        for (T each : changed) {
            int at = 0;
            while (at < out.size() && !id.apply(out.get(at)).equals(id.apply(each))) {
                at++;
            }
            if (at < out.size()) {
                out.set(at, each);
            } else {
                out.add(each);
            }
        }
        out.removeIf(each -> deleted.contains(id.apply(each)));
        return out;
    }
}
