package org.labreel.ui.timeline;

import java.util.Optional;

/**
 * What presses, drags and turns of the wheel mean. Coordinates are pixels of the lanes. Knows no events of a toolkit,
 * so that every gesture is tested as plain calls.
 */
public final class TimelineGestures {
    /** A press that moves less is a click. */
    private static final double CLICK_PX = 3;
    /** One notch of a wheel. */
    private static final double NOTCH_PX = 40;
    private static final double NOTCH_FACTOR = 1.25;

    private final TimelineModel model;
    private LaneLayout layout = LaneLayout.of(0, 0, false);
    private Drag drag = new Drag.Nothing();

    public TimelineGestures(TimelineModel model) {
        this.model = model;
    }

    /** What was held down with the button. */
    public record Keys(boolean shift, boolean shortcut, boolean alt) {
        public static final Keys NONE = new Keys(false, false, false);
    }

    /** Where the lanes are now. */
    public void setLayout(LaneLayout next) {
        layout = next;
    }

    public Hit hit(double x, double y) {
        return new HitTest(model.scale(), layout, model.seen(), model.selectionProperty().get(), model.signals())
                .at(x, y);
    }

    /** The middle or secondary button: takes the timeline itself. A click with it goes nowhere. */
    public void grasp(double x) {
        drag = new Drag.Pan(x, model.scale(), false, false);
    }

    /** The primary button. */
    public void press(double x, double y, Keys keys) {
        Hit hit = hit(x, y);
        if (hit instanceof Hit.Head) {
            drag = new Drag.Nothing();
        } else if (keys.shift()) {
            grasp(x);
        } else if (keys.shortcut()) {
            drag = new Drag.Selecting(snapped(x, keys.alt(), model.content()));
        } else {
            drag = taken(hit, x);
        }
    }

    private Drag taken(Hit hit, double x) {
        return switch (hit) {
            case Hit.Ruler _ -> new Drag.Pan(x, model.scale(), true, false);
            case Hit.SelectionEdge(boolean start) -> {
                TimeSpan span = model.selectionProperty().get().span();
                yield new Drag.Selecting(start ? span.endNanos() : span.startNanos());
            }
            case Hit.Marker(var marker) ->
                new Drag.Marker(marker, x, model.scale().x(marker.nanos()) - x, false);
            case Hit.RangeEdge(var range, boolean start) -> {
                long edge = start ? range.span().startNanos() : range.span().endNanos();
                yield new Drag.RangeEdge(range, start, x, model.scale().x(edge) - x, false);
            }
            case Hit.Segment(var segment) when !segment.shown() -> {
                model.actions().open(segment, model.scale().nanos(x));
                yield new Drag.Nothing();
            }
            case Hit.Change(int index) -> {
                seek(firstFrameFrom(model.content().changes().at(index)));
                yield new Drag.Scrub();
            }
            case Hit.Segment _,Hit.Hole _,Hit.Range _,Hit.Signal _,Hit.Nothing _,Hit.Head _ -> {
                seek(model.scale().nanos(x));
                yield new Drag.Scrub();
            }
        };
    }

    /** A change shows from the first frame after it on. */
    private long firstFrameFrom(long nanos) {
        EventTimes times = model.content().frames().times();
        int frame = times.firstFrom(nanos);
        return frame < times.size() ? times.at(frame) : nanos;
    }

    private void seek(long nanos) {
        model.followingProperty().set(false);
        model.actions().seek(model.content().focus().clamp(nanos));
    }

    /** The pointer moved with the button held. */
    public void drag(double x, boolean alt) {
        switch (drag) {
            case Drag.Nothing _ -> {
            }
            case Drag.Scrub _ -> seek(model.scale().nanos(x));
            case Drag.Pan pan -> {
                if (pan.moved() || Math.abs(x - pan.fromPx()) > CLICK_PX) {
                    drag = new Drag.Pan(pan.fromPx(), pan.from(), pan.seeks(), true);
                    model.look(pan.from().panned(pan.fromPx(), x, model.content().whole()));
                }
            }
            case Drag.Selecting(long fixed) -> model.actions()
                    .select(TimeSpan.between(fixed, model.content().focus().clamp(snapped(x, alt, model.content()))));
            case Drag.Marker held -> dragMarker(held, x, alt);
            case Drag.RangeEdge held -> dragEdge(held, x, alt);
        }
    }

    private void dragMarker(Drag.Marker held, double x, boolean alt) {
        if (model.actions().editable() && (held.moved() || Math.abs(x - held.fromPx()) > CLICK_PX)) {
            drag = new Drag.Marker(held.marker(), held.fromPx(), held.offsetPx(), true);
            TimelineContent others = model.content().withMarkers(model.content().markers().stream()
                    .filter(each -> !each.id().equals(held.marker().id())).toList());
            model.setPreview(new Preview.Marker(held.marker()
                    .at(model.content().focus().clamp(snapped(x + held.offsetPx(), alt, others)))));
        }
    }

    private void dragEdge(Drag.RangeEdge held, double x, boolean alt) {
        if (model.actions().editable() && (held.moved() || Math.abs(x - held.fromPx()) > CLICK_PX)) {
            drag = new Drag.RangeEdge(held.range(), held.start(), held.fromPx(), held.offsetPx(), true);
            TimeSpan span = held.range().span();
            long fixed = held.start() ? span.endNanos() : span.startNanos();
            TimelineContent others = model.content().withRanges(model.content().ranges().stream()
                    .filter(each -> !each.id().equals(held.range().id())).toList());
            long wanted = model.content().focus().clamp(snapped(x + held.offsetPx(), alt, others));
            model.setPreview(new Preview.Range(held.range().over(TimeSpan.between(fixed, wanted))));
        }
    }

    private long snapped(double x, boolean alt, TimelineContent others) {
        long wanted = model.scale().nanos(x);
        return alt ? wanted : new Snap(model.scale(), others, Snap.REACH_PX).nanos(wanted);
    }

    /** The button was let go. True when the timeline was not moved with it. */
    public boolean release() {
        Drag ended = drag;
        Preview preview = model.previewProperty().get();
        cancel();
        switch (preview) {
            case Preview.Nothing _ -> {
            }
            case Preview.Marker(var moved) -> model.actions().moveMarker(moved.id(), moved.nanos());
            case Preview.Range(var changed) -> model.actions().changeRange(changed.id(), changed.span());
        }
        click(ended);
        return !(ended instanceof Drag.Pan pan && pan.moved());
    }

    private void click(Drag ended) {
        Optional<Long> place = switch (ended) {
            case Drag.Pan pan when pan.seeks() && !pan.moved() -> Optional.of(model.scale().nanos(pan.fromPx()));
            case Drag.Marker held when !held.moved() -> Optional.of(held.marker().nanos());
            case Drag.RangeEdge held when !held.moved() ->
                Optional.of(held.start() ? held.range().span().startNanos() : held.range().span().endNanos());
            case Drag.Pan _,Drag.Marker _,Drag.RangeEdge _,Drag.Nothing _,Drag.Scrub _,Drag.Selecting _ ->
                Optional.empty();
        };
        place.ifPresent(this::seek);
    }

    /** Forgets what is being dragged. */
    public void cancel() {
        drag = new Drag.Nothing();
        model.setPreview(new Preview.Nothing());
    }

    /** Whether something is being dragged. */
    public boolean busy() {
        return !(drag instanceof Drag.Nothing);
    }

    /**
     * The wheel was turned: up shows less, about the pointer; sideways or with Shift it pans.
     *
     * @param downPx
     *            negative for up, as trackpads and wheels tell it
     */
    public void wheel(double x, double rightPx, double downPx, boolean shift) {
        double sideways = shift && rightPx == 0 ? downPx : rightPx;
        if (sideways != 0) {
            model.look(model.scale().panned(sideways, 0, model.content().whole()));
        } else if (downPx != 0) {
            model.zoom(Math.pow(NOTCH_FACTOR, downPx / NOTCH_PX), x);
        }
    }
}
