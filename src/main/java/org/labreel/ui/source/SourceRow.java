package org.labreel.ui.source;

import java.time.Instant;
import java.util.Optional;

/**
 * A source in the list.
 *
 * @param name
 *            what it calls itself, or is called for short
 * @param kind
 *            what it is, for the operator
 * @param lastSeen
 *            when something was heard of it last; empty when nothing ever was
 * @param remembered
 *            whether it can be forgotten
 */
public record SourceRow(String address, String name, String kind, State state, Optional<Instant> lastSeen,
        boolean remembered) {
    /** How it stands with a source. */
    public enum State {
        /** On the live page, and there. */
        CONNECTED("connected"),
        /** On the live page, and not there. */
        TRYING("on the live page, not reachable"),
        /** Answered a search. */
        FOUND("found"),
        /** Answered a search before, but does no more. */
        LOST("lost: answers no more"),
        /** Remembered. */
        KNOWN("not connected");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
