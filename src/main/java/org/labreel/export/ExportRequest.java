package org.labreel.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labreel.model.Board;

/**
 * What to make of which frames.
 *
 * @param ranges
 *            frames to take, in this order; joined into one clip
 * @param target
 *            the file to make (.mp4), or the folder for stills; never overwritten
 * @param speed
 *            2 = twice as fast
 * @param crop
 *            pixels of the frame; absent = all of it
 * @param overlays
 *            what is burnt in
 * @param caption
 *            text for {@link Overlay#CAPTION}
 * @param board
 *            electrodes for {@link Overlay#ELECTRODES}
 * @param millimetresPerUnit
 *            for {@link Overlay#SCALE}
 * @param maxBytes
 *            size that the file must not exceed, 0 = no bound
 * @param csv
 *            where to write the state of each frame
 */
public record ExportRequest(List<Range> ranges, Path target, Preset preset, EncoderKind encoder, double speed,
        Optional<Crop> crop, Set<Overlay> overlays, String caption, Optional<Board> board, double millimetresPerUnit,
        GapPolicy gaps, long maxBytes, Optional<Path> csv) {
    public ExportRequest {
        ranges = List.copyOf(ranges);
        overlays = Set.copyOf(overlays);
    }

    /** The plain way: a range of one log, everything else as it is. */
    public static ExportRequest of(Range range, Path target) {
        return new ExportRequest(List.of(range), target, Preset.FULL, EncoderKind.FFMPEG, 1, Optional.empty(),
                Set.of(), "", Optional.empty(), 0, GapPolicy.KEEP, 0, Optional.empty());
    }

    /** Frames {@code first} to {@code last} of a log, both included, counted from 0. */
    public record Range(Path log, int first, int last) {
    }

    /** A part of the frame, pixels. */
    public record Crop(int x, int y, int width, int height) {
    }

    public enum Preset {
        PAPER, FULL, LOSSLESS, STILLS
    }

    public enum EncoderKind {
        FFMPEG, HUMBLE
    }

    public enum Overlay {
        ELECTRODES, TIME, SCALE, CAPTION
    }

    public enum GapPolicy {
        KEEP, CUT, MARK
    }
}
