package org.labreel.feed.pi;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes pickles of protocol 0, character for character as the {@code pickle} module of Python 2 does (but for the
 * digits of numbers with a fraction): what such a camera's clients were written against. ASCII text is a byte string to
 * them (opcode S), all other a unicode one (V).
 */
final class PickleWriter {
    private final StringBuilder out = new StringBuilder();
    private int kept;

    private PickleWriter() {
    }

    static String write(PlainValue value) {
        PickleWriter writer = new PickleWriter();
        writer.put(value);
        return writer.out.append('.').toString();
    }

    private void put(PlainValue value) {
        switch (value) {
            case PlainValue.None _ -> out.append('N');
            case PlainValue.Bool(boolean on) -> line('I', on ? "01" : "00");
            case PlainValue.Whole(long whole) -> line('I', Long.toString(whole));
            case PlainValue.Real(double real) -> line('F', real(real));
            case PlainValue.Text(String text) -> text(text);
            case PlainValue.Tuple(List<PlainValue> items) -> tuple(items);
            case PlainValue.Row(List<PlainValue> items) -> row(items);
            case PlainValue.Table(Map<PlainValue, PlainValue> entries) -> table(entries);
        }
    }

    private void line(char opcode, String text) {
        out.append(opcode).append(text).append('\n');
    }

    private void keep() {
        line('p', Integer.toString(kept++));
    }

    private static String real(double real) {
        if (Double.isNaN(real)) {
            return "nan";
        }
        return Double.isInfinite(real) ? (real > 0 ? "inf" : "-inf") : Double.toString(real).toLowerCase(Locale.ROOT);
    }

    private void text(String text) {
        if (PickleText.isAscii(text)) {
            line('S', PickleText.repr(text));
        } else {
            line('V', PickleText.rawUnicode(text));
        }
        keep();
    }

    private void tuple(List<PlainValue> items) {
        out.append('(');
        items.forEach(this::put);
        out.append('t');
        if (!items.isEmpty()) {
            keep();
        }
    }

    private void row(List<PlainValue> items) {
        out.append("(l");
        keep();
        for (PlainValue item : items) {
            put(item);
            out.append('a');
        }
    }

    private void table(Map<PlainValue, PlainValue> entries) {
        out.append("(d");
        keep();
        entries.forEach((key, value) -> {
            put(key);
            put(value);
            out.append('s');
        });
    }
}
