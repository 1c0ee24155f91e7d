package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.labreel.log.LogIndex;

class LockTest {
    @Test
    void framesGoInStepAndStopAtTheEndsOfTheirLog() {
        LogIndex a = FakeIndex.frames(0, 100, 200, 300, 400);
        LogIndex b = FakeIndex.frames(0, 100, 200);
        Lock lock = Lock.byFrames(1, 2);
        assertThat(lock.follow(a, 0, b, 2)).isEqualTo(new Lock.Place(1, false));
        assertThat(lock.follow(a, 4, b, 2)).isEqualTo(new Lock.Place(2, true));
        assertThat(Lock.byFrames(3, 0).follow(a, 1, b, 0)).isEqualTo(new Lock.Place(0, true));
        assertThat(lock.words()).isEqualTo("B +1 frame");
    }

    @Test
    void timeGoesByTheStartOfEachLog() {
        LogIndex a = FakeIndex.frames(0, 100, 200, 300);
        LogIndex b = FakeIndex.frames(5000, 5040, 5080, 5120, 5160);
        Lock lock = new Lock.Time(Duration.ZERO);
        assertThat(lock.follow(a, 1, b, 0)).isEqualTo(new Lock.Place(2, false));
        assertThat(lock.follow(a, 3, b, 0)).isEqualTo(new Lock.Place(4, true));
        assertThat(new Lock.Time(Duration.ofMillis(-150)).follow(a, 1, b, 3)).isEqualTo(new Lock.Place(0, true));
        assertThat(new Lock.Time(Duration.ofMillis(-1500)).words()).isEqualTo("B -1.500 s");
    }

    @Test
    void releasedStaysWhereItIs() {
        LogIndex a = FakeIndex.frames(0, 100, 200, 300);
        assertThat(new Lock.Released().follow(a, 3, a, 1)).isEqualTo(new Lock.Place(1, false));
    }

    @Test
    void whatIsLockedAsItStandsStandsThere() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            LogIndex a = frames(random);
            LogIndex b = frames(random);
            int first = random.nextInt(a.frames());
            int second = random.nextInt(b.frames());
            assertThat(Lock.byFrames(first, second).follow(a, first, b, 0)).as("frames, seed %d, round %d", seed, i)
                    .isEqualTo(new Lock.Place(second, false));
            assertThat(Lock.byTime(a, first, b, second).follow(a, first, b, 0))
                    .as("time, seed %d, round %d", seed, i).isEqualTo(new Lock.Place(second, false));
        }
    }

    private static LogIndex frames(Random random) {
        long[] millis = new long[2 + random.nextInt(20)];
        millis[0] = random.nextInt(10_000);
        for (int i = 1; i < millis.length; i++) {
            millis[i] = millis[i - 1] + 1 + random.nextInt(200);
        }
        return FakeIndex.frames(millis);
    }
}
