package org.labreel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.log.LogReader;
import org.labreel.model.TimeRange;

class QueryRunTest {
    @TempDir
    private Path folder;

    private List<Hit> hits(QueryLog log, String query, Surroundings around) throws IOException, QueryException {
        try (LogReader reader = LogReader.open(log.write(folder))) {
            return Query.parse(query).run(reader, around, _ -> {
            }, () -> false);
        }
    }

    private List<Hit> hits(QueryLog log, String query) throws IOException, QueryException {
        return hits(log, query, Surroundings.NONE);
    }

    /** First frame and number of frames of each hit. */
    private List<List<Integer>> frames(QueryLog log, String query) throws IOException, QueryException {
        return hits(log, query).stream().map(hit -> List.of(hit.firstFrame(), hit.frames())).toList();
    }

    @Test
    void valueHoldsFromItsEventToTheNextAndTheFramesBetweenShowIt() throws Exception {
        QueryLog log = new QueryLog().frame().volts(100).frame().frame().volts(50).frame();
        List<Hit> hits = hits(log, "voltage > 80");
        assertThat(hits).extracting(Hit::firstFrame, Hit::lastFrame, Hit::frames).containsExactly(tuple(1, 2, 2));
        assertThat(hits.getFirst().time())
                .isEqualTo(new TimeRange(QueryLog.ZERO.plusMillis(100), QueryLog.ZERO.plusMillis(300)));
        assertThat(frames(log, "voltage < 80")).containsExactly(List.of(3, 1));
    }

    @Test
    void whatIsUnknownIsNoHitNorIsItsOpposite() throws Exception {
        QueryLog log = new QueryLog().frame().temperature(20, Float.NaN).frame().volts(Float.NaN).frame();
        assertThat(frames(log, "temperature(0) > 0")).containsExactly(List.of(1, 2));
        for (String query : List.of("temperature(1) > 0", "not temperature(1) > 0", "temperature(1) != 0",
                "voltage = voltage", "not voltage > 3", "temperature(7) < 1", "pin(3)", "not pin(3)", "group(0) > 0",
                "capacitance(5) > 0 and gap")) {
            assertThat(hits(log, query)).as(query).isEmpty();
        }
        assertThat(frames(log, "voltage > 3 or temperature(0) = 20")).containsExactly(List.of(1, 2));
        assertThat(frames(log, "not (voltage > 3 and temperature(0) < 0)")).containsExactly(List.of(1, 2));
    }

    @Test
    void everyChangeOfPinsIsOneMomentTheFirstKnownStateTooButNotOneThatIsTheSame() throws Exception {
        QueryLog log = new QueryLog().frame().pins(22).frame().pins(22).frame().pins(20, 21).frame().frame().pins();
        List<Hit> hits = hits(log, "changed(pins)");
        assertThat(hits).extracting(Hit::firstFrame, Hit::frames).containsExactly(tuple(1, 1), tuple(3, 1),
                tuple(4, 0));
        assertThat(hits).allSatisfy(hit -> assertThat(hit.time().duration()).isZero());
        assertThat(frames(log, "changed(pin(22))")).containsExactly(List.of(1, 1), List.of(3, 1));
        assertThat(frames(log, "changed(pin(21))")).containsExactly(List.of(1, 1), List.of(3, 1), List.of(4, 0));
        assertThat(frames(log, "changed(pins) and pin(20)")).containsExactly(List.of(3, 1));
        assertThat(frames(log, "pins = 2")).containsExactly(List.of(3, 2));
    }

    @Test
    void twelveChangesOfPinsAreTwelveHitsOnTheirFrames() throws Exception {
        List<Integer> before = List.of(52, 57, 63, 72, 82, 91, 99, 105, 112, 121, 132, 140);
        QueryLog log = new QueryLog();
        for (int frame = 0; frame < 143; frame++) {
            if (before.contains(frame)) {
                log.pins(frame % 128);
            }
            log.frame();
        }
        assertThat(hits(log, "changed(pins)")).extracting(Hit::firstFrame).containsExactlyElementsOf(before);
    }

    @Test
    void stretchThatLastsTooShortIsLeftOut() throws Exception {
        QueryLog log = new QueryLog().frame().volts(9).frame().frame().volts(1).frame().volts(9).frame().frame()
                .frame().frame();
        assertThat(frames(log, "voltage > 5")).containsExactly(List.of(1, 2), List.of(4, 4));
        assertThat(frames(log, "voltage > 5 for 201 ms")).containsExactly(List.of(4, 4));
        assertThat(frames(log, "voltage > 5 for 200 ms")).hasSize(2);
        assertThat(frames(log, "voltage > 5 for 1 h")).isEmpty();
        assertThat(frames(log, "changed(pins) for 1 ms")).isEmpty();
    }

    @Test
    void withinKeepsWhatIsNearTheOther() throws Exception {
        QueryLog log = new QueryLog().pins(1).frame().frame().frame().volts(9).pins(2).frame().frame().frame().pins(3)
                .frame();
        assertThat(frames(log, "changed(pins) within 250 ms of frame = 5")).containsExactly(List.of(3, 1),
                List.of(6, 1));
        assertThat(frames(log, "changed(pins) within 200 ms of voltage > 0")).containsExactly(List.of(3, 1),
                List.of(6, 1));
        assertThat(frames(log, "changed(pins) within 300 ms of voltage > 0")).hasSize(3);
        assertThat(frames(log, "changed(pins) within 0 s of frame = 1")).isEmpty();
    }

    @Test
    void numbersOfTheLogItselfCanBeAskedFor() throws Exception {
        QueryLog log = new QueryLog().pins(1).frame().frame().frame().frame().frame();
        assertThat(frames(log, "frame >= 2 and frame < 4")).containsExactly(List.of(2, 2));
        assertThat(frames(log, "time >= 0.2 s and time <= 300 ms")).containsExactly(List.of(2, 2));
        assertThat(frames(log, "frame >= 0")).containsExactly(List.of(0, 5));
        assertThat(frames(log, "1 < 2")).containsExactly(List.of(0, 5));
        assertThat(frames(log, "1 > 2")).isEmpty();
    }

    @Test
    void allReadingsCanBeAskedFor() throws Exception {
        QueryLog log = new QueryLog().frame().temperature(1, 2, 3, 4, 5, 6, 7).groups(1, 2, 3, 4, 5, 6).active(30.3f)
                .scan(0, 1, 2).pins(3, 140).volts(100).frame();
        for (String query : List.of("temperature(0) = 1", "temperature(6) = 7 C", "group(1) = 2 pF", "group(5) = 6",
                "capacitance = 30.3", "not capacitance > 30.3", "capacitance(2) = 2", "pin(140)", "not pin(141)",
                "target = 150", "voltage >= 0.1 kV")) {
            assertThat(frames(log, query)).as(query).containsExactly(List.of(1, 1));
        }
    }

    @Test
    void markersPausesAndLossesAreFound() throws Exception {
        QueryLog log = new QueryLog().frame().frame().frame().frame().pause(5_000).frame().frame();
        Surroundings around = new Surroundings(
                List.of(new Surroundings.Mark(1, "drops Merge"), new Surroundings.Mark(4, ""),
                        new Surroundings.Mark(99, "merge")),
                List.of(new TimeRange(QueryLog.ZERO.plusMillis(150), QueryLog.ZERO.plusMillis(250)),
                        new TimeRange(QueryLog.ZERO.plusMillis(310), QueryLog.ZERO.plusMillis(320))));
        assertThat(hits(log, "marker(\"merge\")", around)).extracting(Hit::firstFrame).containsExactly(1);
        assertThat(hits(log, "marker", around)).extracting(Hit::firstFrame).containsExactly(1, 4);
        assertThat(hits(log, "gap")).singleElement().satisfies(hit -> {
            assertThat(hit.firstFrame()).isEqualTo(3);
            assertThat(hit.time().duration()).isGreaterThan(Duration.ofSeconds(5));
        });
        assertThat(hits(log, "lost", around)).extracting(Hit::firstFrame).containsExactly(2, 4);
    }

    @Test
    void damagedPlaceIsALoss() throws Exception {
        QueryLog log = new QueryLog().frame().frame().garbage().frame();
        assertThat(hits(log, "lost")).hasSize(1);
    }

    @Test
    void clockThatRunsBackwardsStandsStillForDurations() throws Exception {
        QueryLog log = new QueryLog().frame().volts(9).frame().pause(-3_600_000).frame().frame().volts(1).frame();
        List<Hit> hits = hits(log, "voltage > 5 for 1 s");
        assertThat(hits).isEmpty();
        assertThat(hits(log, "voltage > 5")).singleElement().satisfies(hit -> {
            assertThat(hit.frames()).isEqualTo(3);
            assertThat(hit.time().duration()).isLessThan(Duration.ofSeconds(1));
        });
    }

    @Test
    void damagedStateRecordLeavesWhatWasKnownBefore() throws Exception {
        QueryLog log = new QueryLog().frame().volts(9).frame().malformedVolts().frame();
        assertThat(frames(log, "voltage = 9")).containsExactly(List.of(1, 2));
    }

    @Test
    void logWithoutFramesHasHitsInTime() throws Exception {
        QueryLog log = new QueryLog().temperature(50).pause(1000).temperature(70).pause(1000).temperature(20);
        assertThat(hits(log, "temperature(0) > 60")).singleElement().satisfies(hit -> {
            assertThat(hit.firstFrame()).isEqualTo(-1);
            assertThat(hit.frames()).isZero();
            assertThat(hit.time().duration()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void searchCanBeCancelled() throws Exception {
        try (LogReader reader = LogReader.open(new QueryLog().frame().volts(1).write(folder))) {
            Query query = Query.parse("voltage > 0");
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> query.run(reader, Surroundings.NONE, _ -> {
                    }, () -> true));
        }
    }
}
