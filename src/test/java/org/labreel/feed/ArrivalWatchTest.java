package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.labreel.model.Arrival;
import org.labreel.model.Loss;

class ArrivalWatchTest {
    private static final Instant START = Instant.ofEpochSecond(1_700_000_000);

    private final ArrivalWatch watch = new ArrivalWatch("ws://lab:7001", FeedLimits.DEFAULT);

    private static Arrival at(double seconds) {
        return at(seconds, 0);
    }

    /** After so many seconds, on a computer whose clock was set forward by {@code step}. */
    private static Arrival at(double seconds, double step) {
        return new Arrival(START.plus(Duration.ofNanos((long) (1e9 * (seconds + step)))), (long) (1e9 * seconds));
    }

    @Test
    void silenceIsReportedOnceItIsNoticedAndWithItsTrueEndWhenAMessageEndsIt() {
        watch.connected(at(0));
        assertThat(watch.message(at(1))).isEmpty();
        assertThat(watch.tick(at(5.9))).isEmpty();
        assertThat(watch.tick(at(6.5))).singleElement().satisfies(loss -> {
            assertThat(loss.cause()).isEqualTo(Loss.Cause.SILENCE);
            assertThat(loss.start()).isEqualTo(at(1).wall());
            assertThat(loss.end()).isEqualTo(at(6.5).wall());
        });
        assertThat(watch.tick(at(60))).isEmpty();
        assertThat(watch.silent()).isTrue();
        assertThat(watch.message(at(61))).singleElement().satisfies(loss -> {
            assertThat(loss.cause()).isEqualTo(Loss.Cause.SILENCE);
            assertThat(loss.start()).isEqualTo(at(1).wall());
            assertThat(loss.end()).isEqualTo(at(61).wall());
            assertThat(loss.detail()).contains("1 min");
        });
        assertThat(watch.silent()).isFalse();
        assertThat(watch.tick(at(70))).hasSize(1);
    }

    @Test
    void serverThatNeverSaidAnythingIsSilentToo() {
        watch.connected(at(0));
        assertThat(watch.tick(at(5))).extracting(Loss::cause).containsExactly(Loss.Cause.SILENCE);
    }

    @Test
    void reconnectIsOneHoleFromTheLastMessageToTheNextHoweverManyAttemptsItTook() {
        watch.connected(at(0));
        watch.message(at(1));
        for (int attempt = 2; attempt < 10; attempt++) {
            watch.disconnected();
            watch.connected(at(attempt));
        }
        assertThat(watch.message(at(11))).singleElement().satisfies(loss -> {
            assertThat(loss.cause()).isEqualTo(Loss.Cause.RECONNECT);
            assertThat(loss.start()).isEqualTo(at(1).wall());
            assertThat(loss.end()).isEqualTo(at(11).wall());
            assertThat(loss.count()).isZero();
        });
        assertThat(watch.message(at(12))).isEmpty();
    }

    @Test
    void firstConnectionLeavesNoHole() {
        watch.disconnected();
        watch.connected(at(5));
        assertThat(watch.message(at(6))).isEmpty();
    }

    @Test
    void clockThatIsSetIsReportedOnceInEitherDirection() {
        watch.connected(at(0));
        watch.message(at(1));
        assertThat(watch.message(at(1.1, 3600))).singleElement().satisfies(loss -> {
            assertThat(loss.cause()).isEqualTo(Loss.Cause.CLOCK_STEP);
            assertThat(loss.detail()).contains("forward by 1 h");
        });
        assertThat(watch.message(at(1.2, 3600))).isEmpty();
        assertThat(watch.tick(at(1.3, 0))).singleElement().satisfies(loss -> {
            assertThat(loss.detail()).contains("back by 1 h");
            assertThat(loss.end()).isAfterOrEqualTo(loss.start());
        });
    }

    @Test
    void slewOfTheClockIsNoStep() {
        watch.connected(at(0));
        for (int i = 1; i < 1000; i++) {
            assertThat(watch.message(at(i, i * 0.0005))).isEmpty();
        }
    }
}
