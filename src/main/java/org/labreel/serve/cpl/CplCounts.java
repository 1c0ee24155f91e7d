package org.labreel.serve.cpl;

import org.labreel.feed.cpl.CplFigures;

/**
 * What a served remote recorder has done so far.
 *
 * @param frames
 *            recorded: those that somebody wanted; skipped there: those that nobody wanted, as the real recorder skips
 *            them; skipped here: left out because a player, or this computer, was too slow
 * @param connected
 *            players, also those that wait for their turn
 * @param playing
 *            those that want frames now
 * @param sent
 *            images on their way to players, each counted for each
 * @param refused
 *            callers turned away
 */
public record CplCounts(CplFigures frames, int connected, int playing, long sent, long refused) {
}
