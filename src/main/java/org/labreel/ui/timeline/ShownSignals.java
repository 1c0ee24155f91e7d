package org.labreel.ui.timeline;

import java.util.Set;
import java.util.stream.Collectors;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.PreferencesHolder;

/** Remembers which signals have lanes, and whether the ruler tells the time of day. */
public final class ShownSignals {
    private static final String SIGNAL = ".signal.";
    private static final String WALL = ".wall";

    private final String signal;
    private final Set<String> first;
    private final PreferencesHolder preferences;
    private final TimelineModel timeline;

    /**
     * @param name
     *            of the timeline among the preferences
     * @param first
     *            ids of the signals that are shown until the operator chooses
     * @param wall
     *            whether the time of day is told until the operator chooses
     */
    public ShownSignals(String name, Set<String> first, boolean wall, PreferencesHolder preferences,
            TimelineModel timeline) {
        this.signal = name + SIGNAL;
        this.first = Set.copyOf(first);
        String wallKey = name + WALL;
        this.preferences = preferences;
        this.timeline = timeline;
        timeline.wallTimeProperty().set(preferences.get().layout().getOrDefault(wallKey, wall ? 1.0 : 0.0) > 0);
        timeline.wallTimeProperty()
                .subscribe((_, now) -> preferences.update(p -> p.withLayout(wallKey, now ? 1 : 0)));
        timeline.contentProperty().subscribe(_ -> choose());
        timeline.shownProperty().subscribe((_, _) -> remember());
    }

    /** Gives lanes to what was chosen before. */
    private void choose() {
        Preferences now = preferences.get();
        timeline.shownProperty().set(timeline.content().signals().stream().map(TimelineSignal::id)
                .filter(id -> chosen(now, id)).collect(Collectors.toUnmodifiableSet()));
    }

    private boolean chosen(Preferences now, String id) {
        return now.layout().getOrDefault(signal + id, first.contains(id) ? 1.0 : 0.0) > 0;
    }

    private void remember() {
        for (TimelineSignal each : timeline.content().signals()) {
            boolean shown = timeline.shownProperty().get().contains(each.id());
            if (chosen(preferences.get(), each.id()) != shown) {
                preferences.update(p -> p.withLayout(signal + each.id(), shown ? 1 : 0));
            }
        }
    }
}
