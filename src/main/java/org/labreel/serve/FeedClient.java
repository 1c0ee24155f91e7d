package org.labreel.serve;

import java.time.Instant;

/**
 * A client of a feed, as it stands.
 *
 * @param name
 *            its address and port
 * @param messages
 *            passed on to it
 * @param waitingBytes
 *            that it has yet to read
 * @param missedFrames
 *            frames that were left out because it reads too slowly
 * @param missedReadings
 *            other messages that were left out
 */
public record FeedClient(String name, Instant since, long messages, long waitingBytes, long missedFrames,
        long missedReadings) {
    public long missed() {
        return missedFrames + missedReadings;
    }
}
