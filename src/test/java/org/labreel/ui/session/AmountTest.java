package org.labreel.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AmountTest {
    @Test
    void lengthsOfTimeAreReadAsPeopleWriteThem() {
        assertThat(Amount.seconds("90")).hasValue(90);
        assertThat(Amount.seconds("90 s")).hasValue(90);
        assertThat(Amount.seconds("1 h 30 min")).hasValue(5400);
        assertThat(Amount.seconds("1,5h")).hasValue(5400);
        assertThat(Amount.seconds("2d")).hasValue(172_800);
        assertThat(Amount.seconds(" ")).hasValue(0);
    }

    @Test
    void sizesAreReadAsPeopleWriteThem() {
        assertThat(Amount.megabytes("500 MB")).hasValue(500);
        assertThat(Amount.megabytes("2 GB")).hasValue(2000);
        assertThat(Amount.megabytes("0.5tb")).hasValue(500_000);
        assertThat(Amount.megabytes("")).hasValue(0);
    }

    @Test
    void whatIsNoAmountIsNone() {
        assertThat(List.of("soon", "10 parsecs", "-5 s", "5 s later", "1..5", "99999999999", "4000000000 s"))
                .allSatisfy(text -> assertThat(Amount.seconds(text)).as(text).isEmpty());
        assertThat(Amount.megabytes("2 GBs")).isEmpty();
        assertThat(Amount.whole("-1")).isEmpty();
        assertThat(Amount.whole("1.5")).isEmpty();
    }

    @Test
    void whatIsShownIsReadBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            int seconds = random.nextInt(Integer.MAX_VALUE >> random.nextInt(31));
            int megabytes = random.nextInt(Integer.MAX_VALUE >> random.nextInt(31));
            assertThat(Amount.seconds(Amount.ofSeconds(seconds))).as("seed %d", seed).hasValue(seconds);
            assertThat(Amount.megabytes(Amount.ofMegabytes(megabytes))).as("seed %d", seed).hasValue(megabytes);
        }
    }
}
