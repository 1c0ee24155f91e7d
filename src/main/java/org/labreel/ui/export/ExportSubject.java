package org.labreel.ui.export;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.labreel.export.ExportRequest;
import org.labreel.model.Board;
import org.labreel.model.Marker;

/**
 * What can become a clip.
 *
 * @param pieces
 *            ranges of the log, at least one
 * @param board
 *            to burn in, when one is known
 * @param markers
 *            of the log
 */
public record ExportSubject(Path log, List<Piece> pieces, Optional<Board> board, List<Marker> markers) {
    public ExportSubject {
        pieces = List.copyOf(pieces);
        markers = List.copyOf(markers);
    }

    /**
     * A range of the log.
     *
     * @param title
     *            for a list
     * @param named
     *            whether the operator gave it that title
     * @param duration
     *            from its first to its last frame
     * @param chosen
     *            whether it was asked for, rather than merely there
     */
    public record Piece(String title, boolean named, ExportRequest.Range range, Duration duration, boolean chosen) {
        /** For the name of its file; empty when it has none of its own. */
        String word() {
            return named ? FreeNames.word(title) : "";
        }

        int frames() {
            return range.last() - range.first() + 1;
        }
    }

    String title() {
        return String.valueOf(log.getFileName());
    }
}
