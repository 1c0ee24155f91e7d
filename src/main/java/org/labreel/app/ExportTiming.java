package org.labreel.app;

import java.time.Duration;
import java.util.Optional;
import org.labreel.export.Gaps;
import org.labreel.export.Timing;
import picocli.CommandLine.Option;

/** When frames are shown. */
final class ExportTiming {
    @Option(names = "--speed", paramLabel = "X", description = "Times as fast as it happened, 0.01 to 1000 (default 1).")
    private double speed = 1;

    @Option(names = "--rate", paramLabel = "FPS", description = "Constant rate: at each moment the nearest frame of the log; none is invented. "
            + "Without it every frame has its own time.")
    private double rate;

    @Option(names = "--gaps", paramLabel = "HOW", converter = ExportWord.OfGaps.class, description = "Long pauses between frames: keep (default), cut, mark (cut with a visible mark), "
            + "shorten (to --gap-length, with a mark).")
    private Gaps.Policy gaps = Gaps.Policy.KEEP;

    @Option(names = "--gap-from", paramLabel = "S", description = "Seconds from which a pause is long (default: five times the usual, at least 1 s).")
    private double gapFromSeconds;

    @Option(names = "--gap-length", paramLabel = "S", description = "Seconds of the log that a shortened pause keeps (default 1).")
    private double gapLengthSeconds = 1;

    /** What is wrong with these options taken together; empty when they fit. */
    Optional<String> conflict() {
        if (!(speed >= Timing.SLOWEST && speed <= Timing.FASTEST)) {
            return Optional.of("--speed is from 0.01 to 1000");
        }
        if (rate != 0 && !(rate >= 0.1 && rate <= Timing.LARGEST_FPS)) {
            return Optional.of("--rate is from 0.1 to 240 frames a second");
        }
        if (!(gapFromSeconds >= 0 && gapFromSeconds <= 86_400)) {
            return Optional.of("--gap-from is from 0 to 86400 seconds");
        }
        if (!(gapLengthSeconds > 0 && gapLengthSeconds <= 86_400)) {
            return Optional.of("--gap-length is more than 0 and at most 86400 seconds");
        }
        return Optional.empty();
    }

    Timing timing() {
        return new Timing(speed, rate, new Gaps(gaps, seconds(gapFromSeconds),
                gaps == Gaps.Policy.SHORTEN ? seconds(gapLengthSeconds) : Duration.ZERO));
    }

    private static Duration seconds(double number) {
        return Duration.ofNanos(Math.round(number * 1e9));
    }
}
