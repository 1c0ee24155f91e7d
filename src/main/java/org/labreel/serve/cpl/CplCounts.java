package org.labreel.serve.cpl;

/**
 * What a served remote recorder has done so far.
 *
 * @param connected
 *            players, also those that wait for their turn
 * @param playing
 *            those that want frames now
 * @param sent
 *            images on their way to players, each counted for each
 * @param dropped
 *            images left out because a player, or this computer, was too slow
 * @param refused
 *            callers turned away
 */
public record CplCounts(int connected, int playing, long sent, long dropped, long refused) {
}
