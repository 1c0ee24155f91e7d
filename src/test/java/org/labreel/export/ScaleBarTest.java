package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.labreel.model.Point;
import org.labreel.model.Transform;

class ScaleBarTest {
    @Test
    void itsLengthFollowsFromTheGeometry() {
        // 30 pixels per unit, 2.5 mm per unit: 12 pixels per millimetre, at most 256 pixels: 20 mm.
        ScaleBar bar = ScaleBar.of(Transform.scaleThenShift(30, 30, 5, 5), new Point(3, 3), 2.5, 1024).orElseThrow();

        assertThat(bar.label()).isEqualTo("20 mm");
        assertThat(bar.lengthPx()).isCloseTo(240, within(0.01));
    }

    @Test
    void smallThingsAreInMicrometres() {
        ScaleBar bar = ScaleBar.of(Transform.scaleThenShift(300, 300, 0, 0), new Point(0, 0), 0.1, 640).orElseThrow();

        assertThat(bar.label()).isEqualTo("50 µm");
        assertThat(bar.lengthPx()).isCloseTo(150, within(0.01));
    }

    @Test
    void perspectiveIsTakenWhereTheBoardIs() {
        Transform photo = new Transform(28.3835912, -0.522110003, 383.931818, -0.926488213, 29.2632645, 238.247148,
                -0.00255359798, -0.000826237402, 0.982660412);
        Point left = photo.apply(4.5, 4.5);
        Point right = photo.apply(5.5, 4.5);

        assertThat(ScaleBar.pixelsPerUnit(photo, new Point(5, 4.5))).isCloseTo(left.distanceTo(right), within(0.6));
    }

    @Test
    void withoutASensibleScaleThereIsNoBar() {
        assertThat(ScaleBar.of(Transform.scaleThenShift(0, 0, 0, 0), new Point(0, 0), 1, 640)).isEmpty();
    }

    @Test
    void timeIsWrittenWithMillisecondsAndTheSpeed() {
        assertThat(ClockText.elapsed(Duration.ofMillis(63_005), 1)).isEqualTo("1:03.005");
        assertThat(ClockText.elapsed(Duration.ofMillis(3_723_456), 10)).isEqualTo("1:02:03.456  10×");
        assertThat(ClockText.elapsed(Duration.ofMillis(-500), 0.25)).isEqualTo("−0:00.500  0.25×");
    }
}
