package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecodeOrderTest {
    private static List<Long> times(List<Long> pts) {
        DecodeOrder order = new DecodeOrder();
        List<Long> times = new ArrayList<>();
        pts.forEach(each -> times.addAll(order.add(each)));
        times.addAll(order.settle());
        return times;
    }

    @Test
    void picturesInTheirOwnOrderAreDecodedWhenTheyAreShown() {
        assertThat(times(List.of(0L, 3000L, 6000L, 99_000L))).containsExactly(0L, 3000L, 6000L, 99_000L);
    }

    @Test
    void aGroupIsDecodedRightBeforeItsFirstIsShown() {
        List<Long> times = times(List.of(0L, 12_000L, 6000L, 3000L, 9000L, 15_000L));

        assertThat(times).first().isEqualTo(0L);
        assertThat(times.subList(1, 3)).allMatch(time -> time > 0 && time < 3000);
        assertThat(times.subList(3, 6)).containsExactly(3000L, 9000L, 15_000L);
    }

    @Test
    void timesIncreaseAndNoneIsAfterItsPictureIsShown() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Long> pts = new ArrayList<>();
            long shown = 0;
            pts.add(shown);
            for (int group = 0; group < 20; group++) {
                List<Long> between = new ArrayList<>();
                int count = random.nextInt(4);
                for (int i = 0; i <= count; i++) {
                    shown += 16 + random.nextInt(random.nextBoolean() ? 20 : 90_000);
                    between.add(shown);
                }
                pts.add(between.removeLast());
                Collections.shuffle(between, random);
                pts.addAll(between);
            }
            List<Long> times = times(pts);
            assertThat(times).as("seed %d round %d", seed, round).hasSameSizeAs(pts);
            for (int i = 0; i < pts.size(); i++) {
                assertThat(times.get(i)).isLessThanOrEqualTo(pts.get(i));
                assertThat(times.get(i)).isGreaterThan(i == 0 ? -1 : times.get(i - 1));
            }
        }
    }
}
