package org.labreel.ui.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.labreel.model.Point;
import org.labreel.model.Transform;

class MeasureTest {
    private static final Optional<BoardMap> FIFTY_PIXELS_A_UNIT = BoardMap
            .of(Optional.of(Transform.scaleThenShift(50, 50, 100, 80)));

    @Test
    void tellsItsLengthInEveryUnitThatIsKnown() {
        Measure line = new Measure(new Point(10, 10), new Point(160, 210));
        assertThat(line.words(Optional.empty(), OptionalDouble.of(2.5))).isEqualTo("250.0 px");
        assertThat(line.words(FIFTY_PIXELS_A_UNIT, OptionalDouble.empty())).isEqualTo("250.0 px · 5.000 units");
        assertThat(line.words(FIFTY_PIXELS_A_UNIT, OptionalDouble.of(2.5)))
                .isEqualTo("250.0 px · 5.000 units · 12.50 mm");
        assertThat(line.words(FIFTY_PIXELS_A_UNIT, OptionalDouble.of(0.1)))
                .isEqualTo("250.0 px · 5.000 units · 500 µm");
    }

    @Test
    void scaleTakenFromALineGivesThatLineItsLength() {
        long seed = 99;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Measure line = new Measure(new Point(random.nextDouble() * 900, random.nextDouble() * 700),
                    new Point(random.nextDouble() * 900, random.nextDouble() * 700));
            double millimetres = 0.1 + random.nextDouble() * 50;
            double each = line.millimetresPerUnit(FIFTY_PIXELS_A_UNIT, millimetres).orElseThrow();
            assertThat(line.boardUnits(FIFTY_PIXELS_A_UNIT).orElseThrow() * each).as("seed %d, round %d", seed, i)
                    .isCloseTo(millimetres, within(1e-9));
        }
        assertThat(new Measure(new Point(1, 1), new Point(1, 1)).millimetresPerUnit(FIFTY_PIXELS_A_UNIT, 3)).isEmpty();
    }

    @Test
    void dragDrawsALineAndADragAtItsEndMovesThatEnd() {
        FrameSight sight = new FrameSight();
        sight.place(FrameGeometry.fit(200, 100, 400, 200));
        MeasureTool tool = new MeasureTool(sight);
        drag(tool, new Point(20, 20), new Point(220, 20));
        assertThat(tool.lineProperty().get()).contains(new Measure(new Point(10, 10), new Point(110, 10)));
        drag(tool, new Point(23, 24), new Point(20, 100));
        assertThat(tool.lineProperty().get()).contains(new Measure(new Point(10, 50), new Point(110, 10)));
        drag(tool, new Point(300, 150), new Point(5000, -10));
        assertThat(tool.lineProperty().get()).as("kept on the frame")
                .contains(new Measure(new Point(150, 75), new Point(200, 0)));
        drag(tool, new Point(60, 60), new Point(61, 60));
        assertThat(tool.lineProperty().get()).as("a click that slipped").isEmpty();
    }

    @Test
    void linkedToolsMeasureTheSamePartOfFramesOfTwoSizes() {
        FrameSight large = new FrameSight();
        large.place(FrameGeometry.fit(1000, 800, 500, 400));
        FrameSight small = new FrameSight();
        small.place(FrameGeometry.fit(250, 200, 500, 400));
        MeasureTool a = new MeasureTool(large);
        MeasureTool b = new MeasureTool(small);
        Subscription link = MeasureTool.link(a, b);
        a.inHandProperty().set(true);
        assertThat(b.inHand()).isTrue();
        drag(a, new Point(100, 100), new Point(300, 200));
        assertThat(b.lineProperty().get()).contains(new Measure(new Point(50, 50), new Point(150, 100)));
        drag(b, new Point(0, 0), new Point(0, 400));
        assertThat(a.lineProperty().get()).contains(new Measure(new Point(0, 0), new Point(0, 800)));
        link.unsubscribe();
        drag(b, new Point(100, 100), new Point(300, 100));
        a.inHandProperty().set(false);
        assertThat(a.lineProperty().get()).contains(new Measure(new Point(0, 0), new Point(0, 800)));
        assertThat(b.inHand()).isTrue();
    }

    private static void drag(MeasureTool tool, Point from, Point to) {
        tool.press(from);
        tool.drag(to);
        tool.release();
    }
}
