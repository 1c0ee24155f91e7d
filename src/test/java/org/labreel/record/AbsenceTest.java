package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.FeedStatus.State;
import org.labreel.model.Arrival;
import org.labreel.model.Loss;

/** A source that is away when a recording ends leaves an entry for that stretch, which it will never report itself. */
class AbsenceTest extends OnDisk {
    private final Recorder recorder = recorder(SETTINGS);

    private SessionFolder started() throws IOException {
        SessionFolder folder = folder();
        recorder.start(folder);
        return folder;
    }

    /** A frame a second later: when it came. */
    private Instant frame() {
        recorder.accept(feed.pass(1).image(500));
        return feed.now();
    }

    private void stopAfter(double seconds) throws IOException {
        feed.pass(seconds);
        recorder.stop();
    }

    private void link(State state) {
        recorder.accept(new FeedStatus(state, "", 0));
    }

    private static List<Loss> losses(SessionFolder folder) throws IOException {
        return SessionFolder.open(folder.path()).session().losses();
    }

    private static void assertOne(SessionFolder folder, Loss.Cause cause, Instant start, Instant end)
            throws IOException {
        assertThat(losses(folder)).singleElement().satisfies(loss -> {
            assertThat(loss.cause()).isEqualTo(cause);
            assertThat(loss.source()).isEqualTo("ws://test");
            assertThat(loss.start()).isEqualTo(start);
            assertThat(loss.end()).isEqualTo(end);
            assertThat(loss.count()).as("nobody can know").isZero();
            assertThat(loss.detail()).isNotEmpty();
        });
    }

    @Test
    void sourceThatIsAwayAtStopLeavesALossFromItsLastMessageToTheStop() throws IOException {
        link(State.CONNECTED);
        SessionFolder folder = started();
        Instant last = frame();
        feed.pass(3);
        link(State.WAITING);
        feed.pass(4);
        link(State.CONNECTING);
        stopAfter(5);
        assertOne(folder, Loss.Cause.RECONNECT, last, last.plusSeconds(12));
    }

    @Test
    void sourceThatIsThereAtStopLeavesNone() throws IOException {
        link(State.CONNECTED);
        SessionFolder folder = started();
        frame();
        link(State.WAITING);
        link(State.CONNECTED);
        frame();
        stopAfter(1);
        assertThat(losses(folder)).as("the source reports what it has seen the end of").isEmpty();
    }

    @Test
    void connectionThatIsBackButHasBroughtNothingYetIsAnAbsenceToo() throws IOException {
        SessionFolder folder = started();
        Instant last = frame();
        link(State.WAITING);
        link(State.CONNECTED);
        stopAfter(2);
        assertOne(folder, Loss.Cause.RECONNECT, last, last.plusSeconds(2));
    }

    @Test
    void sourceThatNeverCameIsMissingFromThePressOn() throws IOException {
        link(State.CONNECTING);
        feed.pass(30);
        SessionFolder folder = started();
        Instant press = feed.now();
        stopAfter(9);
        assertOne(folder, Loss.Cause.RECONNECT, press, press.plusSeconds(9));
    }

    @Test
    void absenceThatBeganLongBeforeThePressIsEnteredFromThePressOn() throws IOException {
        recorder.accept(feed.image(500));
        link(State.WAITING);
        feed.pass(60);
        SessionFolder folder = started();
        Instant press = feed.now();
        stopAfter(5);
        assertOne(folder, Loss.Cause.RECONNECT, press, press.plusSeconds(5));
    }

    @Test
    void absenceThatBeganInThePreRollIsEnteredFromTheLastMessageOn() throws IOException {
        recorder.accept(feed.image(500));
        Instant last = feed.now();
        link(State.WAITING);
        feed.pass(1);
        SessionFolder folder = started();
        stopAfter(5);
        assertOne(folder, Loss.Cause.RECONNECT, last, last.plusSeconds(6));
    }

    @Test
    void silenceThatLastsToTheStopIsOneEntryToTheStop() throws IOException {
        link(State.CONNECTED);
        SessionFolder folder = started();
        Instant last = frame();
        feed.pass(5);
        recorder.accept(new Loss(Loss.Cause.SILENCE, "ws://test", last, feed.now(), 0, "nothing has arrived for 5 s"));
        stopAfter(25);
        assertOne(folder, Loss.Cause.SILENCE, last, last.plusSeconds(30));
    }

    @Test
    void logThatWasPlayedToItsEndIsNotAway() throws IOException {
        link(State.CONNECTING);
        link(State.CONNECTED);
        SessionFolder folder = started();
        frame();
        link(State.CLOSED);
        stopAfter(60);
        assertThat(losses(folder)).isEmpty();
    }

    @Test
    void eachOfTwoRecordingsOfOneAbsenceHasItsOwnPart() throws IOException {
        SessionFolder folder = started();
        Instant last = frame();
        link(State.WAITING);
        stopAfter(2);
        feed.pass(100);
        recorder.start(folder);
        stopAfter(3);
        assertThat(losses(folder)).extracting(Loss::start, Loss::end).containsExactly(
                tuple(last, last.plusSeconds(2)),
                tuple(last.plusSeconds(102), last.plusSeconds(105)));
    }

    @Test
    void restInStandbyAndClosingEnterItToo() throws Exception {
        SessionFolder folder = folder();
        recorder.arm(folder);
        Arrival press = recorder.trigger().get(20, TimeUnit.SECONDS);
        link(State.WAITING);
        feed.pass(2);
        recorder.rest().get(20, TimeUnit.SECONDS);
        recorder.disarm();
        assertOne(folder, Loss.Cause.RECONNECT, press.wall(), feed.now());

        SessionFolder other = started();
        Instant second = feed.now();
        feed.pass(4);
        recorder.close();
        assertOne(other, Loss.Cause.RECONNECT, second, second.plusSeconds(4));
    }

    @Test
    void clockThatWasSetBackMakesNoLossThatEndsBeforeItBegins() {
        Absence absence = new Absence("ws://test");
        absence.message(new Arrival(Feed.START, 0));
        absence.status(State.WAITING);
        Loss loss = absence.until(new Arrival(Feed.START.minusSeconds(3600), 10), new Arrival(Feed.START, 0))
                .orElseThrow();
        assertThat(loss.start()).isBefore(loss.end());
    }
}
