package org.labreel.ui.live;

import java.time.Duration;
import java.util.Optional;
import org.labreel.feed.FeedStatus;

/**
 * How the live view is doing at an instant.
 *
 * @param received
 *            frames received a second
 * @param shown
 *            frames shown a second
 * @param messageAge
 *            since the last message of any kind; absent before the first
 * @param frameAge
 *            since the last frame; absent before the first
 * @param latencyMillis
 *            median from arrival to shown; NaN before the first
 * @param latencyWorstMillis
 *            not exceeded by 99 % of the newest frames
 * @param lost
 *            messages known to be lost since the source was opened
 * @param losses
 *            entries of the loss ledger since then, also those of unknown count
 * @param undecodable
 *            messages and frames of which nothing can be shown; they are recorded all the same
 * @param damaged
 *            frames shown with a mark since something of them was missing
 */
public record LiveFigures(FeedStatus status, double received, double shown, Optional<Duration> messageAge,
        Optional<Duration> frameAge, double latencyMillis, double latencyWorstMillis, long lost, long losses,
        long undecodable, long damaged) {
}
