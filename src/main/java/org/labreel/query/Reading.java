package org.labreel.query;

import java.util.Arrays;
import java.util.Optional;
import org.labreel.query.Unit.Quantity;

/** What a comparison can ask for, by the name that it has in a query. */
enum Reading {
    VOLTAGE("voltage", Quantity.VOLTAGE, Argument.NONE), TARGET("target", Quantity.VOLTAGE,
            Argument.NONE), TEMPERATURE("temperature", Quantity.TEMPERATURE,
                    Argument.NEEDED), CAPACITANCE("capacitance", Quantity.CAPACITANCE, Argument.POSSIBLE), GROUP(
                            "group", Quantity.CAPACITANCE, Argument.NEEDED), PINS("pins", Quantity.COUNT,
                                    Argument.NONE), FRAME("frame", Quantity.COUNT,
                                            Argument.NONE), TIME("time", Quantity.TIME, Argument.NONE);

    private final String word;
    private final Quantity quantity;
    private final Argument argument;

    Reading(String word, Quantity quantity, Argument argument) {
        this.word = word;
        this.quantity = quantity;
        this.argument = argument;
    }

    /** Whether a number in parentheses belongs to it. */
    enum Argument {
        NONE, POSSIBLE, NEEDED
    }

    String word() {
        return word;
    }

    Quantity quantity() {
        return quantity;
    }

    Argument argument() {
        return argument;
    }

    static Optional<Reading> of(String name) {
        return name.equals("elapsed")
                ? Optional.of(TIME)
                : Arrays.stream(values()).filter(reading -> reading.word.equals(name)).findFirst();
    }
}
