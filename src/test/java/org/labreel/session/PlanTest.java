package org.labreel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/** What a plan asks for, without any engine. */
class PlanTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static Session.Plan from(Instant start, Instant end) {
        return Session.Plan.NONE.withTimes(Optional.of(start), Optional.of(end));
    }

    private static Due at(Session.Plan plan, Instant now, Due.MissedStart handling) {
        return Due.ofScheduled(plan, now, handling, GRACE, Duration.ZERO);
    }

    @Test
    void scheduledSessionStartsByTheClockAndLateOnesAreHandledAsSet() {
        Session.Plan plan = from(START, START.plusSeconds(3600));
        assertThat(at(plan, START.minusNanos(1), Due.MissedStart.START_LATE)).isEqualTo(new Due.Nothing());
        assertThat(at(plan, START, Due.MissedStart.LEAVE)).isEqualTo(new Due.Start(Optional.empty()));
        assertThat(at(plan, START.plusSeconds(60), Due.MissedStart.LEAVE)).isEqualTo(new Due.Start(Optional.empty()));
        assertThat(at(plan, START.plusSeconds(600), Due.MissedStart.START_LATE))
                .isEqualTo(new Due.Start(Optional.of(Duration.ofMinutes(10))));
        assertThat(at(plan, START.plusSeconds(600), Due.MissedStart.LEAVE)).isInstanceOf(Due.Missed.class);
        assertThat(at(plan, START.plusSeconds(3600), Due.MissedStart.START_LATE)).isInstanceOf(Due.Missed.class);
    }

    @Test
    void endThatHadPassedWhenItWasStartedByHandIsOverruled() {
        Session.Plan plan = from(START, START.plusSeconds(60));
        assertThat(Due.ofActive(plan, START, START.plusSeconds(59))).isEqualTo(new Due.Nothing());
        assertThat(Due.ofActive(plan, START, START.plusSeconds(60))).isEqualTo(new Due.End(START.plusSeconds(60)));
        assertThat(Due.ofActive(plan, START.plusSeconds(61), START.plusSeconds(99))).isEqualTo(new Due.Nothing());
    }

    @Test
    void sessionOverADaylightSavingChangeLastsAsLongAsTheClockOnTheWallSaysItDoes() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant spring = ZonedDateTime.of(2026, 3, 29, 1, 30, 0, 0, berlin).toInstant();
        Instant springEnd = ZonedDateTime.of(2026, 3, 29, 3, 30, 0, 0, berlin).toInstant();
        Session session = Session.named("spring", START).withPlan(from(spring, springEnd));
        assertThat(DiskForecast.of(session, START, 1L << 40).planned()).contains(Duration.ofHours(1));
        assertThat(Due.ofActive(session.plan(), spring, spring.plusSeconds(3599))).isEqualTo(new Due.Nothing());
        assertThat(Due.ofActive(session.plan(), spring, spring.plusSeconds(3600))).isInstanceOf(Due.End.class);
        Instant autumn = ZonedDateTime.of(2026, 10, 25, 1, 30, 0, 0, berlin).toInstant();
        Instant autumnEnd = ZonedDateTime.of(2026, 10, 25, 3, 30, 0, 0, berlin).toInstant();
        assertThat(DiskForecast.of(session.withPlan(from(autumn, autumnEnd)), START, 1L << 40).planned())
                .contains(Duration.ofHours(3));
    }

    @Test
    void forecastGoesByTheMeasuredRateAndTheNearestBound() {
        Session session = Session.named("trial", START).withPlan(from(START, START.plusSeconds(600)));
        DiskForecast assumed = DiskForecast.of(session, START, 10_000_000_000L);
        assertThat(assumed.neededBytes()).isEqualTo(3_420_000_000L);
        assertThat(assumed.fits()).isTrue();
        assertThat(assumed.words()).contains("3.4 GB", "assumed 5.7 MB a second", "10.0 GB are free");
        Segment segment = new Segment("segment-001.bin", "ws://h", START, Optional.of(START.plusSeconds(10)),
                240_000_000, 0, 0, 0, 0, 0, 0, 0);
        DiskForecast measured = DiskForecast.of(session.withSegment(segment), START, 10_000_000_000L);
        assertThat(measured.neededBytes()).isEqualTo(14_400_000_000L);
        assertThat(measured.fits()).isFalse();
        assertThat(measured.words()).contains("will not fit");
        Session bounded = session.withPlan(session.plan().withLimits(new Session.Limits(60, 100)));
        assertThat(DiskForecast.of(bounded, START, 1L << 40).neededBytes()).isEqualTo(100_000_000);
        Session endless = session.withPlan(from(START, Instant.parse("9999-12-31T23:59:59Z")));
        assertThat(DiskForecast.of(endless, START, 1L << 40).planned()).isEmpty();
        assertThat(DiskForecast.of(endless, START, 1L << 40).words()).contains("Nothing bounds");
    }

    @Test
    void limitsCountFromZeroMeansNone() {
        assertThat(LimitWatch.reached(Session.Limits.NONE, Duration.ofDays(9), Long.MAX_VALUE)).isEmpty();
        Session.Limits limits = new Session.Limits(90, 5);
        assertThat(LimitWatch.reached(limits, Duration.ofSeconds(89), 4_999_999)).isEmpty();
        assertThat(LimitWatch.reached(limits, Duration.ofSeconds(90), 0)).hasValueSatisfying(
                why -> assertThat(why).contains("time limit of 1 min 30 s"));
        assertThat(LimitWatch.reached(limits, Duration.ZERO, 5_000_000)).hasValueSatisfying(
                why -> assertThat(why).contains("size limit of 5 MB"));
    }

    @Test
    void whatIsWrongWithAPlanIsSaidBesideItsField() {
        Session.Camera camera = new Session.Camera(UUID.randomUUID(), "REALSENSE_D435", "1", "ws://h");
        Session.Plan plan = from(START, START.minusSeconds(1)).withLimits(new Session.Limits(-1, 0))
                .withCameras(List.of(camera, camera));
        assertThat(PlanCheck.problems(" ", plan)).extracting(PlanCheck.Problem::field).containsExactly("name", "end",
                "limits", "cameras");
        assertThat(PlanCheck.problems("a\nb", Session.Plan.NONE)).hasSize(1);
        assertThat(PlanCheck.problems("far", Session.Plan.NONE.withTimes(Optional.of(Instant.MAX), Optional.empty())))
                .as("a time that cannot be written in four digits").hasSize(1);
        assertThat(PlanCheck.problems("good", Session.Plan.NONE.withCameras(List.of(camera)))).isEmpty();
    }
}
