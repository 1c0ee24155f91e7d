package org.labreel.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;
import org.labreel.ui.session.Draft.Field;

class DraftTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final StreamWish DEPTH = new StreamWish(UUID.randomUUID(), StreamWish.Type.DEPTH,
            StreamWish.Encoder.HEVC, 1280, 720, 30, 4_000_500, 100, 1500, "color", true);
    private static final Session SESSION = Session.named("merge", NOON).withPlan(Session.Plan.NONE
            .withTimes(Optional.of(NOON), Optional.of(NOON.plusSeconds(5400)))
            .withLimits(new Session.Limits(600, 2000)).withNotes("note")
            .withCameras(List.of(new Session.Camera(UUID.randomUUID(), "REALSENSE_D435", "S1", "demo",
                    UUID.randomUUID(), List.of(DEPTH)))));

    private static Draft draft() {
        return Draft.of(SESSION, BERLIN);
    }

    @Test
    void planThatIsShownIsThePlanThatIsReadBack() {
        assertThat(draft().plan()).isEqualTo(SESSION.plan());
        assertThat(draft().problems()).isEmpty();
        assertThat(draft().start()).isEqualTo(new When(true, "2026-11-21", "13:00"));
        assertThat(draft().maxTime()).isEqualTo("10 min");
    }

    @Test
    void openEndsOfOtherProgramsAreNoTimesToShow() {
        Session endless = SESSION.withPlan(Session.Plan.NONE.withTimes(
                Optional.of(Instant.parse("0001-01-01T00:00:00Z")),
                Optional.of(Instant.parse("9999-12-31T23:59:59Z"))));
        assertThat(Draft.of(endless, BERLIN).start()).isEqualTo(When.NEVER);
        assertThat(Draft.of(endless, BERLIN).end()).isEqualTo(When.NEVER);
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() {
        Draft wrong = draft().withName(" ").withStart(new When(true, "21.11.2026", "13:00"))
                .withEnd(new When(true, "2026-11-21", "25:00")).withMaxTime("soon").withMaxSize("much");
        assertThat(wrong.problems()).containsOnlyKeys(Field.NAME, Field.START, Field.END, Field.MAX_TIME,
                Field.MAX_SIZE);
        assertThat(wrong.problems().get(Field.START)).contains("2026-11-21");
        assertThat(wrong.problems().get(Field.NAME)).isEqualTo("Give the session a name.");
        assertThat(draft().withEnd(draft().start()).problems()).containsEntry(Field.END,
                "The end must be later than the start.");
    }

    @Test
    void streamThatCannotBeUnderstoodIsSaid() {
        UUID camera = SESSION.cameras().getFirst().id();
        Draft wrong = draft().changing(camera, mine -> mine.changing(DEPTH.id(), each -> each.withSize("large")));
        assertThat(wrong.problems()).containsOnlyKeys(Field.CAMERAS);
        assertThat(wrong.problems().get(Field.CAMERAS)).contains("1280x720");
        Draft cut = draft().changing(camera, mine -> mine.changing(DEPTH.id(), each -> each.withNear("2000")));
        assertThat(cut.problems().get(Field.CAMERAS)).contains("nearer");
    }

    @Test
    void anotherZoneShowsTheSameMoments() {
        Draft moved = draft().withZone(ZoneOffset.UTC);
        assertThat(moved.start().time()).isEqualTo("12:00");
        assertThat(moved.plan()).isEqualTo(SESSION.plan());
    }

    @Test
    void hourThatTheClockLeavesOutIsTakenLaterAndOneThatComesTwiceIsTakenFirstAndBothAreSaid() {
        When.Reading left = new When(true, "2026-03-29", "02:30").read(BERLIN);
        assertThat(left.instant()).contains(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(left.remark().orElseThrow()).contains("03:30:00 is taken");
        When.Reading twice = new When(true, "2026-10-25", "02:30").read(BERLIN);
        assertThat(twice.instant()).contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(twice.remark().orElseThrow()).contains("the first is taken");
    }

    @Test
    void lengthAndPastStartsAreTold() {
        assertThat(draft().remark(Field.END, NOON)).contains("Lasts 90 min.");
        assertThat(draft().remark(Field.START, NOON.minusSeconds(60))).contains("In 1 min.");
        assertThat(draft().remark(Field.START, NOON.plusSeconds(1)).orElseThrow()).contains("This has passed");
    }
}
