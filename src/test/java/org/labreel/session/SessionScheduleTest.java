package org.labreel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.labreel.model.Session;
import org.labreel.model.Session.State;
import org.labreel.model.Span;

/** Sessions started and ended by a clock that the test turns. */
class SessionScheduleTest extends InLab {
    @Test
    void scheduledSessionStartsAndEndsByTheClockOverARestart() throws IOException {
        Lab lab = lab(1);
        UUID id = lab.plan("night", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(3600)),
                Optional.of(Lab.NOON.plusSeconds(7200))));
        lab.change(id, State.SCHEDULED);
        lab.pass(Duration.ofMinutes(30));
        lab.restart(Duration.ofMinutes(1));
        assertThat(lab.session(id).state()).isEqualTo(State.SCHEDULED);
        assertThat(lab.cameras.getFirst().connected()).isFalse();
        lab.pass(Duration.ofMinutes(30));
        assertThat(lab.session(id).state()).isEqualTo(State.STARTED);
        lab.pass(Duration.ofMinutes(58));
        assertThat(lab.session(id).state()).isEqualTo(State.STARTED);
        lab.pass(Duration.ofMinutes(3));
        Session session = lab.stored(id);
        assertThat(session.state()).isEqualTo(State.STOPPED);
        Span span = session.spans().getFirst();
        assertThat(span.cause()).isEqualTo(Span.Cause.SCHEDULE);
        assertThat(span.ending()).contains("Its end at 2026-03-28 14:00:00 UTC has come");
        assertThat(Duration.between(Lab.NOON.plusSeconds(3600), span.requested())).isBetween(Duration.ZERO,
                Duration.ofSeconds(20));
    }

    @Test
    void sessionWhoseStartHasJustPassedStartsNowAndOneThatWasSleptThroughIsSaid() {
        Lab lab = lab(1);
        UUID now = lab.plan("now", lab.plan().withTimes(Optional.of(Lab.NOON.minusSeconds(2)),
                Optional.of(Lab.NOON.plusSeconds(86400))));
        UUID missed = lab.plan("missed", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(60)),
                Optional.of(Lab.NOON.plusSeconds(120))));
        UUID late = lab.plan("late", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(60)),
                Optional.of(Lab.NOON.plusSeconds(86400))));
        lab.change(missed, State.SCHEDULED);
        lab.change(late, State.SCHEDULED);
        lab.restart(Duration.ofHours(2));
        lab.change(now, State.SCHEDULED);
        lab.pass(1);
        assertThat(lab.session(now).state()).isEqualTo(State.STARTED);
        assertThat(lab.session(missed).state()).isEqualTo(State.STOPPED);
        assertThat(Lab.journal(lab.session(missed)).getFirst()).contains("was not running then");
        assertThat(lab.session(late).state()).isEqualTo(State.STARTED);
        assertThat(Lab.journal(lab.session(late)).getFirst()).contains("1 h 59 min late");
    }

    @Test
    void lateStartsAreLeftWhenSoSet() {
        Lab lab = lab(1);
        UUID id = lab.plan("late", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(60)), Optional.empty()));
        lab.change(id, State.SCHEDULED);
        lab.settings = lab.settings.withMissedStart(Due.MissedStart.LEAVE);
        lab.restart(Duration.ofHours(2));
        lab.pass(1);
        assertThat(lab.session(id).state()).isEqualTo(State.STOPPED);
        assertThat(Lab.journal(lab.session(id)).getFirst()).contains("late starts are switched off");
    }

    @Test
    void scheduledStartFindsItsCamerasConnectedAndAPreRoll() throws Exception {
        Lab lab = lab(1);
        lab.connectAhead(Duration.ofSeconds(10));
        UUID id = lab.plan("by the clock", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(60)),
                Optional.of(Lab.NOON.plusSeconds(70))));
        lab.change(id, State.SCHEDULED);
        lab.pass(45);
        assertThat(lab.cameras.getFirst().connected()).isFalse();
        lab.pass(10);
        assertThat(lab.cameras.getFirst().connected()).as("some seconds before the start").isTrue();
        assertThat(lab.session(id).state()).isEqualTo(State.SCHEDULED);
        assertThat(lab.stored(id).state()).isEqualTo(State.SCHEDULED);
        lab.pass(30);
        assertThat(lab.session(id).state()).isEqualTo(State.STOPPED);
        assertThat(lab.session(id).segments()).singleElement()
                .satisfies(segment -> assertThat(segment.preRollRecords()).isGreaterThan(3));
    }

    @Test
    void sessionThatIsReadyForItsStartIsChangedUnscheduledAndLeftByTheProgramAsAnyScheduledOne() throws Exception {
        Lab lab = lab(1);
        lab.connectAhead(Duration.ofSeconds(10));
        UUID id = lab.plan("by the clock",
                lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(20)), Optional.empty()));
        lab.change(id, State.SCHEDULED);
        lab.pass(15);
        Lab.get(lab.engine().edit(id, "later",
                lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(60)), Optional.empty())));
        lab.pass(10);
        assertThat(lab.session(id).state()).isEqualTo(State.SCHEDULED);
        assertThat(lab.cameras.getFirst().connected()).as("it is not to start soon any more").isFalse();
        lab.pass(30);
        assertThat(lab.cameras.getFirst().connected()).isTrue();
        lab.engine().close();
        assertThat(lab.stored(id).state()).isEqualTo(State.SCHEDULED);
        assertThat(lab.stored(id).segments()).isEmpty();
        lab.restart(Duration.ofSeconds(1));
        lab.pass(1);
        lab.change(id, State.STOPPED);
        lab.pass(10);
        assertThat(lab.session(id).state()).isEqualTo(State.STOPPED);
        assertThat(lab.stored(id).state()).isEqualTo(State.STOPPED);
        assertThat(lab.cameras.getFirst().connected()).isFalse();
    }

    @Test
    void clockStepsMoveScheduleButNotLimitsAndAreSaid() {
        Lab lab = lab(1);
        UUID scheduled = lab.plan("by the clock", lab.plan().withTimes(Optional.of(Lab.NOON.plusSeconds(1800)),
                Optional.of(Lab.NOON.plusSeconds(7200))));
        UUID limited = lab.plan("by time", lab.plan().withTimes(Optional.empty(),
                Optional.of(Lab.NOON.plusSeconds(86_400))).withLimits(new Session.Limits(100, 0)));
        lab.change(scheduled, State.SCHEDULED);
        lab.change(limited, State.STARTED);
        lab.pass(10);
        lab.step(Duration.ofHours(1));
        lab.pass(1);
        assertThat(lab.session(scheduled).state()).isEqualTo(State.STARTED);
        assertThat(Lab.journal(lab.session(scheduled)).getFirst()).contains("set forward by 1 h");
        assertThat(lab.session(limited).state()).as("an hour of the clock is no hour of recording")
                .isEqualTo(State.STARTED);
        lab.step(Duration.ofHours(-1));
        lab.pass(10);
        assertThat(lab.session(scheduled).state()).as("started once, not again and not ended")
                .isEqualTo(State.STARTED);
        assertThat(lab.session(scheduled).spans()).hasSize(1);
        lab.pass(100);
        assertThat(lab.session(limited).state()).isEqualTo(State.STOPPED);
        lab.step(Duration.ofHours(2));
        lab.pass(1);
        assertThat(lab.session(scheduled).state()).isEqualTo(State.STOPPED);
    }
}
