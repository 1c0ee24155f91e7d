package org.labreel.query;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.labreel.query.Expr.Relation;
import org.labreel.query.Expr.Value;

/** Makes queries by chance. */
final class RandomQueries {
    private final Random random;

    RandomQueries(Random random) {
        this.random = random;
    }

    Expr any(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Expr.Or(parts(depth));
            case 1 -> new Expr.And(parts(depth));
            case 2 -> new Expr.Not(any(depth - 1));
            case 3 -> new Expr.For(any(depth - 1), time());
            case 4 -> new Expr.Within(any(depth - 1), time(), any(depth - 1));
            default -> leaf();
        };
    }

    /** Of and, or, not and what holds at a frame; no moments, no durations. */
    Expr plain(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? new Expr.Pin(random.nextInt(4)) : compare();
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Expr.Or(List.of(plain(depth - 1), plain(depth - 1)));
            case 1 -> new Expr.And(List.of(plain(depth - 1), plain(depth - 1)));
            case 2 -> new Expr.Not(plain(depth - 1));
            default -> plain(depth - 1);
        };
    }

    private List<Expr> parts(int depth) {
        return IntStream.range(0, 2 + random.nextInt(2)).mapToObj(_ -> any(depth - 1)).toList();
    }

    private Value.Literal time() {
        Unit unit = List.of(Unit.SECOND, Unit.MILLISECOND, Unit.MINUTE, Unit.HOUR).get(random.nextInt(4));
        return new Value.Literal(random.nextInt(100) / 4.0, unit);
    }

    private Expr leaf() {
        return switch (random.nextInt(8)) {
            case 0 -> new Expr.Pin(random.nextInt(200));
            case 1 -> new Expr.PinsChanged();
            case 2 -> new Expr.PinChanged(random.nextInt(128));
            case 3 -> new Expr.Marked(List.of("", "merge", "\"quoted\\\"", "ä or b").get(random.nextInt(4)));
            case 4 -> new Expr.Gap();
            case 5 -> new Expr.Lost();
            default -> compare();
        };
    }

    private Expr compare() {
        Value.Read read = read();
        Value.Literal number = new Value.Literal(random.nextInt(-4, 5) + random.nextInt(4) / 4.0 + 0.0,
                random.nextBoolean() ? Unit.NONE : unit(read.quantity()));
        Relation relation = List.of(Relation.values()).get(random.nextInt(6));
        return random.nextBoolean()
                ? new Expr.Compare(read, relation, number)
                : new Expr.Compare(number, relation, read);
    }

    private static Unit unit(Unit.Quantity quantity) {
        return switch (quantity) {
            case COUNT -> Unit.NONE;
            case VOLTAGE -> Unit.VOLT;
            case CAPACITANCE -> Unit.PICOFARAD;
            case TEMPERATURE -> Unit.CELSIUS;
            case TIME -> Unit.SECOND;
        };
    }

    private Value.Read read() {
        List<Reading> readings = List.of(Reading.values());
        Reading reading = readings.get(random.nextInt(readings.size()));
        boolean argument = reading.argument() == Reading.Argument.NEEDED
                || (reading.argument() == Reading.Argument.POSSIBLE && random.nextBoolean());
        return new Value.Read(reading, argument ? random.nextInt(7) : -1);
    }
}
