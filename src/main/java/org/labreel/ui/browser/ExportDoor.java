package org.labreel.ui.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.labreel.export.ExportRequest;
import org.labreel.export.SideBySide;
import org.labreel.model.Board;
import org.labreel.model.Marker;

/** Where ranges go when the operator wants them as clips. */
@FunctionalInterface
public interface ExportDoor {
    void offer(Offer offer);

    /**
     * What can become a clip.
     *
     * @param parts
     *            ranges of the log: the marked one (else all of it) first, then those that have names
     * @param board
     *            to burn in, when the browser knows one
     * @param markers
     *            of the log, at the times of their frames by the log's own clock
     * @param others
     *            finds more that can be joined to it
     * @param cameras
     *            that are looked at beside it, with their names
     */
    record Offer(Path log, List<Part> parts, Optional<Board> board, List<Marker> markers, Others others,
            SideBySide cameras) {
        /** Of one camera. */
        Offer(Path log, List<Part> parts, Optional<Board> board, List<Marker> markers, Others others) {
            this(log, parts, board, markers, others, SideBySide.NONE);
        }

        Offer beside(SideBySide next) {
            return new Offer(log, parts, board, markers, others, next);
        }

        public Offer {
            parts = List.copyOf(parts);
            markers = List.copyOf(markers);
        }
    }

    /** Parts of other logs, and their markers as those of {@link Offer}. */
    record More(List<Part> parts, List<Marker> markers) {
        public More {
            parts = List.copyOf(parts);
            markers = List.copyOf(markers);
        }
    }

    /** Finds parts of other logs. JavaFX thread; answers there, later, or tells the operator why not. */
    interface Others {
        /** The other segments of its session. */
        void session(Consumer<More> found);

        void log(Path log, Consumer<More> found);
    }

    /**
     * A range.
     *
     * @param title
     *            for a list
     * @param named
     *            whether the operator gave it that title
     * @param duration
     *            from its first to its last frame
     * @param chosen
     *            whether this is what the operator asked to export
     */
    record Part(String title, boolean named, ExportRequest.Range range, Duration duration, boolean chosen) {
    }
}
