package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.labreel.feed.FeedStatus;

class FreshnessTest {
    @Test
    void whatArrivesNowIsFresh() {
        assertThat(of(FeedStatus.State.CONNECTED, 2900)).isEqualTo(new Freshness(true, false, ""));
    }

    @Test
    void aSilentConnectionMakesValuesOld() {
        assertThat(of(FeedStatus.State.CONNECTED, 6400)).isEqualTo(new Freshness(true, true, "6 s ago"));
    }

    @Test
    void aLostConnectionMakesThemOldAtOnce() {
        assertThat(of(FeedStatus.State.WAITING, 1200)).isEqualTo(new Freshness(false, true, "1 s ago"));
        assertThat(of(FeedStatus.State.CLOSED, 125_000)).isEqualTo(new Freshness(false, true, "2 min ago"));
    }

    private static Freshness of(FeedStatus.State state, long ageMillis) {
        return Freshness.of(new LiveFigures(new FeedStatus(state, "", 0), 0, 0,
                Optional.of(Duration.ofMillis(ageMillis)), Optional.empty(), 0, 0, 0, 0, 0, 0));
    }

    @Test
    void markThatStaysChangesNoStyle() {
        Region region = new Region();
        AtomicInteger changes = new AtomicInteger();
        Freshness stale = new Freshness(false, true, "");
        stale.mark(region);
        Dots.set(region, Dots.Colour.WARN);
        region.getStyleClass().addListener((InvalidationListener) _ -> changes.incrementAndGet());
        stale.mark(region);
        Dots.set(region, Dots.Colour.WARN);
        assertThat(changes).hasValue(0);

        new Freshness(true, false, "").mark(region);
        Dots.set(region, Dots.Colour.GOOD);
        assertThat(region.getStyleClass()).containsExactly("good");
    }
}
