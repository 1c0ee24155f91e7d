package org.labreel.feed;

import java.time.Duration;

/**
 * How long a feed is waited for and how much is taken from it.
 *
 * @param connect
 *            from the first packet to the end of the websocket handshake
 * @param rpc
 *            for each question to the device server
 * @param silence
 *            a connected server that sends nothing for so long is reported, and asked by ping whether it is there
 * @param firstRetry
 *            pause after the first failed attempt; doubled with each further one
 * @param longestRetry
 *            no pause is longer
 * @param maxMessageBytes
 *            longer messages are counted and left out
 * @param clockStep
 *            a wall clock that departs from the monotonic one by more than this was set
 */
public record FeedLimits(Duration connect, Duration rpc, Duration silence, Duration firstRetry, Duration longestRetry,
        int maxMessageBytes, Duration clockStep) {
    public static final FeedLimits DEFAULT = new FeedLimits(Duration.ofSeconds(5), Duration.ofSeconds(3),
            Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(10), 16 << 20, Duration.ofSeconds(1));
}
