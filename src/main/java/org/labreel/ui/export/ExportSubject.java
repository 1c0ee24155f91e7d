package org.labreel.ui.export;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.labreel.export.ExportRequest;
import org.labreel.export.SideBySide;
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
 * @param others
 *            finds more that can be joined to it; empty when nothing can
 * @param cameras
 *            that can stand beside it, with their names
 */
public record ExportSubject(Path log, List<Piece> pieces, Optional<Board> board, List<Marker> markers,
        Optional<Others> others, SideBySide cameras) {
    public ExportSubject {
        pieces = List.copyOf(pieces);
        markers = List.copyOf(markers);
    }

    /** Of one log. */
    public ExportSubject(Path log, List<Piece> pieces, Optional<Board> board, List<Marker> markers) {
        this(log, pieces, board, markers, Optional.empty(), SideBySide.NONE);
    }

    /** Ranges of other logs, and their markers. */
    public record More(List<Piece> pieces, List<Marker> markers) {
        public More {
            pieces = List.copyOf(pieces);
            markers = List.copyOf(markers);
        }
    }

    /** Finds ranges of other logs. JavaFX thread; answers there, later, or tells the operator why not. */
    public interface Others {
        /** The other segments of its session. */
        void session(Consumer<More> found);

        void log(Path log, Consumer<More> found);
    }

    /**
     * With ranges of other logs too; what is there already is not added again. Those of one folder, as the segments of
     * a session, stand in the order of their names, others at the end.
     */
    ExportSubject with(More more) {
        List<Piece> all = new ArrayList<>(pieces);
        more.pieces().stream().filter(each -> pieces.stream().noneMatch(had -> had.range().equals(each.range())))
                .forEach(all::add);
        if (all.stream().map(each -> each.range().log().getParent()).distinct().count() == 1) {
            all.sort(Comparator.comparing(each -> each.range().log()));
        }
        List<Marker> marked = new ArrayList<>(markers);
        more.markers().stream().filter(each -> !markers.contains(each)).forEach(marked::add);
        return new ExportSubject(log, all, board, marked, others, cameras);
    }

    /** With each piece chosen as it is now. */
    ExportSubject chosen(List<Piece> now) {
        return new ExportSubject(log, pieces.stream().map(
                each -> new Piece(each.title(), each.named(), each.range(), each.duration(), now.contains(each)))
                .toList(), board, markers, others, cameras);
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
