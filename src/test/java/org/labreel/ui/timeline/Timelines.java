package org.labreel.ui.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Floats;

/** Makes contents for tests and pictures. */
public final class Timelines {
    public static final long SECOND = 1_000_000_000L;
    public static final long START = EpochNanos.of(Instant.parse("2026-03-01T10:00:00Z"));

    private Timelines() {
    }

    /**
     * An experiment of one log with what an operator might have noted.
     *
     * @param seconds
     *            its length; ten frames and two readings a second, a change every five seconds
     */
    public static TimelineContent experiment(int seconds) {
        GrowingTracks tracks = new GrowingTracks();
        Random random = new Random(7);
        for (int i = 0; i <= seconds * 10; i++) {
            long at = START + i * SECOND / 10;
            tracks.frame(at);
            if (i % 5 == 0) {
                readings(tracks, random, i / 10.0, at);
            }
            if (i % 50 == 20) {
                tracks.change(at + 30_000_000);
            }
        }
        TimeSpan whole = new TimeSpan(START, START + seconds * SECOND);
        return TimelineContent.of("experiment", START, whole, FrameClock.of(tracks.frames()))
                .withTracks(tracks.changes(), tracks.signals()).withMarkers(markers(seconds))
                .withRanges(ranges(seconds))
                .withHoles(holes(seconds)).withSegments(segments(seconds));
    }

    private static void readings(GrowingTracks tracks, Random random, double second, long at) {
        float noise = (float) random.nextGaussian();
        tracks.add(new DeviceEvent.HvRegulator(Optional.of(EpochNanos.instant(at)), 180 + noise, 180), at);
        tracks.add(new DeviceEvent.ActiveCapacitance(Optional.of(EpochNanos.instant(at)), 0, 0,
                (float) (30 + 12 * Math.sin(second / 9) + noise)), at);
        tracks.add(new DeviceEvent.TemperatureControl(Optional.of(EpochNanos.instant(at)),
                Floats.of((float) (25 + 40 * (1 - Math.exp(-second / 60))), 24 + noise / 10), Floats.EMPTY), at);
    }

    private static List<TimelineMarker> markers(int seconds) {
        List<TimelineMarker> out = new ArrayList<>();
        String[] texts = {"loaded", "merge", "", "bubble at pin 42"};
        String[] colours = {"#f2cc60", "#58a6ff", "#f2cc60", "#ff7b72"};
        for (int i = 0; i < texts.length; i++) {
            out.add(new TimelineMarker(new UUID(1, i), START + seconds * SECOND * (i + 1) / 6, texts[i], colours[i]));
        }
        return out;
    }

    private static List<TimelineRange> ranges(int seconds) {
        return List.of(
                new TimelineRange(new UUID(2, 1), "mixing", new TimeSpan(START + seconds * SECOND / 8,
                        START + seconds * SECOND * 3 / 8), "#58a6ff"),
                new TimelineRange(new UUID(2, 2), "temperature(0) > 60", new TimeSpan(START + seconds * SECOND / 2,
                        START + seconds * SECOND * 7 / 8), "#4fc776"));
    }

    private static List<TimelineHole> holes(int seconds) {
        return List.of(
                new TimelineHole(TimelineHole.Kind.PRE_ROLL, new TimeSpan(START, START + 10 * SECOND), "Pre-roll"),
                new TimelineHole(TimelineHole.Kind.LOSS, new TimeSpan(START + seconds * SECOND * 40 / 100,
                        START + seconds * SECOND * 43 / 100), "12 messages lost: disk too slow"),
                new TimelineHole(TimelineHole.Kind.GAP, new TimeSpan(START + seconds * SECOND * 90 / 100,
                        START + seconds * SECOND * 92 / 100), "No frame for 2.4 s"));
    }

    private static List<TimelineSegment> segments(int seconds) {
        long end = START + seconds * SECOND;
        long each = seconds * SECOND / 4;
        return List.of(
                new TimelineSegment("before", new TimeSpan(START - 2 * each, START - each),
                        TimelineSegment.State.FAULT, "segment-001", false),
                new TimelineSegment("this", new TimeSpan(START, end), TimelineSegment.State.STOPPED, "segment-002",
                        true),
                new TimelineSegment("next", new TimeSpan(end + each / 3, end + each), TimelineSegment.State.RECORDING,
                        "segment-003", false),
                new TimelineSegment("standby", new TimeSpan(end + each, end + each * 3 / 2),
                        TimelineSegment.State.STANDBY, "armed", false),
                new TimelineSegment("planned", new TimeSpan(end + each * 2, end + each * 3),
                        TimelineSegment.State.SCHEDULED, "heat cycle", false));
    }

}
