package org.labreel.feed.pi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles are data here, or they are refused. */
class PickleReaderTest {
    private static PlainValue read(String pickle) throws MalformedMessageException {
        return PickleReader.read(pickle);
    }

    private static void refused(String pickle, String... words) {
        assertThatThrownBy(() -> read(pickle)).as(pickle).isInstanceOf(MalformedMessageException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void everyKindOfValueIsRead() throws Exception {
        assertThat(read("N.")).isEqualTo(PlainValue.NONE);
        assertThat(read("I50\n.")).isEqualTo(PlainValue.of(50));
        assertThat(read("I-100\n.")).isEqualTo(PlainValue.of(-100));
        assertThat(read("L50L\n.")).isEqualTo(PlainValue.of(50));
        assertThat(read("I01\n.")).isEqualTo(PlainValue.of(true));
        assertThat(read("I00\n.")).isEqualTo(PlainValue.of(false));
        assertThat(read("F0.5\n.")).isEqualTo(new PlainValue.Real(0.5));
        assertThat(read("F-inf\n.")).isEqualTo(new PlainValue.Real(Double.NEGATIVE_INFINITY));
        assertThat(read("S'raspberrypi'\np0\n.")).isEqualTo(PlainValue.of("raspberrypi"));
        assertThat(read("Vraspberrypi\n.")).isEqualTo(PlainValue.of("raspberrypi"));
        assertThat(read("(I1920\nI1080\nI30\ntp0\n.")).isEqualTo(tuple(1920, 1080, 30));
        assertThat(read("(lp0\nI1\naI2\na.")).isEqualTo(new PlainValue.Row(List.of(PlainValue.of(1),
                PlainValue.of(2))));
        assertThat(read("(dp0\nS'a'\np1\nI1\ns.")).isEqualTo(new PlainValue.Table(Map.of(PlainValue.of("a"),
                PlainValue.of(1))));
        assertThat(read("(S'a'\np0\ng0\nt.")).isEqualTo(new PlainValue.Tuple(List.of(PlainValue.of("a"),
                PlainValue.of("a"))));
    }

    private static PlainValue tuple(int... values) {
        List<PlainValue> items = new ArrayList<>();
        for (int value : values) {
            items.add(PlainValue.of(value));
        }
        return new PlainValue.Tuple(items);
    }

    @Test
    void escapesOfByteStringsAreUndone() throws Exception {
        assertThat(read("S'a\\'b\\\\c\\n\\t\\x41\\101'\n.")).isEqualTo(PlainValue.of("a'b\\c\n\tAA"));
        assertThat(read("S\"it's\"\n.")).isEqualTo(PlainValue.of("it's"));
        // Python 2 pickles the bytes of its source file, most often UTF-8.
        assertThat(read("S'gr\\xc3\\xbc\\xc3\\x9fe'\n.")).isEqualTo(PlainValue.of("grüße"));
        assertThat(read("S'gr\\xfc\\xdfe'\n.")).isEqualTo(PlainValue.of("grüße"));
    }

    @Test
    void escapesOfUnicodeTextAreUndone() throws Exception {
        assertThat(read("V\\u00b5l \\U0001F4A7\n.")).isEqualTo(PlainValue.of("µl 💧"));
        assertThat(read("Va\\\\u0041\n.")).isEqualTo(PlainValue.of("a\\\\u0041"));
        assertThat(read("V\\u005cu0041\n.")).isEqualTo(PlainValue.of("\\u0041"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cos\nsystem\n(S'touch /tmp/hostile'\ntR.", "(S'touch /tmp/hostile'\nios\nsystem\n.",
            "cposix\nsystem\np1\n(S'id'\ntp2\nR.", "(cos\nsystem\nS'id'\no.", "(dS'a'\nI1\nsb."})
    void whatCouldRunIsRefusedByName(String pickle) {
        refused(pickle, "opcode", "refused");
    }

    @Test
    void everyOtherOpcodeIsRefused() {
        for (char opcode = 0; opcode < 300; opcode++) {
            if ("ILFSVN(tldaspg.".indexOf(opcode) < 0) {
                refused("(I1\n" + opcode + "I1\n.", "opcode");
            }
        }
    }

    @Test
    void binaryProtocolsAreRefused() {
        refused("\u0080\u0002K2.", "0x80");
        refused("\u0080\u0004\u0095.", "0x80");
    }

    @ParameterizedTest
    @CsvSource({"I, line", "'', torn", "S'abc, line", "(, torn", "I5, line", "N, torn"})
    void tornPicklesSaySo(String pickle, String word) {
        refused(pickle, "torn", word);
    }

    @Test
    void everyTruncationIsRefused() {
        String whole = PickleWriter.write(new PlainValue.Row(List.of(tuple(1, 2), PlainValue.of("grüße"),
                new PlainValue.Table(Map.of(PlainValue.of("a"), PlainValue.NONE)))));
        for (int length = 0; length < whole.length(); length++) {
            refused(whole.substring(0, length), "pickle");
        }
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        refused("Ifive\n.", "\"five\"", "number");
        refused("I0x10\n.", "number");
        refused("I99999999999999999999\n.", "64 bits");
        refused("L" + "9".repeat(5000) + "L\n.", "number");
        refused("F0x1p3\n.", "number");
        refused("FNaNd\n.", "number");
    }

    @Test
    void stackIsNeverReadBelowItsBottom() {
        refused(".", "not there");
        refused("a.", "not there");
        refused("I1\na.", "not there");
        refused("(.", "not there");
        refused("t.", "never began");
        refused("I1\nI2\na.", "no list");
        refused("(lI1\nI2\ns.", "no dict");
        refused("(I1\nd.", "no value");
        refused("g5\n.", "never kept");
        refused("p0\n.", "not there");
        refused("I1\nI2\n.", "goes on");
        refused("I1\n.I2\n.", "goes on");
        refused("((lI1\nd.", "no single value");
    }

    @Test
    void listThatHoldsItselfIsRefused() {
        refused("(lp0\ng0\na.", "contains itself");
        refused("(dp0\nI1\ng0\ns.", "contains itself");
        refused("(lp0\n(g0\ntp1\na.", "contains itself");
    }

    @Test
    void endlessNestingDoesNotReachTheStack() {
        refused("(".repeat(30_000) + "l".repeat(30_000) + ".", "values");
        refused("(".repeat(5000) + "t".repeat(5000) + ".", "deeper");
    }

    @Test
    void littleThatUnfoldsToMuchIsRefused() {
        StringBuilder bomb = new StringBuilder("(lp0\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("(g").append(i - 1).append("\ng").append(i - 1).append("\ntp").append(i).append('\n');
        }
        refused("(" + bomb + "t.", "unfolds");
    }

    @Test
    void overlongPicklesAndPlacesOfTheMemoAreRefused() {
        refused("S'" + "a".repeat(PickleReader.MAX_CHARACTERS) + "'\n.", "characters");
        refused("Np999999999\n.", "place");
        refused("Np-1\n.", "place");
        refused("N".repeat(20_000) + ".", "more than");
    }

    @Test
    void whatIsWrittenIsReadBackAsItWas() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            PlainValue value = value(random, 4);
            assertThat(read(PickleWriter.write(value))).as("seed %d, round %d", seed, round).isEqualTo(value);
        }
    }

    @Test
    void damageIsRefusedOrReadButNothingElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 5000; round++) {
            char[] pickle = PickleWriter.write(value(random, 3)).toCharArray();
            for (int i = random.nextInt(4); i >= 0; i--) {
                pickle[random.nextInt(pickle.length)] = (char) (random.nextInt(10) == 0
                        ? random.nextInt(65_536)
                        : random.nextInt(128));
            }
            try {
                assertThat(read(new String(pickle))).isNotNull();
            } catch (MalformedMessageException e) {
                assertThat(e).as("seed %d, round %d", seed, round).hasMessageStartingWith("the pickle");
            }
        }
    }

    static PlainValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> PlainValue.NONE;
            case 1 -> PlainValue.of(random.nextBoolean());
            case 2 -> PlainValue.of(random.nextBoolean() ? random.nextInt(-200, 200) : random.nextLong());
            case 3 -> new PlainValue.Real(random.nextBoolean()
                    ? random.nextGaussian()
                    : Double.longBitsToDouble(random.nextLong() & ~1L));
            case 4, 5 -> PlainValue.of(text(random));
            case 6 -> new PlainValue.Tuple(values(random, depth));
            case 7 -> new PlainValue.Row(values(random, depth));
            default -> {
                Map<PlainValue, PlainValue> entries = new LinkedHashMap<>();
                for (PlainValue item : values(random, depth)) {
                    entries.put(PlainValue.of(text(random)), item);
                }
                yield new PlainValue.Table(entries);
            }
        };
    }

    private static List<PlainValue> values(Random random, int depth) {
        List<PlainValue> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(value(random, depth - 1));
        }
        return items;
    }

    private static String text(Random random) {
        StringBuilder out = new StringBuilder();
        boolean ascii = random.nextBoolean();
        for (int i = random.nextInt(12); i > 0; i--) {
            out.append(ascii ? (char) random.nextInt(128) : (char) random.nextInt(65_536));
        }
        return out.toString();
    }
}
