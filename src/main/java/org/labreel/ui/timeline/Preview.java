package org.labreel.ui.timeline;

/** What a marker or range would become if it were let go now; drawn in its place meanwhile. */
sealed interface Preview {
    record Nothing() implements Preview {
    }

    record Marker(TimelineMarker moved) implements Preview {
    }

    record Range(TimelineRange changed) implements Preview {
    }

    /** The content with it. */
    default TimelineContent in(TimelineContent content) {
        return switch (this) {
            case Nothing _ -> content;
            case Marker(var moved) -> content.withMarkers(
                    content.markers().stream().map(each -> each.id().equals(moved.id()) ? moved : each).toList());
            case Range(var changed) -> content.withRanges(
                    content.ranges().stream().map(each -> each.id().equals(changed.id()) ? changed : each).toList());
        };
    }
}
