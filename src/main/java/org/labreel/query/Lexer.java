package org.labreel.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.labreel.query.Token.Kind;

/** Cuts a query into words. */
final class Lexer {
    private static final int LONGEST = 2000;
    private static final Map<String, String> SPELLINGS = Map.of("==", "=", "<>", "!=", "≤", "<=", "≥", ">=", "≠", "!=",
            "&&", "and", "||", "or", "!", "not", "&", "and", "|", "or");
    private static final List<String> SIGNS = List.of("<=", ">=", "!=", "==", "<>", "&&", "||", "<", ">", "=", "≤", "≥",
            "≠", "(", ")", "!", "&", "|");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** All words, an end behind them. */
    static List<Token> tokens(String text) throws QueryException {
        if (text.length() > LONGEST) {
            throw new QueryException("A query has at most " + LONGEST + " characters; this one has " + text.length()
                    + ".", text, LONGEST, text.length());
        }
        Lexer lexer = new Lexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() throws QueryException {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (digit(c) || ((c == '.' || c == '-') && digit(peek(1))) || (c == '-' && peek(1) == '.')) {
                number();
            } else if (Character.isLetter(c) || c == '_' || c == '°') {
                name();
            } else if (c == '"') {
                quoted();
            } else {
                sign();
            }
        }
        tokens.add(new Token(Kind.END, "", text.length(), text.length()));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** NUL behind the end. */
    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private void number() {
        int from = at;
        at++;
        while (digit(peek(0)) || peek(0) == '.') {
            at++;
        }
        boolean signed = peek(1) == '-' || peek(1) == '+';
        if ((peek(0) == 'e' || peek(0) == 'E') && digit(peek(signed ? 2 : 1))) {
            at += signed ? 2 : 1;
            while (digit(peek(0))) {
                at++;
            }
        }
        add(Kind.NUMBER, text.substring(from, at), from);
    }

    private void name() {
        int from = at;
        while (Character.isLetterOrDigit(peek(0)) || peek(0) == '_' || peek(0) == '°') {
            at++;
        }
        add(Kind.NAME, text.substring(from, at).toLowerCase(Locale.ROOT), from);
    }

    private void quoted() throws QueryException {
        int from = at++;
        StringBuilder said = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            said.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw new QueryException("This text has no end: a second \" is missing.", text, from, text.length());
        }
        at++;
        add(Kind.TEXT, said.toString(), from);
    }

    private void sign() throws QueryException {
        int from = at;
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                String meant = SPELLINGS.getOrDefault(sign, sign);
                add(Character.isLetter(meant.charAt(0)) ? Kind.NAME : Kind.SIGN, meant, from);
                return;
            }
        }
        String found = text.substring(at, text.offsetByCodePoints(at, 1));
        throw new QueryException("“" + found + "” means nothing in a query.", text, at, at + found.length());
    }

    private void add(Kind kind, String said, int from) {
        tokens.add(new Token(kind, said, from, at));
    }
}
