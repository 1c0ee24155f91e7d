package org.labreel.export;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What came of an export.
 *
 * @param frames
 *            frames in the clip
 * @param damagedFrames
 *            of these, shown marked because their picture is damaged
 * @param leftOutFrames
 *            frames that were left out because their picture is damaged
 * @param shiftedFrames
 *            frames whose time was moved because it was not later than the one before
 * @param duration
 *            of the clip, the last frame included
 * @param notes
 *            what the operator should know, one sentence each
 */
public record ExportReport(Path file, long bytes, int frames, int damagedFrames, int leftOutFrames,
        int shiftedFrames, Duration duration, String encoder, List<String> notes) {
    public ExportReport {
        notes = List.copyOf(notes);
    }
}
