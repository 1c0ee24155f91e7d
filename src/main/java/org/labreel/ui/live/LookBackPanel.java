package org.labreel.ui.live;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Shortcut;
import org.labreel.ui.kit.Units;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.ShownSignals;
import org.labreel.ui.timeline.Timeline;
import org.labreel.ui.timeline.TimelineActions;
import org.labreel.ui.timeline.TimelineModel;
import org.labreel.ui.view.FrameTransform;
import org.labreel.ui.view.FrameView;

/**
 * The timeline under the live view: scrubs back through what was recorded and what is kept in memory, while the feed
 * and the recording go on, and returns to the present by one key. JavaFX thread.
 */
final class LookBackPanel implements TimelineActions {
    static final List<Shortcut> SHEET = List.of(
            new Shortcut("Left Right", "Look back: one frame earlier, later (Shift: ten)"),
            new Shortcut("Esc", "From looking back to the present"));
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final long WINDOW_NANOS = 60_000_000_000L;

    private final FrameView frame;
    private final PreferencesHolder preferences;
    private final ZoneId zone;
    private final Runnable changed;
    private final TimelineModel timeline;
    private final Timeline face;
    private final Label words = new Label();
    private final HBox strip = new HBox(10);
    private final VBox root = new VBox();
    private @Nullable LiveModel model;
    private @Nullable LiveTimeline content;
    private @Nullable LookBack lookBack;

    /**
     * @param changed
     *            told when the past is shown instead of the present, or the present again
     */
    LookBackPanel(FrameView frame, PreferencesHolder preferences, ZoneId zone, Runnable changed) {
        this.frame = frame;
        this.preferences = preferences;
        this.zone = zone;
        this.changed = changed;
        this.timeline = new TimelineModel(zone);
        this.face = new Timeline(timeline);
        timeline.actionsProperty().set(this);
        new ShownSignals("live.timeline", Set.of(), true, preferences, timeline);
        face.getStyleClass().add("live-timeline");
        root.getChildren().addAll(strip(), face);
        root.setMinHeight(Region.USE_PREF_SIZE);
    }

    private HBox strip() {
        Button back = new Button("Back to live", new FontIcon("mdi2s-skip-forward"));
        back.setId("backToLive");
        back.setTooltip(new Tooltip("Show the present again (Esc)"));
        back.setOnAction(_ -> timeline.backToLive());
        back.setMinWidth(Region.USE_PREF_SIZE);
        words.setId("lookingBack");
        words.setMinWidth(0);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        strip.getStyleClass().add("looking-back");
        strip.getChildren().addAll(new FontIcon("mdi2h-history"), words, between, back);
        strip.setVisible(false);
        strip.managedProperty().bind(strip.visibleProperty());
        return strip;
    }

    Region root() {
        return root;
    }

    /** Shows the past of this source from now on. */
    void attach(LiveModel next, RecordControl control) {
        close();
        model = next;
        content = new LiveTimeline(next, control, zone);
        lookBack = next.lookBack(control::files, FxThread.executor(), this::shown);
        refresh();
        timeline.window(WINDOW_NANOS);
    }

    /** Lets go of the source. */
    void close() {
        if (lookBack != null) {
            lookBack.close();
            lookBack = null;
        }
    }

    /** Whether the past is shown. */
    boolean looking() {
        return lookBack != null && lookBack.looking();
    }

    /** The device at the frame that is shown, while that is not the present. */
    Optional<DeviceState> state() {
        return Optional.ofNullable(lookBack).flatMap(LookBack::seen).map(LookBack.Seen::state);
    }

    /** Takes up what has come since. */
    void refresh() {
        if (content != null) {
            timeline.contentProperty().set(content.content());
        }
        Optional.ofNullable(lookBack).flatMap(LookBack::seen).ifPresent(this::tell);
    }

    private void shown(Optional<LookBack.Seen> seen) {
        boolean looking = seen.isPresent();
        timeline.playheadProperty()
                .set(seen.map(each -> OptionalLong.of(each.nanos())).orElse(OptionalLong.empty()));
        seen.ifPresent(this::draw);
        if (strip.isVisible() != looking || !looking) {
            strip.setVisible(looking);
            timeline.followingProperty().set(!looking);
            changed.run();
        }
    }

    private void draw(LookBack.Seen seen) {
        LiveModel of = model;
        if (of == null) {
            return;
        }
        seen.picture().ifPresent(picture -> {
            frame.show(picture);
            frame.setOverlay(of.board(),
                    FrameTransform.of(seen.state().imageTransform(), picture.width(), picture.height()),
                    seen.state().activePins());
        });
        frame.setBanner(seen.picture().isPresent() ? Optional.empty() : seen.trouble());
        tell(seen);
    }

    private void tell(LookBack.Seen seen) {
        LiveModel of = model;
        if (of == null) {
            return;
        }
        Duration ago = Duration.ofNanos(Math.max(0, EpochNanos.of(of.now()) - seen.nanos()));
        String age = ago.toSeconds() < 60
                ? String.format(Locale.ROOT, "%.1f s ago", ago.toMillis() / 1e3)
                : Units.span(ago) + " ago";
        words.setText("Looking back: " + CLOCK.format(EpochNanos.instant(seen.nanos()).atZone(zone)) + ", " + age
                + (seen.trouble().isPresent() && seen.picture().isPresent() ? " · frame damaged" : "")
                + " · what arrives is still received and, if recording, recorded");
    }

    /** The heat map of the shown moment. */
    void heat(double maximumPicofarads) {
        state().ifPresent(then -> frame.setHeat(then.scan().map(DeviceEvent.ScanCapacitance::picofarads),
                maximumPicofarads));
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
        if (lookBack != null) {
            lookBack.seek(nanos);
        }
    }

    @Override
    public void step(int frames) {
        if (lookBack != null && model != null) {
            lookBack.step(frames, EpochNanos.of(model.now()));
        }
    }

    @Override
    public void largeStep(int direction) {
        step(direction * preferences.get().largeStep());
    }

    @Override
    public void backToLive() {
        if (lookBack != null) {
            lookBack.live();
        }
    }
}
