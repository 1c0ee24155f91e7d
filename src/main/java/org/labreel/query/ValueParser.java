package org.labreel.query;

import java.util.Arrays;
import java.util.Optional;
import org.labreel.query.Expr.Relation;
import org.labreel.query.Expr.Value;
import org.labreel.query.Reading.Argument;
import org.labreel.query.Token.Kind;

/** Reads the values of comparisons: numbers with their units, readings with their arguments. */
final class ValueParser {
    /** No board has more pins, no device more sensors. */
    private static final int MOST = 1023;

    private final Words words;

    ValueParser(Words words) {
        this.words = words;
    }

    /** The relation that stands next, not taken. */
    Optional<Relation> relation() {
        return Arrays.stream(Relation.values()).filter(relation -> words.next().is(relation.sign())).findFirst();
    }

    Value value() throws QueryException {
        Token next = words.next();
        return switch (next.kind()) {
            case NUMBER -> literal();
            case NAME -> read(next);
            case TEXT, SIGN, END -> throw words.wrong("Expected a number or a value such as voltage here, but found "
                    + words.found() + ".");
        };
    }

    private Value read(Token name) throws QueryException {
        Optional<Reading> reading = Reading.of(name.text());
        if (reading.isEmpty()) {
            throw words.wrong(unknown(name));
        }
        words.skip();
        Argument argument = reading.get().argument();
        boolean given = words.next().is("(");
        if (given && argument == Argument.NONE) {
            throw words.wrong(name.text() + " takes nothing in parentheses.");
        }
        return new Value.Read(reading.get(),
                given || argument == Argument.NEEDED ? argument(name.text()) : -1);
    }

    private String unknown(Token name) {
        String known = Names.meant(name.text()).map(meant -> " Did you mean “" + meant + "”?").orElse("");
        if (Names.ALL.contains(name.text()) || name.is("and") || name.is("or")) {
            return "Expected a number or a value such as voltage here, but found " + words.found() + ".";
        }
        return "There is no value called " + words.found() + "." + (known.isEmpty()
                ? " Values are pin(n), pins, voltage, temperature(n), capacitance, group(n), frame, time; moments are"
                        + " changed(pins), marker, gap, lost."
                : known);
    }

    /** A whole number in parentheses. */
    int argument(String of) throws QueryException {
        if (!words.take("(")) {
            throw words.wrong("Expected a number in parentheses here, as in " + of + "(0).");
        }
        Token number = words.next();
        int found = number.kind() == Kind.NUMBER && number.text().matches("\\d{1,4}")
                ? Integer.parseInt(number.text())
                : -1;
        if (found < 0 || found > MOST) {
            throw words.wrong("Expected a whole number from 0 to " + MOST + " here, as in " + of + "(0).");
        }
        words.skip();
        words.need(")", ")");
        return found;
    }

    private Value.Literal literal() throws QueryException {
        Token token = words.next();
        double number = number(token);
        words.skip();
        Token behind = words.next();
        Optional<Unit> unit = behind.kind() == Kind.NAME ? Unit.of(behind.text()) : Optional.empty();
        if (unit.isPresent()) {
            words.skip();
        } else if (behind.kind() == Kind.NAME && behind.from() == token.to()) {
            throw words.wrong("There is no unit called " + words.found() + ". Units are V, kV, pF, °C, s, ms, min, h.");
        }
        return new Value.Literal(number, unit.orElse(Unit.NONE));
    }

    private double number(Token token) throws QueryException {
        try {
            // Plus nothing, so that minus nothing is nothing.
            double number = Double.parseDouble(token.text()) + 0.0;
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw words.wrong("“" + token.text() + "” is no number that can be used.");
    }

    /** How long, with its unit. */
    Value.Literal duration() throws QueryException {
        Token first = words.next();
        if (first.kind() != Kind.NUMBER) {
            throw words.wrong("Expected how long here, such as 2 s or 500 ms, but found " + words.found() + ".");
        }
        Value.Literal found = literal();
        if (found.quantity() != Unit.Quantity.TIME) {
            throw words.wrong("Expected a time with its unit here, such as 2 s or 500 ms.", first);
        }
        if (found.number() < 0) {
            throw words.wrong("A time cannot be less than nothing.", first);
        }
        return found;
    }
}
