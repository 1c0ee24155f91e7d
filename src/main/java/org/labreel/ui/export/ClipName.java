package org.labreel.ui.export;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.labreel.export.Preset;
import org.labreel.ui.export.ExportSubject.Piece;

/** What a clip is called as long as the operator has given it no name. */
final class ClipName {
    private ClipName() {
    }

    /**
     * In the folder of the last clip, else beside the log; named after the log and the range.
     *
     * @param lastFolder
     *            empty when the last clip went beside its log
     */
    static Path suggested(ExportSubject subject, List<Piece> chosen, Preset preset, String lastFolder) {
        Path log = chosen.size() == 1 ? chosen.getFirst().range().log() : subject.log();
        String stem = String.valueOf(log.getFileName()).replaceFirst("\\.[^.]{1,5}$", "");
        String part = chosen.size() == 1 ? part(chosen.getFirst()) : chosen.size() + "-ranges";
        return folder(subject, lastFolder).resolve(stem + "-" + part + (preset == Preset.STILLS ? "" : ".mp4"));
    }

    private static String part(Piece piece) {
        return Optional.of(piece.word()).filter(name -> !name.isEmpty())
                .orElseGet(() -> "frames-" + piece.range().first() + "-" + piece.range().last());
    }

    private static Path folder(ExportSubject subject, String last) {
        try {
            return !last.isEmpty() && Files.isDirectory(Path.of(last)) ? Path.of(last) : beside(subject);
        } catch (InvalidPathException _) {
            return beside(subject);
        }
    }

    /** The folder of the log. */
    static Path beside(ExportSubject subject) {
        return subject.log().toAbsolutePath().resolveSibling("");
    }
}
