package org.labreel.ui.live;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.labreel.model.DeviceState;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Shortcut;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.ShownSignals;
import org.labreel.ui.timeline.Timeline;
import org.labreel.ui.timeline.TimelineActions;
import org.labreel.ui.timeline.TimelineContent;
import org.labreel.ui.timeline.TimelineModel;
import org.labreel.ui.timeline.TimelineSegment;

/**
 * The timeline under the live view: scrubs back through what was recorded and what is kept in memory, while the feed
 * and the recording go on, and returns to the present by one key. JavaFX thread.
 */
final class LookBackPanel implements TimelineActions {
    static final List<Shortcut> SHEET = List.of(
            new Shortcut("Left Right", "Look back: one frame earlier, later (Shift: ten)"),
            new Shortcut("Esc", "From looking back to the present"));
    private static final long WINDOW_NANOS = 60_000_000_000L;

    private final PreferencesHolder preferences;
    private final ZoneId zone;
    private final Runnable changed;
    private final TimelineModel timeline;
    private final Timeline face;
    private final LookBackStrip strip;
    private final VBox root = new VBox();
    private final Map<LiveTile, LookBack> reels = new LinkedHashMap<>();
    private List<LiveSource> sources = List.of();
    private Supplier<List<TimelineSegment>> plans = List::of;
    private @Nullable LiveTile chosen;
    private @Nullable LiveTimeline content;

    /**
     * @param changed
     *            told when the past is shown instead of the present, or the present again
     */
    LookBackPanel(PreferencesHolder preferences, ZoneId zone, Runnable changed) {
        this.preferences = preferences;
        this.zone = zone;
        this.changed = changed;
        this.timeline = new TimelineModel(zone);
        this.face = new Timeline(timeline);
        timeline.actionsProperty().set(this);
        new ShownSignals("live.timeline", Set.of(), true, preferences, timeline);
        face.getStyleClass().add("live-timeline");
        // In the bar, not above it: the frame must not jump when the past is looked at.
        this.strip = new LookBackStrip(zone, timeline::backToLive);
        face.leadProperty().set(Optional.of(strip));
        root.getChildren().add(face);
        root.setMinHeight(Region.USE_PREF_SIZE);
    }

    /** What sessions are about, to be drawn beside what this source recorded; asked at each look. */
    void plans(Supplier<List<TimelineSegment>> next) {
        plans = next;
    }

    private TimelineContent withPlans(TimelineContent own) {
        List<TimelineSegment> all = new ArrayList<>(own.segments());
        all.addAll(plans.get());
        return own.withSegments(all);
    }

    Region root() {
        return root;
    }

    /** Shows the past of these sources from now on. */
    void attach(List<LiveTile> tiles, RecordControl control) {
        sources = tiles.stream().map(LiveTile::source).toList();
        if (tiles.stream().noneMatch(reels::containsKey)) {
            content = tiles.isEmpty() ? null : new LiveTimeline(tiles.getFirst().model(), control, zone);
        }
        reels.keySet().stream().filter(tile -> !tiles.contains(tile)).toList()
                .forEach(tile -> Optional.ofNullable(reels.remove(tile)).ifPresent(LookBack::close));
        tiles.forEach(tile -> reels.computeIfAbsent(tile,
                fresh -> fresh.model().lookBack(() -> control.files(fresh.source().address()), FxThread.executor(),
                        seen -> shown(fresh, seen))));
    }

    /** The timeline is that of this source. */
    void choose(LiveTile tile) {
        boolean first = chosen == null;
        chosen = tile;
        if (strip.isVisible() && !looking()) {
            backToLive();
            present();
        }
        refresh();
        if (first) {
            timeline.window(WINDOW_NANOS);
        }
    }

    private Optional<LookBack> reel() {
        return Optional.ofNullable(chosen).map(reels::get);
    }

    /** Whether the past is shown. */
    boolean looking() {
        return reel().filter(LookBack::looking).isPresent();
    }

    /** The device of a source at the frame that is shown, while that is not the present. */
    Optional<DeviceState> state(LiveTile tile) {
        return Optional.ofNullable(reels.get(tile)).flatMap(LookBack::seen).map(LookBack.Seen::state);
    }

    /** Takes up what has come since. */
    void refresh() {
        if (content != null && chosen != null) {
            timeline.contentProperty().set(withPlans(content.content(sources, chosen.model())));
        }
        reel().flatMap(LookBack::seen).ifPresent(this::tell);
    }

    private void shown(LiveTile tile, Optional<LookBack.Seen> seen) {
        seen.ifPresent(tile::drawPast);
        if (!tile.equals(chosen)) {
            if (seen.isEmpty() && looking()) {
                tile.drawNothing();
            }
            return;
        }
        boolean looking = seen.isPresent();
        timeline.playheadProperty()
                .set(seen.map(each -> OptionalLong.of(each.nanos())).orElse(OptionalLong.empty()));
        seen.ifPresent(this::tell);
        // The others follow the one that is stepped through: to what each showed at that moment.
        reels.forEach((other, reel) -> {
            if (!other.equals(tile)) {
                seen.ifPresentOrElse(each -> reel.seek(each.nanos()), reel::live);
            }
        });
        if (!looking) {
            present();
        } else if (!strip.isVisible()) {
            strip.setVisible(true);
            timeline.followingProperty().set(false);
            changed.run();
        }
    }

    private void present() {
        timeline.playheadProperty().set(OptionalLong.empty());
        strip.setVisible(false);
        timeline.followingProperty().set(true);
        changed.run();
    }

    private void tell(LookBack.Seen seen) {
        LiveTile of = chosen;
        if (of == null) {
            return;
        }
        strip.tell(seen, EpochNanos.of(of.model().now()));
    }

    /** True when the key meant something here. */
    boolean press(KeyEvent event) {
        KeyCode key = event.getCode();
        if (key == KeyCode.ESCAPE && looking()) {
            timeline.backToLive();
            return true;
        }
        if (key != KeyCode.LEFT && key != KeyCode.RIGHT) {
            return false;
        }
        int direction = key == KeyCode.LEFT ? -1 : 1;
        if (event.isShiftDown()) {
            largeStep(direction);
        } else {
            step(direction);
        }
        return true;
    }

    @Override
    public void seek(long nanos) {
        reel().ifPresent(reel -> reel.seek(nanos));
    }

    @Override
    public void step(int frames) {
        LiveTile of = chosen;
        if (of != null) {
            reel().ifPresent(reel -> reel.step(frames, EpochNanos.of(of.model().now())));
        }
    }

    @Override
    public void largeStep(int direction) {
        step(direction * preferences.get().largeStep());
    }

    @Override
    public void backToLive() {
        reels.values().forEach(LookBack::live);
    }
}
