package org.labreel.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Board;
import org.labreel.model.Marker;

/**
 * What the sidecar of a clip holds: all that it takes to make the clip again, and to know whether it is the same.
 *
 * @param program
 *            version of Labreel that made the clip
 * @param encoder
 *            with its version
 * @param clip
 *            what came out
 * @param label
 *            on the leading camera's pictures
 * @param sides
 *            cameras beside it
 */
record Recipe(String program, String encoder, List<Log> logs, List<Part> parts, ClipSettings settings,
        Optional<Board> board, List<Marker> markers, Clip clip, String label,
        List<Side> sides) {
    Recipe {
        logs = List.copyOf(logs);
        parts = List.copyOf(parts);
        markers = List.copyOf(markers);
        sides = List.copyOf(sides);
    }

    /** A camera beside the leading one, with the frame beside each frame of the parts; -1 for none. */
    record Side(int log, String label, List<Integer> frames) {
    }

    /** A log that frames come from. */
    record Log(Path path, Fingerprint content) {
    }

    /** Frames {@code first} to {@code last} of the log of that number in {@link Recipe#logs}. */
    record Part(int log, int first, int last) {
    }

    /**
     * The clip as it came out.
     *
     * @param content
     *            absent for a folder of stills
     */
    record Clip(String name, int frames, Optional<Fingerprint> content) {
    }
}
