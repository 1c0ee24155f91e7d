package org.labreel.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTicksTest {
    @Test
    void stepsAreRound() {
        AxisTicks ticks = AxisTicks.around(0, 97, 1, 5);
        assertThat(ticks.step()).isEqualTo(20);
        assertThat(ticks.values()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
    }

    @Test
    void aFlatSignalGetsRoom() {
        AxisTicks ticks = AxisTicks.around(25, 25, 10, 2);
        assertThat(ticks.low()).isLessThanOrEqualTo(20);
        assertThat(ticks.high()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void zeroIsTheFloorOfWhatIsNeverBelow() {
        assertThat(AxisTicks.around(0, 0, 10, 2).low()).isZero();
    }

    @Test
    void decimalsFollowTheStep() {
        AxisTicks ticks = AxisTicks.around(0, 0.5, 0.1, 5);
        assertThat(ticks.text(0.1)).isEqualTo("0.1");
        assertThat(AxisTicks.around(0, 400, 1, 4).text(100)).isEqualTo("100");
    }

    @Test
    void theRangeIsAlwaysCovered() {
        long seed = 77;
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            double a = random.nextGaussian() * Math.pow(10, random.nextInt(6) - 2);
            double b = a + random.nextDouble() * 50;
            AxisTicks ticks = AxisTicks.around(a, b, 1e-3, 1 + random.nextInt(6));
            assertThat(ticks.low()).as("seed %d, round %d", seed, i).isLessThanOrEqualTo(a + 1e-6);
            assertThat(ticks.high()).as("seed %d, round %d", seed, i).isGreaterThanOrEqualTo(b - 1e-6);
            assertThat(ticks.values()).hasSizeLessThan(30);
        }
    }
}
