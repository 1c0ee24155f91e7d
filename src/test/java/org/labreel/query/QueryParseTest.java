package org.labreel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParseTest {
    private static String written(String text) throws QueryException {
        return Query.parse(text).toString();
    }

    private static QueryException refused(String text) {
        return catchThrowableOfType(QueryException.class, () -> Query.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"pin(42) and temperature(0) > 60|pin(42) and temperature(0) > 60",
            "PIN(42)&&temperature(0)>60C|pin(42) and temperature(0) > 60 °C",
            "capacitance > 30pF for 2s|capacitance > 30 pF for 2 s", "changed(pins)|changed(pins)",
            "a(1)|", "not not gap or lost|not not gap or lost", "(gap)|gap",
            "gap or lost and pin(1)|gap or (lost and pin(1))", "(gap or lost) and pin(1)|(gap or lost) and pin(1)",
            "elapsed<=1.50 min|time <= 1.5 min", "-5.0 ≤ temperature(1)|-5 <= temperature(1)",
            "marker (\"it's \\\"here\\\"\") within 1s of gap|marker(\"it's \\\"here\\\"\") within 1 s of gap",
            "1e3 V == target|1000 V = target", "pins <> 0|pins != 0", "marker for 0ms for 1h|marker for 0 ms for 1 h"})
    void queryIsWrittenInOneWay(String text, String expected) throws QueryException {
        if (expected == null) {
            assertThat(refused(text)).isNotNull();
        } else {
            assertThat(written(text)).isEqualTo(expected);
        }
    }

    @Test
    void whateverIsWrittenReadsBackAsItself() throws QueryException {
        long seed = new Random().nextLong();
        RandomQueries queries = new RandomQueries(new Random(seed));
        for (int i = 0; i < 2000; i++) {
            Expr expr = queries.any(i % 4);
            String text = ExprText.of(expr);
            assertThat(Parser.parse(text)).as("seed %d: %s", seed, text).isEqualTo(expr);
        }
    }

    @Test
    void anyTextIsReadOrRefusedWithAPlaceInIt() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String letters = "pinchagedtmr()<>=!\"\\&|°0123456789.-_ \t\n\u0000é€😀";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                Query.parse(text.toString());
            } catch (QueryException e) {
                assertThat(e.from()).as("seed %d: %s", seed, text).isBetween(0, text.length());
                assertThat(e.to()).as("seed %d: %s", seed, text).isBetween(e.from() + 1, text.length() + 1);
                assertThat(e.caret().lines()).as("seed %d: %s", seed, text).hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "temprature(0) > 60|There is no value called “temprature”. Did you mean “temperature”?|0|10",
            "pin(42) and volt > 3|There is no value called “volt”. Did you mean “voltage”?|12|16",
            "pin(42|Expected “)” here, but found the end.|6|7",
            "pin 42|Expected a number in parentheses here, as in pin(0).|4|6",
            "pin(4.5)|Expected a whole number from 0 to 1023 here, as in pin(0).|4|7",
            "(gap or lost|This parenthesis is not closed.|0|1", "gap)|This parenthesis closes none that is open.|3|4",
            "voltage|Expected a comparison: voltage is a number, so write for example “voltage > 10”.|7|8",
            "voltage > 30 pF|voltage (in V) cannot be compared with 30 pF (in pF).|10|12",
            "voltage > 3 x|Expected “and”, “or”, “for”, “within” or the end here, but found “x”.|12|13",
            "voltage > 3x|There is no unit called “x”. Units are V, kV, pF, °C, s, ms, min, h.|11|12",
            "pin(1) = 1|What stands before is true or false by itself and cannot be compared.|7|8",
            "20 < voltage < 30|Compare two values at a time: write “20 < voltage and voltage < 30”.|13|14",
            "gap for 2|Expected a time with its unit here, such as 2 s or 500 ms.|8|9",
            "gap for|Expected how long here, such as 2 s or 500 ms, but found the end.|7|8",
            "gap for -2s|A time cannot be less than nothing.|8|10",
            "gap within 1s lost|Expected “of” here, but found “lost”.|14|18",
            "marker(\"x|This text has no end: a second \" is missing.|7|9",
            "changed(voltage)|Expected pins or pin(42) here: changed(pins), changed(pin(42)).|8|15",
            "gap; lost|“;” means nothing in a query.|3|4",
            "voltage > 1e999|“1e999” is no number that can be used.|10|15",
            "voltage(1) > 2|voltage takes nothing in parentheses.|7|8",
            "and gap|Expected a number or a value such as voltage here, but found “and”.|0|3"})
    void whatIsWrongIsSaidAtItsPlace(String text, String message, int from, int to) {
        QueryException e = refused(text);
        assertThat(e).isNotNull();
        assertThat(e.words()).isEqualTo(message);
        assertThat(e.from()).isEqualTo(from);
        assertThat(e.to()).isEqualTo(to);
    }

    @Test
    void emptyQueryAsksForSomething() {
        assertThat(refused(" ").words())
                .isEqualTo("Expected something to look for, such as pin(42) or temperature(0) > 60.");
    }

    @Test
    void placeIsMarkedUnderTheQuery() {
        assertThat(refused("pin(42) and volt > 3").caret()).isEqualTo("""
                pin(42) and volt > 3
                            ^^^^""");
        assertThat(refused("gap and").caret()).isEqualTo("gap and\n       ^");
        String longer = "gap or ".repeat(40) + "volt > 3" + " or gap".repeat(40);
        String[] lines = refused(longer).caret().split("\n", 2);
        assertThat(lines[0].substring(lines[1].indexOf('^'), lines[1].length())).isEqualTo("volt");
        assertThat(lines[0]).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "gap for 1 s ", "gap within 1 s of ("})
    void endlessNestingIsRefusedAndDoesNotReachTheStack(String piece) {
        String text = piece.startsWith("gap for") ? "gap" + " for 1 s".repeat(200) : piece.repeat(80) + "gap";
        assertThatExceptionOfType(QueryException.class).isThrownBy(() -> Query.parse(text))
                .withMessageContaining("deeper than 50");
        assertThatExceptionOfType(QueryException.class).isThrownBy(() -> Query.parse(piece.repeat(100_000)))
                .withMessageContaining("at most 2000 characters");
    }

    @Test
    void longListsAreNotDeep() throws QueryException {
        String text = "gap" + " or gap".repeat(280);
        assertThat(written(text)).isEqualTo(text);
        assertThat(written("not ".repeat(40) + "gap")).hasSize(163);
    }
}
