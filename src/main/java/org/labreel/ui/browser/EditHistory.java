package org.labreel.ui.browser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What can be undone and done again, newest first. */
final class EditHistory {
    private static final int LONGEST = 1000;

    private final Deque<AnnotationSet.Step> done = new ArrayDeque<>();
    private final Deque<AnnotationSet.Step> undone = new ArrayDeque<>();

    /** After something new nothing that was undone comes back. */
    void add(AnnotationSet.Step step) {
        undone.clear();
        done.push(step);
        if (done.size() > LONGEST) {
            done.removeLast();
        }
    }

    /** The step that takes the newest one back. */
    Optional<AnnotationSet.Step> undo() {
        Optional<AnnotationSet.Step> step = Optional.ofNullable(done.poll());
        step.ifPresent(undone::push);
        return step.map(AnnotationSet.Step::inverse);
    }

    /** The step that was undone last, to be done again. */
    Optional<AnnotationSet.Step> redo() {
        Optional<AnnotationSet.Step> step = Optional.ofNullable(undone.poll());
        step.ifPresent(done::push);
        return step;
    }

    void clear() {
        done.clear();
        undone.clear();
    }

    /** Empty when there is nothing to undo. */
    String undoName() {
        return done.isEmpty() ? "" : done.getFirst().name();
    }

    String redoName() {
        return undone.isEmpty() ? "" : undone.getFirst().name();
    }
}
