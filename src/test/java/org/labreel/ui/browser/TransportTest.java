package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.labreel.model.EventKind;

class TransportTest {
    private long nanos;

    @Test
    void stepsStayInsideTheLog() {
        Transport transport = at(FakeIndex.frames(0, 10, 20));
        transport.step(-1);
        assertThat(transport.frame()).isZero();
        transport.step(1);
        assertThat(transport.frame()).isEqualTo(1);
        transport.step(10);
        assertThat(transport.frame()).isEqualTo(2);
        transport.home();
        assertThat(transport.frame()).isZero();
        transport.end();
        assertThat(transport.frame()).isEqualTo(2);
    }

    @Test
    void logWithoutFramesHasNoFrameToStandOn() {
        Transport transport = at(new FakeIndex().with(EventKind.HV_REGULATOR, 0));
        assertThat(transport.frame()).isEqualTo(-1);
        transport.toggle();
        tick(transport, 100);
        transport.step(1);
        transport.end();
        transport.markIn();
        assertThat(transport.frame()).isEqualTo(-1);
        assertThat(transport.rangeProperty().get().marked()).isFalse();
    }

    @Test
    void playsByTheTimesOfTheLogNotByFrameRate() {
        Transport transport = at(FakeIndex.frames(0, 100, 110, 400));
        transport.toggle();
        assertThat(framesAt(transport, 90, 20, 200, 100)).containsExactly(0, 2, 2, 3);
    }

    @Test
    void speedStretchesTime() {
        Transport transport = at(FakeIndex.frames(0, 100, 200, 300));
        transport.setSpeed(0.5);
        transport.toggle();
        assertThat(framesAt(transport, 100, 100, 100)).containsExactly(0, 1, 1);
        transport.setSpeed(2);
        assertThat(framesAt(transport, 100)).containsExactly(3);
    }

    @Test
    void standsStillAtTheEndAndBeginsAnewFromThere() {
        Transport transport = at(FakeIndex.frames(0, 10));
        transport.toggle();
        tick(transport, 50);
        assertThat(transport.frame()).isEqualTo(1);
        tick(transport, 1);
        assertThat(transport.directionProperty().get()).isZero();
        transport.toggle();
        assertThat(transport.frame()).isZero();
        assertThat(transport.directionProperty().get()).isEqualTo(1);
    }

    @Test
    void jAndLRampAndKStops() {
        Transport transport = at(FakeIndex.frames(0, 10, 20, 30));
        transport.ramp(1);
        assertThat(transport.speedProperty().get()).isEqualTo(1);
        transport.ramp(1);
        transport.ramp(1);
        assertThat(transport.speedProperty().get()).isEqualTo(4);
        transport.ramp(-1);
        assertThat(transport.speedProperty().get()).isEqualTo(1);
        assertThat(transport.directionProperty().get()).isEqualTo(-1);
        for (int i = 0; i < 9; i++) {
            transport.ramp(-1);
        }
        assertThat(transport.speedProperty().get()).isEqualTo(16);
        transport.stop();
        assertThat(transport.directionProperty().get()).isZero();
    }

    @Test
    void playsBackwardsToo() {
        Transport transport = at(FakeIndex.frames(0, 100, 200));
        transport.end();
        transport.ramp(-1);
        assertThat(framesAt(transport, 100, 100)).containsExactly(1, 0);
    }

    @Test
    void clockSetBackCostsOneStepOnly() {
        Transport transport = at(FakeIndex.frames(0, 100, -3_600_000, -3_599_900));
        transport.toggle();
        assertThat(framesAt(transport, 100, 2, 100)).containsExactly(1, 2, 3);
    }

    @Test
    void aStalledComputerDoesNotMakeItJump() {
        Transport transport = at(FakeIndex.frames(0, 400, 800, 1200));
        transport.toggle();
        assertThat(framesAt(transport, 3_600_000)).containsExactly(1);
    }

    @Test
    void goesToFrameElapsedTimeAndInstant() {
        Transport transport = at(FakeIndex.frames(0, 1000, 2000, 61_500));
        assertThat(transport.goTo("2")).isTrue();
        assertThat(transport.frame()).isEqualTo(2);
        transport.goTo("1.5 s");
        assertThat(transport.frame()).isEqualTo(1);
        transport.goTo("1:01.5");
        assertThat(transport.frame()).isEqualTo(3);
        transport.goTo("2026-03-01T10:00:02z");
        assertThat(transport.frame()).isEqualTo(2);
        assertThat(transport.goTo("soon")).isFalse();
        assertThat(transport.frame()).isEqualTo(2);
    }

    @Test
    void changeLandsOnTheFirstFrameAfterTheRecord() {
        Transport transport = at(new FakeIndex().with(EventKind.ELECTRODE_STATE, 0).frame(10).frame(20)
                .with(EventKind.ELECTRODE_STATE, 21).with(EventKind.ELECTRODE_STATE, 22).frame(30).frame(40)
                .with(EventKind.ELECTRODE_STATE, 41).frame(50).with(EventKind.ELECTRODE_STATE, 51));
        assertThat(visited(transport, 1)).containsExactly(2, 4);
        assertThat(transport.change(1)).isFalse();
        assertThat(visited(transport, -1)).containsExactly(2, 0);
    }

    @Test
    void rangeIncludesOutAndTellsItsLength() {
        FakeIndex index = FakeIndex.frames(0, 10, 25, 40);
        Transport transport = at(index);
        transport.step(1);
        transport.markIn();
        transport.step(1);
        transport.markOut();
        FrameRange range = transport.rangeProperty().get();
        assertThat(range.count(4)).isEqualTo(2);
        assertThat(range.duration(index)).isEqualTo(Duration.ofMillis(15));
        transport.clearRange();
        assertThat(transport.rangeProperty().get().count(4)).isEqualTo(4);
    }

    @Test
    void aMarkOnTheWrongSideDropsTheOther() {
        FrameRange range = FrameRange.WHOLE.withIn(5).withOut(3);
        assertThat(range).isEqualTo(new FrameRange(OptionalInt.empty(), OptionalInt.of(3)));
        assertThat(range.withIn(4)).isEqualTo(new FrameRange(OptionalInt.of(4), OptionalInt.empty()));
    }

    private List<Integer> visited(Transport transport, int towards) {
        List<Integer> out = new ArrayList<>();
        while (transport.change(towards)) {
            out.add(transport.frame());
        }
        return out;
    }

    private List<Integer> framesAt(Transport transport, long... millis) {
        List<Integer> out = new ArrayList<>();
        for (long each : millis) {
            tick(transport, each);
            out.add(transport.frame());
        }
        return out;
    }

    private void tick(Transport transport, long millis) {
        nanos += millis * 1_000_000;
        transport.tick();
    }

    private Transport at(FakeIndex index) {
        Transport transport = new Transport(new FakeIndex(), () -> nanos);
        transport.load(index);
        return transport;
    }
}
