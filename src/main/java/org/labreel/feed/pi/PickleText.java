package org.labreel.feed.pi;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text in pickles: Python's repr of a byte string (opcode S) and its raw-unicode-escape (opcode V).
 */
final class PickleText {
    private PickleText() {
    }

    /** What stands between the quotes of a repr; its bytes are UTF-8, or Latin-1 where they are not. */
    static String quoted(String line) throws MalformedMessageException {
        int last = line.length() - 1;
        if (last < 1 || (line.charAt(0) != '\'' && line.charAt(0) != '"') || line.charAt(last) != line.charAt(0)) {
            throw new MalformedMessageException("the pickle holds a text without its quotes");
        }
        return new Unquoting(line.substring(1, last), line.charAt(0)).text();
    }

    /** One text being taken out of its quotes. */
    private static final class Unquoting {
        private final String inside;
        private final char quote;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int at;

        Unquoting(String inside, char quote) {
            this.inside = inside;
            this.quote = quote;
        }

        String text() throws MalformedMessageException {
            while (at < inside.length()) {
                char c = inside.charAt(at++);
                if (c == quote) {
                    throw new MalformedMessageException("the pickle holds a text that goes on after its quotes");
                }
                if (c == '\\') {
                    escape();
                } else {
                    int whole = inside.codePointAt(at - 1);
                    at += Character.charCount(whole) - 1;
                    put(Character.toString(whole));
                }
            }
            return decoded(bytes.toByteArray());
        }

        /** A repr is ASCII; what is not was put there by another writer and is taken as it stands. */
        private void put(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        private void escape() throws MalformedMessageException {
            if (at == inside.length()) {
                throw new MalformedMessageException("the pickle holds a text that ends in a backslash");
            }
            char c = inside.charAt(at++);
            switch (c) {
                case '\\', '\'', '"' -> bytes.write(c);
                case 'n' -> bytes.write('\n');
                case 'r' -> bytes.write('\r');
                case 't' -> bytes.write('\t');
                case 'a' -> bytes.write(7);
                case 'b' -> bytes.write('\b');
                case 'f' -> bytes.write('\f');
                case 'v' -> bytes.write(11);
                case 'x' -> bytes.write(hex());
                case '0', '1', '2', '3', '4', '5', '6', '7' -> bytes.write(octal(c - '0'));
                // As Python does with what it does not know.
                default -> put("\\" + c);
            }
        }

        private int hex() throws MalformedMessageException {
            if (at + 2 > inside.length() || digit(inside.charAt(at), 16) < 0 || digit(inside.charAt(at + 1), 16) < 0) {
                throw new MalformedMessageException("the pickle holds a text with \\x and no two digits after it");
            }
            at += 2;
            return digit(inside.charAt(at - 2), 16) * 16 + digit(inside.charAt(at - 1), 16);
        }

        private int octal(int first) {
            int value = first;
            for (int digits = 1; digits < 3 && at < inside.length() && digit(inside.charAt(at), 8) >= 0; digits++) {
                value = value * 8 + digit(inside.charAt(at++), 8);
            }
            return value & 255;
        }

        private static String decoded(byte[] bytes) {
            try {
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException _) {
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
        }
    }

    /** Undoes raw-unicode-escape: \\uXXXX and \\UXXXXXXXX after an odd number of backslashes. */
    static String unicode(String line) throws MalformedMessageException {
        StringBuilder out = new StringBuilder();
        int backslashes = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (backslashes % 2 == 1 && (c == 'u' || c == 'U')) {
                int digits = c == 'u' ? 4 : 8;
                out.setLength(out.length() - 1);
                out.appendCodePoint(codePoint(line, i + 1, digits));
                i += digits;
                backslashes = 0;
                continue;
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
            out.append(c);
        }
        return out.toString();
    }

    private static int codePoint(String line, int from, int digits) throws MalformedMessageException {
        long value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < line.length() ? digit(line.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new MalformedMessageException("the pickle holds a text with a torn unicode escape");
            }
            value = value * 16 + digit;
        }
        if (value > Character.MAX_CODE_POINT) {
            throw new MalformedMessageException("the pickle holds a text with a character that there is not");
        }
        return (int) value;
    }

    /** ASCII digits only, unlike {@link Character#digit}. */
    private static int digit(char c, int radix) {
        return c < 128 ? Character.digit(c, radix) : -1;
    }

    /** The line of an S, as Python 2 writes it; for ASCII text. */
    static String repr(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(c);
                    } else if (c < ' ' || c == 127) {
                        out.append(String.format("\\x%02x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append(quote).toString();
    }

    /** The line of a V; everything beyond printable ASCII is escaped, so that no line ends too early. */
    static String rawUnicode(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '\\') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
