package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labreel.feed.FeedStatus;
import org.labreel.model.Loss;

class LossWatchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Loss loss(Loss.Cause cause, int second, long count) {
        return new Loss(cause, "ws://fake:7001", NOON.plusSeconds(second), NOON.plusSeconds(second + 2), count,
                "it is gone");
    }

    private static LiveFigures figures(long lost, long losses) {
        return new LiveFigures(new FeedStatus(FeedStatus.State.CONNECTED, "", 0), 0, 0, Optional.empty(),
                Optional.empty(), 0, 0, lost, losses, 0, 0);
    }

    private static LossLedger ledger(Loss... reported) {
        return LossLedger.of(figures(0, reported.length), List.of(reported), List.of());
    }

    @Test
    void ledgerHasEachLossOnceAndTheNewestFirst() {
        Loss reconnect = loss(Loss.Cause.RECONNECT, 1, 0);
        Loss silence = loss(Loss.Cause.SILENCE, 9, 0);
        Loss overflow = loss(Loss.Cause.QUEUE_OVERFLOW, 5, 12);
        LossLedger ledger = LossLedger.of(figures(0, 2), List.of(reconnect, silence), List.of(silence, overflow));
        assertThat(ledger.newestFirst()).containsExactly(silence, overflow, reconnect);
        assertThat(ledger.entries()).isEqualTo(3);
        assertThat(ledger.messages()).isEqualTo(12);
    }

    @Test
    void absenceThatTheRecorderEnteredAtStopIsShownUntilTheSourceReportsTheWholeOfIt() {
        Loss early = loss(Loss.Cause.RECONNECT, 1, 0);
        Loss atStop = loss(Loss.Cause.RECONNECT, 20, 0);
        LossLedger away = LossLedger.of(figures(0, 1), List.of(early), List.of(early, atStop));
        assertThat(away.newestFirst()).containsExactly(atStop, early);
        assertThat(away.entries()).isEqualTo(2);

        Loss whole = new Loss(Loss.Cause.RECONNECT, atStop.source(), atStop.start(), NOON.plusSeconds(90), 0, "");
        LossLedger back = LossLedger.of(figures(0, 2), List.of(early, whole), List.of(early, atStop));
        assertThat(back.newestFirst()).containsExactly(whole, early);
        assertThat(back.entries()).isEqualTo(2);
    }

    @Test
    void silenceThatGoesOnIsOneEntryThatGrows() {
        ReportedLosses reported = new ReportedLosses();
        reported.enter(loss(Loss.Cause.SILENCE, 1, 0));
        Loss grown = new Loss(Loss.Cause.SILENCE, "ws://fake:7001", NOON.plusSeconds(1), NOON.plusSeconds(60), 0, "");
        reported.enter(grown);
        reported.enter(loss(Loss.Cause.OVERLONG_MESSAGE, 70, 3));
        assertThat(reported.newest()).hasSize(2).startsWith(grown);
        assertThat(reported.entries()).isEqualTo(2);
        assertThat(reported.messages()).isEqualTo(3);
    }

    @Test
    void onlyLossesOfTheRecordingAreToldAndCounted() {
        LossWatch watch = new LossWatch();
        Loss before = loss(Loss.Cause.RECONNECT, 1, 0);
        Loss during = loss(Loss.Cause.SILENCE, 9, 0);
        assertThat(watch.look(false, ledger(before), 1)).isEmpty();
        assertThat(watch.look(true, ledger(before), 2)).isEmpty();
        assertThat(watch.look(true, ledger(before, during), 3)).contains(during);
        assertThat(watch.look(true, ledger(before, during), 4)).isEmpty();
        assertThat(watch.inRecording(ledger(before, during))).isEqualTo(1);
        watch.look(false, ledger(before, during), 5);
        assertThat(watch.inRecording(ledger(before, during))).isZero();
    }

    @Test
    void stormOfLossesIsToldNowAndThen() {
        LossWatch watch = new LossWatch();
        Loss one = loss(Loss.Cause.RECONNECT, 1, 0);
        Loss two = loss(Loss.Cause.RECONNECT, 4, 0);
        watch.look(true, ledger(), 0);
        assertThat(watch.look(true, ledger(one), 1)).contains(one);
        assertThat(watch.look(true, ledger(one, two), 4)).isEmpty();
        assertThat(watch.look(true, ledger(one, two), 12)).contains(two);
    }

    @Test
    void lossIsToldInWords() {
        assertThat(LossText.of(loss(Loss.Cause.QUEUE_OVERFLOW, 1, 1200), ZoneOffset.UTC))
                .isEqualTo(new LossText("12:00:01  Disk too slow, 2.0 s · 1,200 messages lost", "It is gone."));
        assertThat(LossText.of(loss(Loss.Cause.RECONNECT, 1, 0), ZoneOffset.UTC).head())
                .endsWith("how much is not known");
    }
}
