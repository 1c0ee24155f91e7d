package org.labreel.query;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.labreel.log.LogReader;

/**
 * A question to a log, answered with the ranges where it is true: {@code pin(42) and temperature(0) > 60},
 * {@code capacitance > 30 pF for 2 s}, {@code changed(pins)}.
 *
 * <p>
 * What holds when: a value holds from the record that brings it, in the order of the file, until the next one of its
 * kind. Before the first one, and where it is not a number, it is unknown: a comparison with it is neither true nor
 * false, nor is its opposite, and an unknown is no hit. {@code changed} and {@code marker} are true for the moment
 * only; the first known state counts as a change. {@code X for 2 s} is all of those stretches of X that last at least
 * so long; a value of the head state counts from the start of the log on. {@code X within 1 s of Y} is X where Y holds
 * no further away. {@code for} and {@code within} belong to what stands right before them; {@code not} binds closer,
 * {@code and} and {@code or} less. Durations go by a clock that stands still where the log's own runs backwards.
 */
public final class Query {
    private final Expr expr;

    private Query(Expr expr) {
        this.expr = expr;
    }

    /**
     * @throws QueryException
     *             when it cannot be understood; says where and why
     */
    public static Query parse(String text) throws QueryException {
        return new Query(Parser.parse(text));
    }

    Expr expr() {
        return expr;
    }

    /**
     * Looks for all places, in order.
     *
     * @param around
     *            what is known of the log that does not stand in it
     * @param progress
     *            told the part done, 0 to 1
     * @param cancelled
     *            asked now and then
     * @throws java.util.concurrent.CancellationException
     *             when cancelled
     */
    public List<Hit> run(LogReader log, Surroundings around, DoubleConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        return Search.run(expr, log, around, progress, cancelled);
    }

    /** Written in one way; reads back as the same query. */
    @Override
    public String toString() {
        return ExprText.of(expr);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Query that && expr.equals(that.expr);
    }

    @Override
    public int hashCode() {
        return expr.hashCode();
    }
}
