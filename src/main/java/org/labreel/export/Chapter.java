package org.labreel.export;

/**
 * A marked moment of the clip.
 *
 * @param pts
 *            of the first frame that shows it, in ticks of {@link ExportPlan#TICKS_PER_SECOND}
 */
record Chapter(long pts, String title) {
}
