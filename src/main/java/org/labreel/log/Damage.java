package org.labreel.log;

/**
 * A place of a log that could not be read as a record.
 *
 * @param offset
 *            where it begins, bytes from the start of the file
 * @param length
 *            how many bytes it spans
 * @param text
 *            what is wrong and what was done about it, for the operator
 */
public record Damage(long offset, long length, Kind kind, String text) {
    /** What is wrong. */
    public enum Kind {
        TORN_TAIL, ZEROED, BAD_LENGTH, BAD_BODY
    }
}
