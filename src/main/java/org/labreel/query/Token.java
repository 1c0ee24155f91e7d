package org.labreel.query;

/**
 * A word of a query.
 *
 * @param text
 *            names in lower case; of a text in quotes what it says
 * @param from
 *            its first character, counted from 0
 * @param to
 *            behind its last character
 */
record Token(Kind kind, String text, int from, int to) {
    enum Kind {
        NUMBER, NAME, TEXT, SIGN, END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(word);
    }
}
