package org.labreel.query;

import java.util.List;
import org.labreel.query.Token.Kind;

/** The words of a query while it is read. */
final class Words {
    private final String text;
    private final List<Token> tokens;
    private int at;

    Words(String text) throws QueryException {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    Token next() {
        return tokens.get(at);
    }

    /** Goes on by one; stays at the end. */
    void skip() {
        at = Math.min(at + 1, tokens.size() - 1);
    }

    /** Takes this word if it is the next. */
    boolean take(String word) {
        boolean there = next().is(word);
        if (there) {
            skip();
        }
        return there;
    }

    /**
     * @param shown
     *            as it may be written
     */
    void need(String word, String shown) throws QueryException {
        if (!take(word)) {
            throw wrong("Expected “" + shown + "” here, but found " + found() + ".");
        }
    }

    /** The next word as a message names it. */
    String found() {
        Token next = next();
        return next.kind() == Kind.END ? "the end" : "“" + text.substring(next.from(), next.to()) + "”";
    }

    QueryException wrong(String message) {
        return wrong(message, next());
    }

    QueryException wrong(String message, Token where) {
        return new QueryException(message, text, where.from(), where.to());
    }
}
