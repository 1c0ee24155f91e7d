package org.labreel.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.labreel.model.DeviceEvent;

class SignalTrackTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void extremesOfAnyStretchAreThoseOfItsSamples() {
        for (int round = 0; round < 60; round++) {
            long[] times = times(1 + random.nextInt(5_000));
            float[] values = values(times.length);
            SignalTrack track = track(times, values);
            for (int i = 0; i < 100; i++) {
                int from = random.nextInt(times.length);
                int until = from + random.nextInt(times.length - from + 1);
                same(track.extremes(from, until), values, from, until);
            }
        }
    }

    @Test
    void columnsAreTheExtremesOfTheSamplesOnEachPixel() {
        for (int round = 0; round < 40; round++) {
            long[] times = times(1 + random.nextInt(3_000));
            float[] values = values(times.length);
            SignalTrack track = track(times, values);
            TimeScale scale = new TimeScale(times[0] + random.nextLong(1 + times[times.length - 1] - times[0]),
                    1_000_000 + random.nextLong(1 + times[times.length - 1] - times[0]), 30, 200);
            float[] least = new float[200];
            float[] most = new float[200];
            int[] counts = new int[200];
            track.columns(scale, least, most);
            EventTimes.of(times).density(scale, counts);
            for (int x = 0; x < 200; x++) {
                int from = lowerBound(times, scale.nanos(30 + x));
                int until = lowerBound(times, scale.nanos(31 + x));
                assertThat(counts[x]).as("seed " + seed).isEqualTo(until - from);
                SignalTrack.Extremes brute = brute(values, from, until);
                assertThat(least[x]).as("seed " + seed).isEqualTo(Float.valueOf(brute.least()));
                assertThat(most[x]).as("seed " + seed).isEqualTo(Float.valueOf(brute.most()));
            }
        }
    }

    @Test
    void snapshotStaysAsItWasWhileMoreIsAdded() {
        GrowingSignal growing = new GrowingSignal();
        float[] values = values(4_000);
        SignalTrack[] taken = new SignalTrack[values.length];
        for (int i = 0; i < values.length; i++) {
            growing.add(i * 1_000L, values[i]);
            taken[i] = growing.snapshot();
        }
        for (int i = 0; i < 500; i++) {
            int at = random.nextInt(values.length);
            assertThat(taken[at].size()).isEqualTo(at + 1);
            int from = random.nextInt(at + 1);
            same(taken[at].extremes(from, at + 1), values, from, at + 1);
        }
    }

    @Test
    void timesAreFoundAsByLookingAtEachOne() {
        for (int round = 0; round < 300; round++) {
            long[] times = times(random.nextInt(80));
            EventTimes events = EventTimes.of(times);
            long at = times.length == 0 ? 0 : times[0] - 5 + random.nextLong(times[times.length - 1] - times[0] + 10);
            int before = lowerBound(times, at);
            assertThat(events.firstFrom(at)).as("seed " + seed).isEqualTo(before);
            assertThat(events.firstFrom(at, random.nextInt(before + 1))).as("seed " + seed).isEqualTo(before);
            assertThat(events.lastUntil(at)).as("seed " + seed).isEqualTo(lowerBound(times, at + 1) - 1);
            long nearest = Arrays.stream(times).map(each -> Math.abs(each - at)).min().orElse(-1);
            int found = events.nearest(at);
            assertThat(found < 0 ? -1 : Math.abs(times[found] - at)).as("seed " + seed).isEqualTo(nearest);
        }
    }

    @Test
    void clockThatWasPutBackCostsNoSample() {
        SignalTrack track = track(new long[]{30, 10, 20}, new float[]{3, 1, 2});
        assertThat(track.times().at(0)).isEqualTo(10);
        assertThat(track.value(2)).isEqualTo(3);
        GrowingTimes growing = new GrowingTimes();
        growing.add(30);
        EventTimes before = growing.snapshot();
        growing.add(10);
        assertThat(growing.snapshot().at(0)).isEqualTo(10);
        assertThat(growing.snapshot().at(1)).isEqualTo(30);
        assertThat(before.at(0)).isEqualTo(30);
    }

    @Test
    void whatIsForgottenStaysInTheSnapshotsTakenBefore() {
        GrowingTracks tracks = new GrowingTracks();
        for (int i = 0; i < 300; i++) {
            tracks.frame(i);
            tracks.add(new DeviceEvent.HvRegulator(Optional.empty(), i, 150), i);
        }
        EventTimes frames = tracks.frames();
        SignalTrack voltage = tracks.signals().getFirst().track();
        tracks.forget(250);
        tracks.frame(300);
        tracks.add(new DeviceEvent.HvRegulator(Optional.empty(), 300, 150), 300);
        assertThat(frames.size()).isEqualTo(300);
        assertThat(voltage.extremes(0, 300).most()).isEqualTo(299);
        assertThat(tracks.frames().size()).isEqualTo(51);
        assertThat(tracks.frames().at(0)).isEqualTo(250);
        assertThat(tracks.signals().getFirst().track().extremes(0, 51).least()).isEqualTo(250);
        assertThat(tracks.signals().getFirst().track().extremes(0, 51).most()).isEqualTo(300);
    }

    @Test
    void valueIsTheNewestAtTheInstant() {
        SignalTrack track = track(new long[]{10, 20, 30}, new float[]{1, Float.NaN, 3});
        assertThat(track.valueAt(9)).isEmpty();
        assertThat(track.valueAt(19)).hasValue(1);
        assertThat(track.valueAt(25)).isEmpty();
        assertThat(track.valueAt(Long.MAX_VALUE)).hasValue(3);
    }

    private static SignalTrack track(long[] times, float[] values) {
        GrowingSignal growing = new GrowingSignal();
        for (int i = 0; i < times.length; i++) {
            growing.add(times[i], values[i]);
        }
        return growing.snapshot();
    }

    private void same(SignalTrack.Extremes found, float[] values, int from, int until) {
        SignalTrack.Extremes brute = brute(values, from, until);
        assertThat(found.least()).as("seed " + seed).isEqualTo(Float.valueOf(brute.least()));
        assertThat(found.most()).as("seed " + seed).isEqualTo(Float.valueOf(brute.most()));
    }

    private static SignalTrack.Extremes brute(float[] values, int from, int until) {
        SignalTrack.Extremes out = new SignalTrack.Extremes();
        for (int i = from; i < until; i++) {
            out.take(values[i], values[i]);
        }
        return out;
    }

    private static int lowerBound(long[] times, long at) {
        int n = 0;
        while (n < times.length && times[n] < at) {
            n++;
        }
        return n;
    }

    private long[] times(int count) {
        long[] times = new long[count];
        long at = random.nextLong(1L << 60);
        for (int i = 0; i < count; i++) {
            // Some at the very same instant.
            at += random.nextInt(4) == 0 ? 0 : random.nextLong(3_000_000);
            times[i] = at;
        }
        return times;
    }

    private float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(50) == 0 ? Float.NaN : (float) random.nextGaussian();
        }
        return values;
    }
}
