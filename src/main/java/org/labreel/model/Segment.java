package org.labreel.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One recorded file of a session.
 *
 * @param file
 *            name inside the session folder, "/" between parts
 * @param source
 *            address of the recorded source
 * @param start
 *            arrival of its first record that is not head state
 * @param end
 *            arrival of its last record; absent while it is being written or after a crash
 * @param headRecords
 *            state records put in front so that the segment stands alone
 * @param preRollRecords
 *            records from before the press
 * @param received
 *            messages received from its first to its last record
 * @param written
 *            of these, written as records
 * @param repeated
 *            of these, byte-identical repeats of the frame before that were counted instead of stored
 * @param lost
 *            of these, lost and in the ledger
 * @param frames
 *            image records, head state not counted
 */
public record Segment(String file, String source, Instant start, Optional<Instant> end, long bytes, long headRecords,
        long preRollRecords, long received, long written, long repeated, long lost, long frames) {
}
