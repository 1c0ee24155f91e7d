package org.labreel.feed.pi;

import java.util.regex.Pattern;

/** The text of a pickle, taken off opcode by opcode and line by line, and the numbers in its lines. */
final class PickleLines {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,30}");
    private static final Pattern REAL = Pattern
            .compile("[+-]?(?:[0-9]{1,400}(?:\\.[0-9]{0,400})?|\\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,6})?");
    /** Shown of a line that is no number. */
    private static final int SHOWN = 40;

    private final String text;
    private int at;

    PickleLines(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    char opcode() throws MalformedMessageException {
        if (atEnd()) {
            throw new MalformedMessageException("the pickle is torn: it ends before its value does");
        }
        return text.charAt(at++);
    }

    /** The rest of the line, without its end. */
    String line() throws MalformedMessageException {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            throw new MalformedMessageException("the pickle is torn: it ends inside a line");
        }
        String line = text.substring(at, end);
        at = end + 1;
        return line;
    }

    /** Why the opcode that was just taken is not done. */
    MalformedMessageException refused(char opcode) {
        String name = opcode > ' ' && opcode < 127 ? "\"" + opcode + "\"" : String.format("0x%02X", (int) opcode);
        String why = "ciRobP".indexOf(opcode) >= 0
                ? ", by which code could be named or run; it is refused"
                : "; only plain values of protocol 0 are read";
        return new MalformedMessageException("the pickle holds the opcode " + name + " at " + (at - 1) + why);
    }

    /** The line of an I: a number, or 00 and 01 for false and true. */
    static PlainValue whole(String line) throws MalformedMessageException {
        return switch (line) {
            case "00" -> new PlainValue.Bool(false);
            case "01" -> new PlainValue.Bool(true);
            default -> new PlainValue.Whole(number(line));
        };
    }

    /** The line of an L, which ends in an L of its own. */
    static PlainValue longWhole(String line) throws MalformedMessageException {
        return new PlainValue.Whole(number(line.endsWith("L") ? line.substring(0, line.length() - 1) : line));
    }

    private static long number(String line) throws MalformedMessageException {
        if (!WHOLE.matcher(line).matches()) {
            throw new MalformedMessageException("the pickle holds \"" + shown(line) + "\" in place of a number");
        }
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException _) {
            throw new MalformedMessageException("the pickle holds a number of more than 64 bits");
        }
    }

    static PlainValue real(String line) throws MalformedMessageException {
        return new PlainValue.Real(switch (line) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "+nan", "-nan" -> Double.NaN;
            default -> {
                if (!REAL.matcher(line).matches()) {
                    throw new MalformedMessageException(
                            "the pickle holds \"" + shown(line) + "\" in place of a number");
                }
                yield Double.parseDouble(line);
            }
        });
    }

    static int memoIndex(String line, int limit) throws MalformedMessageException {
        long index = number(line);
        if (index < 0 || index >= limit) {
            throw new MalformedMessageException("the pickle keeps a value at place " + index + "; there are " + limit);
        }
        return (int) index;
    }

    private static String shown(String line) {
        StringBuilder out = new StringBuilder();
        line.codePoints().limit(SHOWN).map(c -> Character.isISOControl(c) ? '?' : c).forEach(out::appendCodePoint);
        return out.toString();
    }
}
