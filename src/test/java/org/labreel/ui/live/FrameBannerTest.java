package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labreel.feed.FeedStatus;

class FrameBannerTest {
    private static final FeedStatus CONNECTED = new FeedStatus(FeedStatus.State.CONNECTED, "Connected", 0);

    @Test
    void freshFramesNeedNoWords() {
        assertThat(banner(CONNECTED, Duration.ofMillis(2900), Duration.ZERO)).isEmpty();
    }

    @Test
    void stoppedFramesAreToldFromAStoppedFeed() {
        assertThat(banner(CONNECTED, Duration.ofSeconds(4), Duration.ZERO).orElseThrow())
                .isEqualTo("No frames for 4.0 s. Other messages still arrive: look at the camera.");
        assertThat(banner(CONNECTED, Duration.ofSeconds(4), Duration.ofSeconds(4)).orElseThrow())
                .contains("Nothing else arrives either");
    }

    @Test
    void whatTheSourceSaysOfTheSilenceIsTold() {
        FeedStatus ended = new FeedStatus(FeedStatus.State.CONNECTED,
                "Connected to cpl://bench:10000: the recording there has ended; waiting for the next one", 0,
                ": the recording there has ended; waiting for the next one");
        assertThat(banner(ended, Duration.ofSeconds(4), Duration.ofSeconds(4))).contains(
                "No frames for 4.0 s: the recording there has ended; waiting for the next one.");
        FeedStatus records = new FeedStatus(FeedStatus.State.CONNECTED,
                "Connected to cpl://bench:10000, which records 640x480 yuv420p, 30 frames/s", 0);
        assertThat(banner(records, Duration.ofSeconds(4), Duration.ofSeconds(4)).orElseThrow())
                .contains("Nothing else arrives either");
    }

    @Test
    void whatTheConnectionDoesIsSaidInItsOwnWords() {
        FeedStatus waiting = new FeedStatus(FeedStatus.State.WAITING, "Refused; trying again in 2 s", 3);
        assertThat(banner(waiting, Duration.ZERO, Duration.ZERO)).contains("Refused; trying again in 2 s");
    }

    @Test
    void beforeTheFirstFrameItSaysThatItWaits() {
        assertThat(FrameBanner.of(new LiveFigures(CONNECTED, 0, 0, Optional.empty(), Optional.empty(), Double.NaN,
                Double.NaN, 0, 0, 0, 0)).orElseThrow()).startsWith("Connected. No frame has come yet");
    }

    private static Optional<String> banner(FeedStatus status, Duration frameAge, Duration messageAge) {
        return FrameBanner.of(new LiveFigures(status, 0, 0, Optional.of(messageAge), Optional.of(frameAge), 0, 0, 0, 0,
                0, 0));
    }
}
