package org.labreel.query;

import java.util.List;

/** A query as a tree. */
sealed interface Expr {
    /** True where any of its parts is. */
    record Or(List<Expr> parts) implements Expr {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** True where all of its parts are. */
    record And(List<Expr> parts) implements Expr {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** True where its part is false; unknown stays unknown. */
    record Not(Expr part) implements Expr {
    }

    /** The stretches of its part that last so long. */
    record For(Expr part, Value.Literal least) implements Expr {
    }

    /** Where its part holds, no further than so long before or after the other does. */
    record Within(Expr part, Value.Literal most, Expr other) implements Expr {
    }

    /** Something that is asked of the log itself. */
    sealed interface Leaf extends Expr {
    }

    /** A comparison of two values. */
    record Compare(Value left, Relation relation, Value right) implements Leaf {
    }

    /** The pin is on. */
    record Pin(int pin) implements Leaf {
    }

    /** The moments at which the set of pins that are on becomes known or another. */
    record PinsChanged() implements Leaf {
    }

    /** The moments at which a pin becomes known, goes on or off. */
    record PinChanged(int pin) implements Leaf {
    }

    /** The moments that are marked with a text that contains this one. */
    record Marked(String text) implements Leaf {
    }

    /** Pauses between frames. */
    record Gap() implements Leaf {
    }

    /** Where something of the recording is lost or damaged. */
    record Lost() implements Leaf {
    }

    /** What stands on either side of a comparison. */
    sealed interface Value {
        Unit.Quantity quantity();

        /** A number as it was written. */
        record Literal(double number, Unit unit) implements Value {
            @Override
            public Unit.Quantity quantity() {
                return unit.quantity();
            }

            /** In the unit that readings come in. */
            double plain() {
                return unit.plain(number);
            }
        }

        /**
         * A value of the log.
         *
         * @param argument
         *            which sensor, group or pin; -1 = none was given
         */
        record Read(Reading reading, int argument) implements Value {
            @Override
            public Unit.Quantity quantity() {
                return reading.quantity();
            }
        }
    }

    /** How two values compare. */
    enum Relation {
        LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">="), EQUAL("="), DIFFERENT("!=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /** Of two numbers that are both known. */
        boolean holds(double left, double right) {
            return switch (this) {
                case LESS -> left < right;
                case AT_MOST -> left <= right;
                case MORE -> left > right;
                case AT_LEAST -> left >= right;
                case EQUAL -> left == right;
                case DIFFERENT -> left != right;
            };
        }
    }
}
