package org.labreel.ui.timeline;

import java.util.List;
import java.util.UUID;

/**
 * What the owner of a timeline does when the operator asks for it there. Times are nanoseconds since the epoch. Edits
 * are only asked for: what the timeline shows changes when its content is set anew. JavaFX thread.
 */
public interface TimelineActions {
    /** Nothing is done. */
    TimelineActions NONE = _ -> {
    };

    /** Go there; called at every move while scrubbing, so the newest must win. */
    void seek(long nanos);

    /** So many frames on, or back. */
    default void step(int frames) {
    }

    /** A larger step, as the operator has set it; 1 on, -1 back. */
    default void largeStep(int direction) {
        step(10 * direction);
    }

    /** Mark this stretch; the owner puts its ends on frames. */
    default void select(TimeSpan span) {
    }

    default void clearSelection() {
    }

    default void addMarker(long nanos) {
    }

    default void moveMarker(UUID marker, long nanos) {
    }

    default void changeRange(UUID range, TimeSpan span) {
    }

    /** Open another segment at an instant. */
    default void open(TimelineSegment segment, long nanos) {
    }

    default void backToLive() {
    }

    /** Whether markers and ranges may be changed at all. */
    default boolean editable() {
        return false;
    }

    /** What else can be done with the thing under the pointer: for its context menu. */
    default List<Choice> choices(Hit hit, long nanos) {
        return List.of();
    }

    /** An entry of the context menu. */
    record Choice(String text, Runnable action) {
    }
}
