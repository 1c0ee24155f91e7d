package org.labreel.feed;

/**
 * State of a connection.
 *
 * @param text
 *            for the operator: what is going on and what will happen next
 * @param attempt
 *            connection attempts since the last success, 0 when connected
 * @param silence
 *            why a source that is connected sends no frames, as far as it tells: the end of a sentence that begins with
 *            "No frames for 4 s", with the sign before it. Empty when it tells nothing
 */
public record FeedStatus(State state, String text, int attempt, String silence) {
    /** Of a silence nothing is known. */
    public FeedStatus(State state, String text, int attempt) {
        this(state, text, attempt, "");
    }

    public enum State {
        CONNECTING, CONNECTED, WAITING, CLOSED
    }
}
