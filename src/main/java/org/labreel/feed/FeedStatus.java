package org.labreel.feed;

/**
 * State of a connection.
 *
 * @param text
 *            for the operator: what is going on and what will happen next
 * @param attempt
 *            connection attempts since the last success, 0 when connected
 */
public record FeedStatus(State state, String text, int attempt) {
    public enum State {
        CONNECTING, CONNECTED, WAITING, CLOSED
    }
}
