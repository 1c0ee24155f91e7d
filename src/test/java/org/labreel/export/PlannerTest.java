package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;

class PlannerTest {
    private static final Bytes ANY = Bytes.wrap(new byte[]{1, 2, 3});
    @TempDir
    private Path folder;

    private LogIndex log(long... millis) throws IOException {
        TestLog log = new TestLog();
        for (long each : millis) {
            log.frame(each, ANY);
        }
        try (LogReader reader = LogReader.open(log.write(folder.resolve("log" + millis.length + ".bin")))) {
            return reader.index();
        }
    }

    private static ExportPlan plan(LogIndex log, double speed, Gaps gaps) throws IOException {
        return plan(log, new Timing(speed, 0, gaps));
    }

    private static ExportPlan plan(LogIndex log, Timing timing) throws IOException {
        ExportRequest.Range all = new ExportRequest.Range(Path.of("some.bin"), 0, log.frames() - 1);
        return Planner.plan(ExportRequest.of(all, Path.of("x.mp4"))
                .withSettings(ClipSettings.PLAIN.withTiming(timing)), List.of(log));
    }

    private static List<Double> millis(ExportPlan plan) {
        return plan.frames().stream().map(frame -> frame.pts() / 90.0).toList();
    }

    @Test
    void everyFrameKeepsItsTime() throws IOException {
        ExportPlan plan = plan(log(0, 33, 70, 100, 1100, 1133), 1, Gaps.KEEP);

        assertThat(millis(plan)).containsExactly(0.0, 33.0, 70.0, 100.0, 1100.0, 1133.0);
        assertThat(plan.shifted()).isZero();
    }

    @Test
    void theLastFrameIsShownForTheUsualInterval() throws IOException {
        ExportPlan plan = plan(log(0, 40, 80, 120, 900), 1, Gaps.KEEP);

        assertThat(plan.frames().getLast().ticks()).isEqualTo(40 * 90);
        assertThat(plan.duration()).isEqualTo(Duration.ofMillis(940));
        assertThat(plan(log(7), 1, Gaps.KEEP).duration()).isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void aFrameThatIsNotLaterIsPutOneMillisecondAfterTheOneBefore() throws IOException {
        ExportPlan plan = plan(log(0, 33, 33, 20, 66), 1, Gaps.KEEP);

        assertThat(millis(plan)).containsExactly(0.0, 33.0, 34.0, 35.0, 66.0);
        assertThat(plan.shifted()).isEqualTo(2);
    }

    @Test
    void aClockThatIsSetBackAnHourDoesNotStopTheClip() throws IOException {
        ExportPlan plan = plan(log(3_600_000, 3_600_040, 0, 40, 80), 1, Gaps.KEEP);

        assertThat(millis(plan)).containsExactly(0.0, 40.0, 41.0, 81.0, 121.0);
        assertThat(plan.notes()).singleElement().asString().contains("set back by 3600.0 s");
    }

    @Test
    void speedDividesEveryTime() throws IOException {
        ExportPlan plan = plan(log(0, 100, 300), 10, Gaps.KEEP);

        assertThat(millis(plan)).containsExactly(0.0, 10.0, 30.0);
        assertThat(millis(plan(log(0, 100, 300), 0.5, Gaps.KEEP))).containsExactly(0.0, 200.0, 600.0);
    }

    @Test
    void aLongPauseIsCutToTheUsualIntervalAndSaid() throws IOException {
        ExportPlan plan = plan(log(0, 40, 80, 20_080, 20_120), 1, Gaps.MARK);

        assertThat(millis(plan)).containsExactly(0.0, 40.0, 80.0, 120.0, 160.0);
        assertThat(plan.frames().get(3).cut()).isEqualTo(Duration.ofMillis(19_960));
        assertThat(plan.frames().get(4).cut()).isPositive();
        assertThat(plan.frames().get(2).cut()).isZero();
        assertThat(plan.frames().get(3).elapsed()).isEqualTo(Duration.ofMillis(20_080));
        assertThat(plan.notes()).singleElement().asString().contains("1 pause was cut, 20.0 s");
    }

    @Test
    void aLongPauseIsShortenedToALength() throws IOException {
        ExportPlan plan = plan(log(0, 40, 80, 20_080, 20_120), 1, Gaps.shortenedTo(Duration.ofMillis(1500)));

        assertThat(millis(plan)).containsExactly(0.0, 40.0, 80.0, 1580.0, 1620.0);
        assertThat(plan.frames().get(3).cut()).isEqualTo(Duration.ofMillis(18_500));
        assertThat(plan.notes()).singleElement().asString().contains("1 pause was shortened, 18.5 s");
    }

    @Test
    void fromWhichLengthAPauseIsLongCanBeChosen() throws IOException {
        LogIndex log = log(0, 40, 80, 380, 420);

        assertThat(plan(log, 1, Gaps.CUT).duration()).isEqualTo(Duration.ofMillis(460));
        assertThat(plan(log, 1, Gaps.CUT.withLongerThan(Duration.ofMillis(200))).duration())
                .isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void oneEqualStampDoesNotPushAllFramesOfAFastClip() throws IOException {
        ExportPlan plan = plan(log(0, 33, 33, 66, 100, 133), 1000, Gaps.KEEP);

        assertThat(plan.shifted()).isEqualTo(1);
        assertThat(millis(plan).getLast()).isCloseTo(0.133, within(0.012));
        assertThat(plan.notes()).singleElement().asString().contains("constant rate");
    }

    @Test
    void aConstantRateTakesTheNearestFrame() throws IOException {
        ExportPlan plan = plan(log(0, 40, 80, 200, 240), new Timing(1, 20, Gaps.KEEP));

        assertThat(millis(plan)).containsExactly(0.0, 50.0, 100.0, 150.0, 200.0, 250.0);
        assertThat(plan.frames()).extracting(PlannedFrame::frame).containsExactly(0, 1, 2, 3, 3, 4);
        assertThat(plan.frames()).allMatch(frame -> frame.ticks() == 4500);
        assertThat(plan.notes()).singleElement().asString().contains("1 picture shows a frame of the log again");
    }

    @Test
    void aPauseThatNoFileHoldsIsRefusedWithWhatToDo() throws IOException {
        LogIndex log = log(0, 40, 30_000_000);

        assertThatThrownBy(() -> plan(log, 1, Gaps.KEEP)).hasMessageContaining("Cut the gaps");
        assertThat(plan(log, 1, Gaps.CUT).frames()).hasSize(3);
    }

    @Test
    void rangesFollowEachOther() throws IOException {
        LogIndex log = log(0, 40, 80, 120);
        ExportRequest.Range back = new ExportRequest.Range(Path.of("b.bin"), 2, 3);
        ExportRequest.Range front = new ExportRequest.Range(Path.of("b.bin"), 0, 1);
        ExportPlan plan = Planner.plan(ExportRequest.of(back, Path.of("x.mp4")).withRanges(List.of(back, front)),
                List.of(log, log));

        assertThat(millis(plan)).containsExactly(0.0, 40.0, 80.0, 120.0);
        assertThat(plan.frames()).extracting(PlannedFrame::frame).containsExactly(2, 3, 0, 1);
    }

    @Test
    void framesThatAreNotThereAreNamed() throws IOException {
        LogIndex log = log(0, 40);
        ExportRequest request = ExportRequest.of(new ExportRequest.Range(Path.of("b.bin"), 0, 2), Path.of("x.mp4"));

        assertThatThrownBy(() -> Planner.plan(request, List.of(log))).hasMessageContaining("frames 0 to 1");
    }

    @Test
    void timesAlwaysIncreaseAndDurationsAlwaysReachTheNext() throws IOException {
        long seed = 20_260_301;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            long[] millis = new long[2 + random.nextInt(40)];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = random.nextInt(3000);
            }
            ExportPlan plan = plan(log(millis), Math.pow(10, random.nextDouble() * 5 - 2),
                    List.of(Gaps.KEEP, Gaps.CUT, Gaps.MARK, Gaps.shortenedTo(Duration.ofMillis(700)))
                            .get(random.nextInt(4)));
            long end = 0;
            for (PlannedFrame frame : plan.frames()) {
                assertThat(frame.pts()).as("seed %d round %d", seed, round).isEqualTo(end);
                assertThat(frame.ticks()).isPositive();
                end += frame.ticks();
            }
            assertThat(plan.ticks()).isEqualTo(end);
        }
    }
}
