package org.labreel.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Board;
import org.labreel.model.Marker;

/**
 * What to make of which frames.
 *
 * @param ranges
 *            frames to take, in this order; joined into one clip
 * @param target
 *            the file to make (.mp4, .mov), or the folder for stills; never overwritten
 * @param board
 *            electrodes for {@link Overlay#ELECTRODES}, and where the scale is taken
 * @param markers
 *            for chapters and {@link Overlay#MARKERS}, of any time and in any order
 * @param csv
 *            where to write the state of each frame
 * @param sidecar
 *            where to write what it takes to make the same clip again
 * @param sideBySide
 *            cameras beside that of the ranges
 */
public record ExportRequest(List<Range> ranges, Path target, ClipSettings settings, Optional<Board> board,
        List<Marker> markers, Optional<Path> csv, Optional<Path> sidecar, SideBySide sideBySide) {
    /** With the pictures of one camera. */
    public ExportRequest(List<Range> ranges, Path target, ClipSettings settings, Optional<Board> board,
            List<Marker> markers, Optional<Path> csv, Optional<Path> sidecar) {
        this(ranges, target, settings, board, markers, csv, sidecar, SideBySide.NONE);
    }

    public ExportRequest {
        ranges = List.copyOf(ranges);
        markers = List.copyOf(markers);
    }

    /** The plain way: a range of one log, everything else as it is. */
    public static ExportRequest of(Range range, Path target) {
        return new ExportRequest(List.of(range), target, ClipSettings.PLAIN, Optional.empty(), List.of(),
                Optional.empty(), Optional.empty());
    }

    /** Frames {@code first} to {@code last} of a log, both included, counted from 0. */
    public record Range(Path log, int first, int last) {
    }

    /** Where the sidecar of a clip stands unless told otherwise: beside it, with its name and .json. */
    public static Path sidecarOf(Path target) {
        return target.resolveSibling(target.getFileName() + ".json");
    }

    public ExportRequest withRanges(List<Range> next) {
        return new ExportRequest(next, target, settings, board, markers, csv, sidecar, sideBySide);
    }

    public ExportRequest withTarget(Path next) {
        return new ExportRequest(ranges, next, settings, board, markers, csv, sidecar, sideBySide);
    }

    public ExportRequest withSettings(ClipSettings next) {
        return new ExportRequest(ranges, target, next, board, markers, csv, sidecar, sideBySide);
    }

    public ExportRequest withBoard(Optional<Board> next) {
        return new ExportRequest(ranges, target, settings, next, markers, csv, sidecar, sideBySide);
    }

    public ExportRequest withMarkers(List<Marker> next) {
        return new ExportRequest(ranges, target, settings, board, next, csv, sidecar, sideBySide);
    }

    public ExportRequest withCsv(Optional<Path> next) {
        return new ExportRequest(ranges, target, settings, board, markers, next, sidecar, sideBySide);
    }

    public ExportRequest withSidecar(Optional<Path> next) {
        return new ExportRequest(ranges, target, settings, board, markers, csv, next, sideBySide);
    }

    public ExportRequest withSideBySide(SideBySide next) {
        return new ExportRequest(ranges, target, settings, board, markers, csv, sidecar, next);
    }
}
