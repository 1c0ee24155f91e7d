package org.labreel.query;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.labreel.log.SmallValues;
import org.labreel.model.EventKind;
import org.labreel.query.Expr.Value;
import org.labreel.query.TruthLine.Level;

/** Follows one thing that is asked of the state of the device, record by record. */
sealed interface Track {
    /** Kinds of record that can change it. */
    Set<EventKind> kinds();

    /** A record of one of these kinds has happened. */
    void at(int record, Readings now) throws IOException;

    Truth until(long points);

    /** A comparison of values. */
    final class Comparing implements Track {
        private final Expr.Compare what;
        private final TruthLine line;

        Comparing(Expr.Compare what) {
            this.what = what;
            boolean constant = what.left() instanceof Value.Literal(double a, Unit u)
                    && what.right() instanceof Value.Literal(double b, Unit v);
            this.line = new TruthLine(constant ? constant(what) : Level.UNKNOWN);
        }

        private static Level constant(Expr.Compare what) {
            return Level.of(what.relation().holds(plain(what.left()), plain(what.right())));
        }

        private static double plain(Value value) {
            return value instanceof Value.Literal literal ? literal.plain() : Double.NaN;
        }

        @Override
        public Set<EventKind> kinds() {
            Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
            kinds.addAll(kinds(what.left()));
            kinds.addAll(kinds(what.right()));
            return kinds;
        }

        private static Set<EventKind> kinds(Value value) {
            return switch (value) {
                case Value.Literal _ -> Set.of();
                case Value.Read(Reading reading, int argument) -> switch (reading) {
                    case VOLTAGE, TARGET -> Set.of(EventKind.HV_REGULATOR);
                    case TEMPERATURE -> Set.of(EventKind.TEMPERATURE_CONTROL);
                    case CAPACITANCE ->
                        Set.of(argument < 0 ? EventKind.ACTIVE_CAPACITANCE : EventKind.SCAN_CAPACITANCE);
                    case GROUP -> Set.of(EventKind.GROUP_CAPACITANCE);
                    case PINS -> Set.of(EventKind.ELECTRODE_STATE);
                    case FRAME -> Set.of(EventKind.IMAGE);
                    case TIME -> EnumSet.allOf(EventKind.class);
                };
            };
        }

        @Override
        public void at(int record, Readings now) throws IOException {
            double left = number(what.left(), what.right(), now);
            double right = number(what.right(), what.left(), now);
            line.from(2L * record, Double.isNaN(left) || Double.isNaN(right)
                    ? Level.UNKNOWN
                    : Level.of(what.relation().holds(left, right)));
        }

        /** Devices send floats: 0.3 is meant to equal the float that is nearest to it. */
        private static double number(Value value, Value other, Readings now) throws IOException {
            return switch (value) {
                case Value.Literal literal -> measured(other) ? (float) literal.plain() : literal.plain();
                case Value.Read read -> now.number(read);
            };
        }

        private static boolean measured(Value value) {
            return value instanceof Value.Read && value.quantity() != Unit.Quantity.COUNT
                    && value.quantity() != Unit.Quantity.TIME;
        }

        @Override
        public Truth until(long points) {
            return line.until(points);
        }
    }

    /** Whether a pin is on. */
    final class PinOn implements Track {
        private final int pin;
        private final TruthLine line = new TruthLine(Level.UNKNOWN);

        PinOn(int pin) {
            this.pin = pin;
        }

        @Override
        public Set<EventKind> kinds() {
            return Set.of(EventKind.ELECTRODE_STATE);
        }

        @Override
        public void at(int record, Readings now) throws IOException {
            line.from(2L * record, now.pin(pin).map(Level::of).orElse(Level.UNKNOWN));
        }

        @Override
        public Truth until(long points) {
            return line.until(points);
        }
    }

    /** Moments at which pins change; the first known state counts. */
    final class Changing implements Track {
        private final Optional<Integer> pin;
        private final TruthLine line = new TruthLine(Level.NO);
        private Optional<SmallValues> pins = Optional.empty();
        private Optional<Boolean> on = Optional.empty();

        /**
         * @param pin
         *            empty = all of them
         */
        Changing(Optional<Integer> pin) {
            this.pin = pin;
        }

        @Override
        public Set<EventKind> kinds() {
            return Set.of(EventKind.ELECTRODE_STATE);
        }

        @Override
        public void at(int record, Readings now) throws IOException {
            boolean changed;
            if (pin.isPresent()) {
                Optional<Boolean> next = now.pin(pin.get());
                changed = !next.equals(on);
                on = next;
            } else {
                changed = !now.electrodes().equals(pins);
                pins = now.electrodes();
            }
            if (changed) {
                line.moment(record);
            }
        }

        @Override
        public Truth until(long points) {
            return line.until(points);
        }
    }
}
