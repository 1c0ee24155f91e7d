package org.labreel.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.labreel.ui.timeline.Lane.Kind;

/** Lanes: where they lie, what is hit in them, what is drawn. */
class LanesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int GROUND = 0xff000000;
    private static final LaneColours COLOURS = new LaneColours(GROUND, 0xff202020, 0xff3366aa, 0xffcc8800, 0xffff0000,
            0xff888888, 0xffff00ff, 0xff00ffff, 0xffffff00, 0x40ffffff, 0xff00ff00, 0xffffffff,
            List.of(0xff0000ff, 0xff0080ff));

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void lanesFollowEachOtherAndFillTheHeightAsFarAsTheyMay() {
        for (int i = 0; i < 500; i++) {
            double height = random.nextDouble(600);
            int signals = random.nextInt(10);
            LaneLayout layout = LaneLayout.of(height, signals, random.nextBoolean());
            double top = 0;
            for (Lane lane : layout.lanes()) {
                assertThat(lane.topPx()).as("seed " + seed).isEqualTo(top);
                top = lane.bottomPx();
                assertThat(layout.at(lane.topPx() + 1)).contains(lane);
            }
            long shown = layout.lanes().stream().filter(lane -> lane.kind() == Kind.SIGNAL).count();
            assertThat(shown + layout.hidden()).as("seed " + seed).isEqualTo(signals);
            if (shown > 0) {
                assertThat(top).as("seed " + seed).isLessThanOrEqualTo(height);
            }
        }
    }

    @Test
    void signalsThatFindNoRoomAreLeftOutFromTheLast() {
        double bare = LaneLayout.leastPx(1, false);
        assertThat(LaneLayout.of(bare + 60, 4, false).hidden()).isEqualTo(2);
        assertThat(LaneLayout.of(20, 4, false).hidden()).isEqualTo(4);
        assertThat(LaneLayout.of(20, 4, false).lane(Kind.RULER)).isPresent();
    }

    @Test
    void ofThingsOnOneAnotherTheNearerOrTheShorterIsHit() {
        TimelineMarker one = new TimelineMarker(new UUID(0, 1), 5 * SECOND, "one", "#f00");
        TimelineMarker two = new TimelineMarker(new UUID(0, 2), 5 * SECOND + SECOND / 20, "two", "#f00");
        TimelineRange large = new TimelineRange(new UUID(0, 3), "large", new TimeSpan(0, 10 * SECOND), "#f00");
        TimelineRange small = new TimelineRange(new UUID(0, 4), "small", new TimeSpan(2 * SECOND, 4 * SECOND), "#f00");
        TimelineContent content = TimelineContent.of("x", 0, new TimeSpan(0, 10 * SECOND), FrameClock.NONE)
                .withMarkers(List.of(one, two)).withRanges(List.of(small, large));
        HitTest test = test(content, TimelineSelection.NONE);
        assertThat(test.at(100 + 504, 50)).isEqualTo(new Hit.Marker(two));
        assertThat(test.at(100 + 501, 50)).isEqualTo(new Hit.Marker(one));
        assertThat(test.at(100 + 520, 50)).isInstanceOf(Hit.Nothing.class);
        assertThat(test.at(100 + 300, 68)).isEqualTo(new Hit.Range(small));
        assertThat(test.at(100 + 700, 68)).isEqualTo(new Hit.Range(large));
        assertThat(test.at(100 + 398, 68)).isEqualTo(new Hit.RangeEdge(small, false));
        assertThat(test.at(50, 5)).isInstanceOf(Hit.Head.class);
    }

    @Test
    void bothHandlesOfARangeOfOneFrameCanBeGrasped() {
        HitTest test = test(TimelineContent.of("x", 0, new TimeSpan(0, 10 * SECOND), FrameClock.NONE),
                new TimelineSelection(true, new TimeSpan(5 * SECOND, 5 * SECOND), 50, 50));
        assertThat(test.at(100 + 496, 30)).isEqualTo(new Hit.SelectionEdge(true));
        assertThat(test.at(100 + 504, 30)).isEqualTo(new Hit.SelectionEdge(false));
    }

    private static HitTest test(TimelineContent content, TimelineSelection selection) {
        return new HitTest(new TimeScale(0, 10 * SECOND, 100, 1000), LaneLayout.of(300, 0, true), content, selection,
                List.of());
    }

    @Test
    void hoverTellsTheThingAndItsExactTimes() {
        TimelineMarker marker = new TimelineMarker(new UUID(0, 1), 5_250_000_000L, "merged", "#f00");
        FrameClock frames = FrameClock.of(EventTimes.of(0, 5 * SECOND, 6 * SECOND));
        TimelineContent content = TimelineContent.of("x", SECOND, new TimeSpan(0, 10 * SECOND), frames);
        String text = new TimelineText(ZoneId.of("Europe/Berlin")).hover(new Hit.Marker(marker), 5_200_000_000L,
                content, new TimeScale(0, 10 * SECOND, 100, 1000));
        assertThat(text).isEqualTo("merged\n0:04.250  ·  1970-01-01 01:00:05.250 CET  ·  frame 1");
    }

    @Test
    void selectionTellsItsEndsItsLengthAndThatOutIsInclusive() {
        TimelineContent content = TimelineContent.of("x", SECOND, new TimeSpan(0, 90 * SECOND), FrameClock.NONE);
        TimelineText text = new TimelineText(ZoneId.of("UTC"));
        assertThat(text.selection(new TimelineSelection(true, new TimeSpan(3 * SECOND, 65 * SECOND), 20, 640), content))
                .isEqualTo("Range: in 0:02.000 (frame 20), out 1:04.000 (frame 640), 1:02.000, 621 frames. "
                        + "Out is inclusive");
    }

    @Test
    void namesOfSourcesThatDifferAtTheirEndsAreToldApart() {
        assertThat(LaneLabels.shortened("Pi 127.0.0.1:9898", 15)).isEqualTo("Pi 127.….1:9898").hasSize(15);
        assertThat(LaneLabels.shortened("Pi 127.0.0.1:9899", 15)).isEqualTo("Pi 127.….1:9899");
        assertThat(LaneLabels.shortened("127.0.0.1:7001", 15)).isEqualTo("127.0.0.1:7001");
    }

    @Test
    void signalIsDrawnAtItsValueOnEveryColumnFromFirstToLastSample() {
        GrowingSignal samples = new GrowingSignal();
        samples.add(2 * SECOND, 0);
        samples.add(4 * SECOND, 10);
        samples.add(6 * SECOND, 10);
        TimelineSignal signal = TimelineSignal.of("v", "Voltage", "V", 1, samples.snapshot());
        Raster raster = new Raster(100, 50, new int[5000]);
        raster.fill(0, 0, 100, 50, GROUND);
        new SignalPainter(raster, new TimeScale(0, 10 * SECOND, 0, 100), 1).paint(signal, new SignalAxis(0, 10), 5, 45,
                0xffffffff);
        assertThat(lit(raster, 10)).isEmpty();
        assertThat(lit(raster, 30)).contains(25);
        for (int x = 42; x < 60; x++) {
            assertThat(lit(raster, x)).as("column " + x).contains(5);
        }
        assertThat(lit(raster, 70)).isEmpty();
    }

    @Test
    void silenceIsNotBridgedAndLinesComeInFromOutsideTheWindow() {
        GrowingSignal samples = new GrowingSignal();
        for (int i = 0; i < 10; i++) {
            samples.add(i * SECOND, 5);
        }
        samples.add(60 * SECOND, 5);
        TimelineSignal signal = TimelineSignal.of("v", "Voltage", "V", 1, samples.snapshot());
        Raster raster = new Raster(100, 50, new int[5000]);
        raster.fill(0, 0, 100, 50, GROUND);
        new SignalPainter(raster, new TimeScale(4 * SECOND + 100, SECOND / 2, 0, 100), 1).paint(signal,
                new SignalAxis(0, 10), 5, 45, 0xffffffff);
        assertThat(lit(raster, 0)).contains(25);
        assertThat(lit(raster, 99)).contains(25);
        raster.fill(0, 0, 100, 50, GROUND);
        new SignalPainter(raster, new TimeScale(20 * SECOND, SECOND, 0, 100), 1).paint(signal, new SignalAxis(0, 10),
                5, 45, 0xffffffff);
        assertThat(lit(raster, 50)).isEmpty();
    }

    @Test
    void lossesAreHatchedAndFaultsToldByMoreThanColour() {
        TimeSpan whole = new TimeSpan(0, 10 * SECOND);
        TimelineContent content = TimelineContent.of("x", 0, whole, FrameClock.NONE)
                .withSegments(List.of(new TimelineSegment("a", whole, TimelineSegment.State.RECORDING, "a", true),
                        new TimelineSegment("b", new TimeSpan(6 * SECOND, 9 * SECOND), TimelineSegment.State.FAULT,
                                "b", true)))
                .withHoles(List.of(
                        new TimelineHole(TimelineHole.Kind.LOSS, new TimeSpan(2 * SECOND, 4 * SECOND), "lost")));
        Raster raster = new Raster(1000, 100, new int[100_000]);
        new LanePainter(raster, new TimeScale(0, 10 * SECOND, 0, 1000), 1, COLOURS)
                .paint(LaneLayout.of(100, 0, false), content, List.of(), List.of());
        assertThat(raster.at(100, 30)).isEqualTo(0xffff0000);
        assertThat(row(raster, 30, 210, 390)).contains(0xff00ffff).doesNotContain(0xffff0000);
        assertThat(row(raster, 30, 610, 890).stream().distinct().count()).isGreaterThan(1);
    }

    @Test
    void framesAreDrawnByHowFarApartTheyLieHoweverFewTheyAre() {
        long minute = 60 * SECOND;
        assertThat(ticks(30, 90, minute)).as("three seconds of a minute at 30 frames/s").isZero();
        assertThat(ticks(30, 1800, minute)).as("the whole minute").isZero();
        assertThat(ticks(2, 6, minute)).as("three seconds of a minute at 2 frames/s").isEqualTo(6);
        assertThat(ticks(30, 90, 4 * SECOND)).as("the same frames, nearer").isEqualTo(90);
        assertThat(ticks(30, 1, minute)).as("the only one").isEqualTo(1);
    }

    /** Ticks of frames in a lane of 1000 pixels. */
    private static long ticks(int fps, int frames, long windowNanos) {
        GrowingTimes times = new GrowingTimes();
        for (int i = 0; i < frames; i++) {
            times.add(SECOND / 100 + i * SECOND / fps);
        }
        TimelineContent content = TimelineContent.of("x", 0, new TimeSpan(0, windowNanos),
                FrameClock.of(times.snapshot()));
        Raster raster = new Raster(1000, 100, new int[100_000]);
        LaneLayout layout = LaneLayout.of(100, 0, false);
        new LanePainter(raster, new TimeScale(0, windowNanos, 0, 1000), 1, COLOURS).paint(layout, content, List.of(),
                List.of());
        int y = (int) layout.lane(Kind.SEGMENTS).orElseThrow().bottomPx() - 6;
        return row(raster, y, 0, 1000).stream().filter(pixel -> pixel == 0xffffffff).count();
    }

    @Test
    void whatIsDrawnNeverLeavesThePicture() {
        for (int i = 0; i < 200; i++) {
            int[] pixels = new int[40 * 30 + 10];
            Raster raster = new Raster(40, 30, pixels);
            int x = random.nextInt(120) - 40;
            int y = random.nextInt(90) - 30;
            raster.fill(x, y, x + random.nextInt(60), y + random.nextInt(60), 0xffffffff);
            raster.hatch(x, y, x + random.nextInt(60), y + random.nextInt(60), 5, 0xffffffff);
            raster.outline(x, y, x + random.nextInt(60), y + random.nextInt(60), 0xffffffff);
            raster.run(x, y - random.nextDouble(9), y + random.nextDouble(9), 0xffffffff);
            for (int tail = 1200; tail < pixels.length; tail++) {
                assertThat(pixels[tail]).as("seed " + seed).isZero();
            }
        }
    }

    @Test
    void axisHoldsWhatIsSeenAndIsNeverFlat() {
        GrowingSignal samples = new GrowingSignal();
        samples.add(0, 0.2f);
        samples.add(SECOND, 0.3f);
        TimelineSignal signal = TimelineSignal.of("v", "Voltage", "V", 5, samples.snapshot());
        SignalAxis axis = SignalAxis.of(signal, new TimeSpan(0, SECOND));
        assertThat(axis.low()).isZero();
        assertThat(axis.high()).isCloseTo(5, within(1e-6));
        assertThat(SignalAxis.of(signal, new TimeSpan(5 * SECOND, 6 * SECOND)).high()).isGreaterThan(1);
    }

    private static List<Integer> row(Raster raster, int y, int from, int until) {
        return IntStream.range(from, until).mapToObj(x -> raster.at(x, y)).toList();
    }

    private static List<Integer> lit(Raster raster, int x) {
        return IntStream.range(0, raster.height())
                .filter(y -> (raster.at(x, y) & 255) > 40).boxed().toList();
    }
}
