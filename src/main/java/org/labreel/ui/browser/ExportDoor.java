package org.labreel.ui.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.labreel.export.ExportRequest;
import org.labreel.log.LogIndex;
import org.labreel.model.Board;

/** Where a range goes when the operator wants it as a clip. */
@FunctionalInterface
public interface ExportDoor {
    /**
     * @param board
     *            to burn in, when the browser knows one
     * @param duration
     *            from the first to the last frame of the range
     */
    void offer(ExportRequest.Range range, Optional<Board> board, Duration duration);

    /** Takes several ranges, each to become a clip of its own; a plain door takes them one after the other. */
    default void offerEach(List<Clip> clips, Optional<Board> board) {
        clips.forEach(clip -> offer(clip.range(), board, clip.duration()));
    }

    /**
     * A range that has a name.
     *
     * @param duration
     *            from its first to its last frame
     */
    record Clip(String name, ExportRequest.Range range, Duration duration) {
        /** Frames {@code first} to {@code last} of a log, both included. */
        static Clip of(Path log, String name, int first, int last, LogIndex index) {
            return new Clip(name, new ExportRequest.Range(log, first, last),
                    LogPlaces.times(index, first, last).duration());
        }
    }
}
