package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedValueTest {
    private final AtomicLong nanos = new AtomicLong(5);
    private final List<Integer> sent = new ArrayList<>();
    private final PacedValue value = new PacedValue(sent::add, nanos::get);

    @Test
    void dragSendsTheFirstAtOnceThenNoFasterThanCanBeFollowedAndTheNewestAlways() {
        for (int i = 1; i <= 50; i++) {
            value.wish(i);
            nanos.addAndGet(Duration.ofMillis(10).toNanos());
        }
        assertThat(sent).hasSizeBetween(5, 8).startsWith(1);
        nanos.addAndGet(Duration.ofMillis(100).toNanos());
        value.beat();
        value.beat();
        assertThat(sent).endsWith(50).doesNotHaveDuplicates();
    }

    @Test
    void wishIsShownUntilThereWasTimeForAnAnswer() {
        assertThat(value.shown(Optional.of(50))).contains(50);
        value.wish(60);
        assertThat(value.shown(Optional.of(50))).contains(60);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(value.shown(Optional.of(50))).as("the camera did not do it").contains(50);
    }
}
