package org.labreel.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.labreel.ui.timeline.TimelineGestures.Keys;

class TimelineGesturesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final UUID MARKER = new UUID(1, 1);
    private static final UUID RANGE = new UUID(1, 2);
    private static final double RULER = 5;
    private static final double SEGMENTS = 30;
    private static final double MARKS = 50;
    private static final double RANGES = 68;
    private static final double CHANGES = 85;
    private static final double SIGNAL = 105;

    private final TimelineModel model = new TimelineModel(ZoneId.of("UTC"));
    private final TimelineGestures gestures = new TimelineGestures(model);
    private final Asked asked = new Asked();

    TimelineGesturesTest() {
        model.actionsProperty().set(asked);
        model.contentProperty().set(content());
        model.shownProperty().set(Set.of("voltage"));
        model.place(100, 1000);
        gestures.setLayout(LaneLayout.of(200, 1, true));
        // A hundred pixels a second from now on.
        model.show(new TimeScale(0, 10 * SECOND, 100, 1000));
    }

    /** Ten seconds with ten frames a second, a marker at 2 s, a range from 4 to 6 s, a change at 8.05 s. */
    private static TimelineContent content() {
        EventTimes frames = EventTimes.of(LongStream.rangeClosed(0, 100).map(n -> n * SECOND / 10).toArray());
        GrowingSignal voltage = new GrowingSignal();
        voltage.add(0, 150);
        TimeSpan whole = new TimeSpan(0, 10 * SECOND);
        return TimelineContent.of("log", 0, whole, FrameClock.of(frames))
                .withMarkers(List.of(new TimelineMarker(MARKER, 2 * SECOND, "mixed", "#ff0000")))
                .withRanges(List.of(
                        new TimelineRange(RANGE, "merge", new TimeSpan(4 * SECOND, 6 * SECOND), "#00ff00")))
                .withSegments(List.of(
                        new TimelineSegment("a", whole, TimelineSegment.State.STOPPED, "a.bin", true),
                        new TimelineSegment("b", new TimeSpan(20 * SECOND, 30 * SECOND),
                                TimelineSegment.State.STOPPED, "b.bin", false)))
                .withTracks(EventTimes.of(8_050_000_000L), List.of(TimelineSignal.of("voltage", "Voltage", "V", 5,
                        voltage.snapshot())));
    }

    @Test
    void pressingAndDraggingScrubsAndLeavesTheLiveEdge() {
        model.contentProperty().set(content().withLiveEdge(OptionalLong.of(10 * SECOND)));
        model.followingProperty().set(true);
        double x = model.scale().x(3 * SECOND);
        gestures.press(x, SIGNAL, Keys.NONE);
        gestures.drag(model.scale().x(5 * SECOND), false);
        gestures.drag(5_000, false);
        gestures.release();
        assertThat(asked.seeks).containsExactly(3 * SECOND, 5 * SECOND, 10 * SECOND);
        assertThat(model.isLive()).isFalse();
        model.backToLive();
        assertThat(model.isLive()).isTrue();
        assertThat(asked.live).isEqualTo(1);
    }

    @Test
    void rulerPansWhenDraggedAndSeeksWhenClicked() {
        gestures.press(400, RULER, Keys.NONE);
        gestures.drag(401, false);
        gestures.release();
        assertThat(asked.seeks).containsExactly(3 * SECOND);
        long under = model.scale().nanos(600);
        gestures.press(600, RULER, Keys.NONE);
        gestures.drag(300, false);
        gestures.release();
        assertThat(model.scale().x(under)).isCloseTo(300, within(0.01));
        assertThat(asked.seeks).hasSize(1);
    }

    @Test
    void otherButtonsAndShiftPanFromAnywhereAndNeverSeek() {
        long under = model.scale().nanos(600);
        gestures.press(600, SIGNAL, new Keys(true, false, false));
        gestures.drag(500, false);
        assertThat(gestures.release()).isFalse();
        gestures.grasp(500);
        gestures.drag(400, false);
        gestures.release();
        gestures.grasp(500);
        assertThat(gestures.release()).isTrue();
        assertThat(model.scale().x(under)).isCloseTo(400, within(0.01));
        assertThat(asked.seeks).isEmpty();
    }

    @Test
    void handlesOfTheRangeSnapToMarkersUnlessAltIsHeld() {
        model.selectionProperty()
                .set(new TimelineSelection(true, new TimeSpan(3 * SECOND, 7 * SECOND), 30, 70));
        gestures.press(399, SEGMENTS, Keys.NONE);
        gestures.drag(304, false);
        gestures.drag(304, true);
        gestures.drag(947, false);
        gestures.release();
        assertThat(asked.selections).containsExactly(new TimeSpan(2 * SECOND, 7 * SECOND),
                new TimeSpan(2_040_000_000L, 7 * SECOND), new TimeSpan(7 * SECOND, 8_500_000_000L));
        assertThat(asked.seeks).isEmpty();
    }

    @Test
    void controlAndDraggingMarksARange() {
        gestures.press(250, SIGNAL, new Keys(false, true, true));
        gestures.drag(350, true);
        gestures.release();
        assertThat(asked.selections).containsExactly(new TimeSpan(1_500_000_000L, 2_500_000_000L));
    }

    @Test
    void draggedMarkerIsShownAtItsNewPlaceAndMovedOnceAtTheEnd() {
        gestures.press(303, MARKS, Keys.NONE);
        gestures.drag(352, true);
        assertThat(model.seen().markers().getFirst().nanos()).isEqualTo(2_490_000_000L);
        assertThat(asked.markers).isEmpty();
        gestures.drag(352, false);
        gestures.release();
        assertThat(asked.markers).containsExactly(2_500_000_000L);
        assertThat(model.seen()).isEqualTo(model.content());
    }

    @Test
    void clickOnAMarkerGoesThereAndCancelledDragChangesNothing() {
        gestures.press(297, MARKS, Keys.NONE);
        gestures.release();
        assertThat(asked.seeks).containsExactly(2 * SECOND);
        gestures.press(297, MARKS, Keys.NONE);
        gestures.drag(500, false);
        gestures.cancel();
        gestures.release();
        assertThat(asked.markers).isEmpty();
    }

    @Test
    void edgeOfANamedRangeIsDraggedAlsoPastTheOther() {
        gestures.press(500, RANGES, Keys.NONE);
        gestures.drag(450, false);
        gestures.release();
        assertThat(asked.ranges).containsExactly(new TimeSpan(3_500_000_000L, 6 * SECOND));
        gestures.press(500, RANGES, Keys.NONE);
        gestures.drag(800, false);
        gestures.release();
        assertThat(asked.ranges.getLast()).isEqualTo(new TimeSpan(6 * SECOND, 7 * SECOND));
    }

    @Test
    void nothingMovesWhereNothingMayBeEdited() {
        asked.editable = false;
        gestures.press(300, MARKS, Keys.NONE);
        gestures.drag(500, false);
        gestures.release();
        gestures.press(500, RANGES, Keys.NONE);
        gestures.drag(450, false);
        gestures.release();
        assertThat(asked.markers).isEmpty();
        assertThat(asked.ranges).isEmpty();
    }

    @Test
    void clickOnAChangeGoesToTheFirstFrameAfterIt() {
        gestures.press(903, CHANGES, Keys.NONE);
        gestures.release();
        assertThat(asked.seeks).containsExactly(8_100_000_000L);
    }

    @Test
    void clickOnAnotherSegmentOpensItThere() {
        model.show(new TimeScale(15 * SECOND, 10 * SECOND, 100, 1000));
        gestures.press(800, SEGMENTS, Keys.NONE);
        gestures.drag(900, false);
        gestures.release();
        assertThat(asked.opened).containsExactly("b at " + 22 * SECOND);
        assertThat(asked.seeks).isEmpty();
    }

    @Test
    void wheelZoomsAboutThePointerAndPansWithShift() {
        long under = model.scale().nanos(700);
        gestures.wheel(700, 0, -40, false);
        assertThat(model.scale().spanNanos()).isEqualTo(8 * SECOND);
        assertThat(model.scale().x(under)).isCloseTo(700, within(0.01));
        long start = model.scale().startNanos();
        gestures.wheel(700, 0, 100, true);
        assertThat(model.scale().startNanos()).isEqualTo(start + 800_000_000L);
        assertThat(model.scale().spanNanos()).isEqualTo(8 * SECOND);
    }

    /** Writes down what it is asked for. */
    private static final class Asked implements TimelineActions {
        private final List<Long> seeks = new ArrayList<>();
        private final List<TimeSpan> selections = new ArrayList<>();
        private final List<Long> markers = new ArrayList<>();
        private final List<TimeSpan> ranges = new ArrayList<>();
        private final List<String> opened = new ArrayList<>();
        private int live;
        private boolean editable = true;

        @Override
        public void seek(long nanos) {
            seeks.add(nanos);
        }

        @Override
        public void select(TimeSpan span) {
            selections.add(span);
        }

        @Override
        public void moveMarker(UUID marker, long nanos) {
            assertThat(marker).isEqualTo(MARKER);
            markers.add(nanos);
        }

        @Override
        public void changeRange(UUID range, TimeSpan span) {
            assertThat(range).isEqualTo(RANGE);
            ranges.add(span);
        }

        @Override
        public void open(TimelineSegment segment, long nanos) {
            opened.add(segment.key() + " at " + nanos);
        }

        @Override
        public void backToLive() {
            live++;
        }

        @Override
        public boolean editable() {
            return editable;
        }
    }
}
