package org.labreel.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.log.LogReader;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.Floats;
import org.labreel.query.Expr.Value;

/**
 * The search against the plainest way to do the same: every frame by itself, from the state that the log gives for it.
 */
class QueryTruthTest {
    @TempDir
    private Path folder;

    @Test
    void searchFindsTheFramesWhoseOwnStateSaysSo() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        RandomQueries queries = new RandomQueries(random);
        for (int round = 0; round < 12; round++) {
            boolean kept = round % 2 == 0;
            // A log with damage is read anew each time.
            Path file = log(random, !kept).write(folder);
            Optional<Path> cache = kept ? Optional.of(folder.resolve("cache")) : Optional.empty();
            open(file, cache).close();
            try (LogReader reader = open(file, cache)) {
                assertThat(reader.hasSidecar()).isEqualTo(cache.isPresent());
                for (int i = 0; i < 60; i++) {
                    Expr expr = queries.plain(3);
                    assertThat(searched(expr, reader)).as("seed %d, round %d: %s", seed, round, expr)
                            .isEqualTo(byFrame(expr, reader));
                }
            }
        }
    }

    private static LogReader open(Path file, Optional<Path> cache) throws IOException {
        return LogReader.open(file, cache, _ -> {
        }, () -> false);
    }

    /** Values that are small whole numbers and quarters, so that they meet those of the queries. */
    private static QueryLog log(Random random, boolean damage) {
        QueryLog log = new QueryLog();
        for (int i = 0; i < 200; i++) {
            switch (random.nextInt(10)) {
                case 0 -> log.volts(value(random));
                case 1 -> log.temperature(value(random), value(random), value(random), 1, 2, value(random));
                case 2 -> log.groups(value(random), value(random));
                case 3 -> log.scan(value(random), value(random), value(random));
                case 4 -> log.active(value(random));
                case 5 -> log.pins(random.ints(random.nextInt(4), 0, 5).toArray());
                case 6 -> {
                    if (damage) {
                        log.malformedVolts();
                    }
                }
                default -> log.frame();
            }
        }
        return log.frame();
    }

    private static float value(Random random) {
        return random.nextInt(8) == 0 ? Float.NaN : random.nextInt(-4, 5) + random.nextInt(4) / 4f;
    }

    private static BitSet searched(Expr expr, LogReader reader) throws IOException {
        BitSet frames = new BitSet();
        for (Hit hit : Search.run(expr, reader, Surroundings.NONE, _ -> {
        }, () -> false)) {
            frames.set(hit.firstFrame(), hit.firstFrame() + hit.frames());
        }
        return frames;
    }

    private static BitSet byFrame(Expr expr, LogReader reader) throws IOException {
        BitSet frames = new BitSet();
        for (int frame = 0; frame < reader.index().frames(); frame++) {
            int record = reader.index().recordOfFrame(frame);
            double seconds = Duration.between(reader.index().timeZero(), reader.index().time(record))
                    .toNanos() / 1e9;
            frames.set(frame, truth(expr, new At(reader.stateAt(record), frame, seconds)).orElse(false));
        }
        return frames;
    }

    private record At(DeviceState state, int frame, double seconds) {
    }

    private static Optional<Boolean> truth(Expr expr, At at) {
        return switch (expr) {
            case Expr.Or(List<Expr> parts) -> either(parts, at, true);
            case Expr.And(List<Expr> parts) -> either(parts, at, false);
            case Expr.Not(Expr part) -> truth(part, at).map(known -> !known);
            case Expr.Pin(int pin) -> at.state().electrodes().map(e -> e.active().contains(pin));
            case Expr.Compare(Value left, Expr.Relation relation, Value right) -> {
                double a = number(left, at);
                double b = number(right, at);
                yield Double.isNaN(a) || Double.isNaN(b) ? Optional.empty() : Optional.of(relation.holds(a, b));
            }
            default -> throw new IllegalArgumentException("not at one frame: " + expr);
        };
    }

    /** One part that is {@code deciding} decides; else one unknown leaves it unknown. */
    private static Optional<Boolean> either(List<Expr> parts, At at, boolean deciding) {
        List<Optional<Boolean>> all = parts.stream().map(part -> truth(part, at)).toList();
        return all.contains(Optional.of(deciding))
                ? Optional.of(deciding)
                : all.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(!deciding);
    }

    private static double number(Value value, At at) {
        DeviceState state = at.state();
        return switch (value) {
            case Value.Literal literal -> literal.plain();
            case Value.Read(Reading reading, int n) -> switch (reading) {
                case VOLTAGE -> state.highVoltage().map(DeviceEvent.HvRegulator::volts).orElse(Float.NaN);
                case TARGET -> state.highVoltage().map(DeviceEvent.HvRegulator::targetVolts).orElse(Float.NaN);
                case TEMPERATURE ->
                    state.temperatures().map(e -> e.celsius().getOrNaN(n)).orElse(Float.NaN);
                case CAPACITANCE -> n < 0
                        ? state.active().map(DeviceEvent.ActiveCapacitance::calibrated).orElse(Float.NaN)
                        : state.scan().map(DeviceEvent.ScanCapacitance::picofarads).map((Floats f) -> f.getOrNaN(n))
                                .orElse(Float.NaN);
                case GROUP -> state.groups().map(e -> e.picofarads().getOrNaN(n)).orElse(Float.NaN);
                case PINS -> state.electrodes().map(e -> (double) e.active().size()).orElse(Double.NaN);
                case FRAME -> at.frame();
                case TIME -> at.seconds();
            };
        };
    }
}
