package org.labreel.ui.browser;

import java.util.Set;
import java.util.stream.Collectors;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.timeline.TimelineModel;
import org.labreel.ui.timeline.TimelineSignal;

/** Remembers which signals have lanes, and whether the ruler tells the time of day. */
final class ShownSignals {
    private static final String SIGNAL = "timeline.signal.";
    private static final String WALL = "timeline.wall";
    private static final Set<String> FIRST = Set.of("voltage", "capacitance", "temperature-1");

    private final PreferencesHolder preferences;
    private final TimelineModel timeline;

    ShownSignals(PreferencesHolder preferences, TimelineModel timeline) {
        this.preferences = preferences;
        this.timeline = timeline;
        timeline.wallTimeProperty().set(preferences.get().layout().getOrDefault(WALL, 0.0) > 0);
        timeline.wallTimeProperty()
                .subscribe((_, now) -> preferences.update(p -> p.withLayout(WALL, now ? 1 : 0)));
        timeline.contentProperty().subscribe(_ -> choose());
        timeline.shownProperty().subscribe((_, _) -> remember());
    }

    /** Gives lanes to what was chosen before. */
    private void choose() {
        Preferences now = preferences.get();
        timeline.shownProperty().set(timeline.content().signals().stream().map(TimelineSignal::id)
                .filter(id -> chosen(now, id)).collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean chosen(Preferences now, String id) {
        return now.layout().getOrDefault(SIGNAL + id, FIRST.contains(id) ? 1.0 : 0.0) > 0;
    }

    private void remember() {
        for (TimelineSignal signal : timeline.content().signals()) {
            boolean shown = timeline.shownProperty().get().contains(signal.id());
            if (chosen(preferences.get(), signal.id()) != shown) {
                preferences.update(p -> p.withLayout(SIGNAL + signal.id(), shown ? 1 : 0));
            }
        }
    }
}
