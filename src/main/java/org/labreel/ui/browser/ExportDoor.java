package org.labreel.ui.browser;

import java.time.Duration;
import java.util.Optional;
import org.labreel.export.ExportRequest;
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
}
