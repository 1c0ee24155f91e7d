package org.labreel.ui.timeline;

import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The timeline without its control: what it shows, which window of it, where the playhead stands. JavaFX properties, no
 * toolkit.
 */
public final class TimelineModel {
    private static final double FIRST_WIDTH_PX = 1000;
    /** The live edge stands this part of the window before its right end. */
    private static final double EDGE_ROOM = 0.04;

    private final TimelineText text;
    private final ObjectProperty<TimelineContent> content = new SimpleObjectProperty<>(TimelineContent.EMPTY);
    private final ReadOnlyObjectWrapper<TimeScale> scale = new ReadOnlyObjectWrapper<>(
            TimeScale.fit(TimelineContent.EMPTY.focus(), 0, FIRST_WIDTH_PX));
    private final ObjectProperty<OptionalLong> playhead = new SimpleObjectProperty<>(OptionalLong.empty());
    private final ObjectProperty<TimelineSelection> selection = new SimpleObjectProperty<>(TimelineSelection.NONE);
    private final ObjectProperty<Set<String>> shown = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<TimelineActions> actions = new SimpleObjectProperty<>(TimelineActions.NONE);
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(new Preview.Nothing());
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final BooleanProperty wallTime = new SimpleBooleanProperty(false);
    /** Fitted to the focus until the operator chooses a window. */
    private boolean fitted = true;
    private String subject = "";

    /**
     * @param zone
     *            of the wall times shown
     */
    public TimelineModel(ZoneId zone) {
        this.text = new TimelineText(zone);
        content.subscribe(this::contentChanged);
        playhead.subscribe(head -> head.ifPresent(this::reveal));
        following.subscribe(now -> {
            if (now) {
                follow();
            }
        });
    }

    public TimelineText text() {
        return text;
    }

    public ObjectProperty<TimelineContent> contentProperty() {
        return content;
    }

    public ReadOnlyObjectProperty<TimeScale> scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    /** Where the shown frame stands. */
    public ObjectProperty<OptionalLong> playheadProperty() {
        return playhead;
    }

    public ObjectProperty<TimelineSelection> selectionProperty() {
        return selection;
    }

    /** Ids of the signals that have lanes. */
    public ObjectProperty<Set<String>> shownProperty() {
        return shown;
    }

    public ObjectProperty<TimelineActions> actionsProperty() {
        return actions;
    }

    /** Whether the window goes with the live edge; without a live edge it does nothing. */
    public BooleanProperty followingProperty() {
        return following;
    }

    /** Whether the ruler shows the time of day, else the time since the start. */
    public BooleanProperty wallTimeProperty() {
        return wallTime;
    }

    ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    void setPreview(Preview next) {
        preview.set(next);
    }

    public TimelineContent content() {
        return content.get();
    }

    /** The content with what is being dragged. */
    TimelineContent seen() {
        return preview.get().in(content.get());
    }

    public TimeScale scale() {
        return scale.get();
    }

    public TimelineActions actions() {
        return actions.get();
    }

    /** The signals that have lanes, in the order of the content. */
    public List<TimelineSignal> signals() {
        return content().signals().stream().filter(each -> shown.get().contains(each.id())).toList();
    }

    /** Whether there is a live edge and the window goes with it. */
    public boolean isLive() {
        return content().liveEdge().isPresent() && following.get();
    }

    /** Gives the window its place on the screen. */
    public void place(double leftPx, double widthPx) {
        scale.set(scale().placed(leftPx, widthPx));
        refit();
    }

    private void contentChanged(TimelineContent next) {
        if (!next.subject().equals(subject)) {
            subject = next.subject();
            fitted = true;
            following.set(true);
        }
        refit();
    }

    private void refit() {
        if (fitted) {
            scale.set(TimeScale.fit(content().focus(), scale().leftPx(), scale().widthPx()));
        }
        follow();
    }

    private void follow() {
        if (isLive() && !fitted) {
            long end = content().liveEdge().getAsLong() + Math.round(scale().spanNanos() * EDGE_ROOM);
            scale.set(new TimeScale(end - scale().spanNanos(), scale().spanNanos(), scale().leftPx(),
                    scale().widthPx()));
        }
    }

    /** The operator chose a window. */
    void show(TimeScale next) {
        fitted = false;
        scale.set(next);
        follow();
    }

    /** As {@link #show}, away from the live edge. */
    void look(TimeScale next) {
        following.set(false);
        show(next);
    }

    /** Factors over 1 show more. While it follows the live edge, that stays where it is. */
    public void zoom(double factor, double aboutPx) {
        double about = isLive() ? scale().x(content().liveEdge().getAsLong()) : aboutPx;
        show(scale().zoomed(factor, about, content().whole()));
    }

    /** About the playhead if it is seen, else about the middle. */
    public void zoom(double factor) {
        double middle = scale().leftPx() + scale().widthPx() / 2;
        OptionalLong head = playhead.get();
        boolean seen = head.isPresent() && scale().window().contains(head.getAsLong());
        zoom(factor, seen ? scale().x(head.getAsLong()) : middle);
    }

    /** Shows the open log; when that is shown already, all there is around it. */
    public void fit() {
        TimeScale log = TimeScale.fit(content().focus(), scale().leftPx(), scale().widthPx());
        boolean already = scale().equals(log);
        fitted = !already;
        scale.set(already ? TimeScale.fit(content().whole(), log.leftPx(), log.widthPx()) : log);
    }

    /** Shows a window of this length around the playhead. */
    public void window(long spanNanos) {
        long around = playhead.get().orElse(scale().nanos(scale().leftPx() + scale().widthPx() / 2));
        show(scale().windowed(spanNanos, around, content().whole()));
    }

    /** Shows a stretch. */
    public void show(TimeSpan span) {
        look(TimeScale.fit(span, scale().leftPx(), scale().widthPx()).within(content().whole()));
    }

    /** Back to the present. */
    public void backToLive() {
        following.set(true);
        actions().backToLive();
    }

    private void reveal(long head) {
        if (!fitted && !isLive()) {
            scale.set(scale().showing(head, content().whole()));
        }
    }
}
