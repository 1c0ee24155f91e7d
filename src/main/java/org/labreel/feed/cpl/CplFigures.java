package org.labreel.feed.cpl;

import java.time.Duration;

/**
 * What became of a remote recorder's frames since the source was opened.
 *
 * @param recording
 *            whether it records at present
 * @param frames
 *            what it records: "640x480 yuv420p, 29.97 frames/s"; empty before the first recording
 * @param recorded
 *            frames taken over
 * @param skippedHere
 *            frames left out here: more than could be encoded, or not readable
 * @param skippedThere
 *            frames that the recorder left out, by its own count
 * @param storedBytes
 *            of the pictures made of the frames
 * @param elapsed
 *            since the present recording there began, or how long the last one was
 * @param bytesPerSecond
 *            received at present
 */
public record CplFigures(boolean recording, String frames, long recorded, long skippedHere, long skippedThere,
        long storedBytes, Duration elapsed, double bytesPerSecond) {
}
