package org.labreel.ui.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.labreel.model.Electrode;
import org.labreel.model.Point;

class HeatScaleTest {
    private final HeatScale scale = new HeatScale(2);

    @Test
    void largeElectrodesAreNoHotterForTheirSize() {
        assertThat(HeatScale.density(1.5, square(1))).isCloseTo(HeatScale.density(6, square(2)), within(1e-9));
    }

    @Test
    void electrodeWithoutAreaHasNoDensity() {
        assertThat(HeatScale.density(1, square(0))).isNaN();
    }

    @Test
    void overTheMaximumIsTheLastColour() {
        assertThat(scale.colour(50)).isEqualTo(HeatScale.colourAt(1));
        assertThat(scale.colour(-1)).isEqualTo(HeatScale.colourAt(0));
        assertThat(new HeatScale(0).part(1)).isZero();
    }

    @Test
    void lightnessRisesAllTheWay() {
        double before = -1;
        for (int i = 0; i <= 32; i++) {
            Color c = HeatScale.colourAt(i / 32.0);
            double luma = 0.2126 * c.getRed() + 0.7152 * c.getGreen() + 0.0722 * c.getBlue();
            assertThat(luma).as("step %d", i).isGreaterThan(before);
            before = luma;
        }
    }

    private static Electrode square(double side) {
        return new Electrode(1,
                List.of(new Point(0, 0), new Point(side, 0), new Point(side, side), new Point(0, side)));
    }
}
