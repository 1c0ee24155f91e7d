package org.labreel.query;

/** A query that cannot be understood: says where, and what was expected there. */
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1;

    private final String text;
    private final int from;
    private final int to;

    /**
     * @param text
     *            the whole query
     * @param from
     *            first character concerned, counted from 0; the length of the text = something is missing at its end
     * @param to
     *            behind the last one
     */
    QueryException(String message, String text, int from, int to) {
        super(message);
        this.text = text;
        this.from = from;
        this.to = Math.max(from + 1, to);
    }

    /** First character concerned, counted from 0; the length of the query when something is missing at its end. */
    public int from() {
        return from;
    }

    /** Behind the last character concerned; may lie one behind the end of the query. */
    public int to() {
        return to;
    }

    /** The message, {@link Exception#getMessage()}, which is never absent. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** Two lines: the query, and under it marks at the place; only as much of a long one as is of use. */
    public String caret() {
        int start = Math.max(0, from - 40);
        int end = Math.min(text.length(), Math.max(to, from) + 30);
        String shown = text.substring(start, end).replaceAll("\\s", " ");
        int marks = Math.clamp(Math.min(to, end) - from, 1, 40);
        return (start > 0 ? "…" : "") + shown + (end < text.length() ? "…" : "") + "\n"
                + " ".repeat(from - start + (start > 0 ? 1 : 0)) + "^".repeat(marks);
    }
}
