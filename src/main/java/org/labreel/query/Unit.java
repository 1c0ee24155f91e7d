package org.labreel.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a number may be written in, and what it measures. */
enum Unit {
    NONE("", Quantity.COUNT, 1), VOLT("V", Quantity.VOLTAGE, 1), KILOVOLT("kV", Quantity.VOLTAGE, 1000), PICOFARAD("pF",
            Quantity.CAPACITANCE, 1), CELSIUS("°C", Quantity.TEMPERATURE, 1), SECOND("s", Quantity.TIME,
                    1), MILLISECOND("ms", Quantity.TIME, 1e-3), MINUTE("min", Quantity.TIME, 60), HOUR("h",
                            Quantity.TIME, 3600);

    private final String word;
    private final Quantity quantity;
    private final double factor;

    Unit(String word, Quantity quantity, double factor) {
        this.word = word;
        this.quantity = quantity;
        this.factor = factor;
    }

    /** What is measured; its readings come in the first unit of it. */
    enum Quantity {
        COUNT("a plain number"), VOLTAGE("in V"), CAPACITANCE("in pF"), TEMPERATURE("in °C"), TIME("in s");

        private final String words;

        Quantity(String words) {
            this.words = words;
        }

        /** "in V" */
        String words() {
            return words;
        }
    }

    String word() {
        return word;
    }

    Quantity quantity() {
        return quantity;
    }

    /** A number of this unit in the unit that readings come in. */
    double plain(double number) {
        return number * factor;
    }

    /** By its word, also as it is spelled where a sign is hard to type; case counts for none but where it must. */
    static Optional<Unit> of(String text) {
        List<String> celsius = List.of("c", "°c", "degc");
        if (celsius.contains(text.toLowerCase(Locale.ROOT))) {
            return Optional.of(CELSIUS);
        }
        return Arrays.stream(values()).filter(unit -> unit != NONE && unit.word.equalsIgnoreCase(text)).findFirst();
    }
}
