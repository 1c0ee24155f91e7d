package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.FeedStatus.State;

class RefreshPaceTest {
    private static final FeedStatus SILENT = new FeedStatus(State.WAITING, "Trying again in 5 s", 2);

    private final RefreshPace pace = new RefreshPace();

    private static List<LiveFigures> source(FeedStatus status, Optional<Duration> age, long losses) {
        return List.of(new LiveFigures(status, 0, 0, age, age, Double.NaN, Double.NaN, 0, losses, 0, 0));
    }

    private int dueOfTwelve(List<LiveFigures> figures, boolean recording) {
        int due = 0;
        for (int i = 0; i < 12; i++) {
            due += pace.due(figures, recording) ? 1 : 0;
        }
        return due;
    }

    @Test
    void whileNothingComesOneBeatInFourIsDue() {
        assertThat(dueOfTwelve(source(SILENT, Optional.empty(), 0), false)).isEqualTo(3);
        assertThat(dueOfTwelve(source(SILENT, Optional.of(Duration.ofMinutes(1)), 0), false)).isEqualTo(3);
    }

    @Test
    void whileMessagesComeOrAreRecordedEachBeatIsDue() {
        assertThat(dueOfTwelve(source(SILENT, Optional.of(Duration.ofMillis(20)), 0), false)).isEqualTo(12);
        assertThat(dueOfTwelve(source(SILENT, Optional.empty(), 0), true)).isEqualTo(12);
    }

    @Test
    void aNewStateOrLossIsToldAtTheNextBeat() {
        pace.due(source(SILENT, Optional.empty(), 0), false);
        assertThat(pace.due(source(SILENT, Optional.empty(), 0), false)).isFalse();
        assertThat(pace.due(source(SILENT, Optional.empty(), 1), false)).isTrue();
        FeedStatus back = new FeedStatus(State.CONNECTED, "Connected", 0);
        assertThat(pace.due(source(back, Optional.empty(), 1), false)).isTrue();
    }
}
