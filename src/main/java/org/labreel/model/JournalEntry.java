package org.labreel.model;

import java.time.Instant;

/**
 * Something that happened to a session, in the operator's words: a start that was missed, a limit that was reached, a
 * clock that was set, a segment that was deleted.
 */
public record JournalEntry(Instant at, String text) {
}
