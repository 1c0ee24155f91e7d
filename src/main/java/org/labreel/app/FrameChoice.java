package org.labreel.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labreel.export.ExportRequest;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import picocli.CommandLine.Option;

/** Which frames of a log; frames are counted from 0 and both ends are included. */
final class FrameChoice {
    @Option(names = "--from", paramLabel = "T", description = "First moment: seconds from the log's start, or an instant (2026-01-31T12:00:00Z).")
    @Nullable
    private LogTime from;

    @Option(names = "--until", paramLabel = "T", description = "Last moment, included.")
    @Nullable
    private LogTime until;

    @Option(names = "--frames", paramLabel = "A..B", description = "Frames A to B, counted from 0, both included.")
    @Nullable
    private String frames;

    /** What is wrong with these options taken together; empty when they fit. */
    Optional<String> conflict() {
        if (frames != null && (from != null || until != null)) {
            return Optional.of("--frames goes without --from and --until");
        }
        if (frames != null && !frames.matches("\\d{1,9}\\.\\.\\d{1,9}")) {
            return Optional.of("--frames is FIRST..LAST, counted from 0, such as 0..99");
        }
        return Optional.empty();
    }

    /**
     * @throws CommandFailure
     *             when the log has no such frames
     */
    ExportRequest.Range in(LogReader log) {
        LogIndex index = log.index();
        if (index.frames() == 0) {
            throw new CommandFailure(log.file() + " has no images, so there is nothing to show in a clip; "
                    + "'labreel info' lists what it holds");
        }
        int first = 0;
        int last = index.frames() - 1;
        if (frames != null) {
            int dots = frames.indexOf("..");
            first = Integer.parseInt(frames.substring(0, dots));
            last = Integer.parseInt(frames.substring(dots + 2));
        } else {
            first = from == null ? first : firstAtOrAfter(index, from);
            last = until == null ? last : lastAtOrBefore(index, until);
        }
        if (first > last || last >= index.frames()) {
            throw new CommandFailure("no such frames in " + log.file() + ": it has frames 0 to "
                    + (index.frames() - 1) + " and lasts " + index.duration().toMillis() / 1000.0 + " s");
        }
        return new ExportRequest.Range(log.file(), first, last);
    }

    private static int firstAtOrAfter(LogIndex index, LogTime time) {
        var instant = time.in(index.timeZero());
        int frame = 0;
        while (frame < index.frames() && index.frameTime(frame).isBefore(instant)) {
            frame++;
        }
        return frame;
    }

    private static int lastAtOrBefore(LogIndex index, LogTime time) {
        var instant = time.in(index.timeZero());
        int frame = index.frames() - 1;
        while (frame >= 0 && index.frameTime(frame).isAfter(instant)) {
            frame--;
        }
        return frame;
    }
}
