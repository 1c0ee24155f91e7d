package org.labreel.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.labreel.export.ClipSettings;
import picocli.CommandLine.ArgGroup;

/** Everything that can be chosen of a clip, by what it is about. */
final class ExportOptions {
    @ArgGroup(validate = false, heading = "%nWhich frames (default: all):%n")
    private FrameChoice frames = new FrameChoice();

    @ArgGroup(validate = false, heading = "%nWhat comes out:%n")
    private ExportOutput output = new ExportOutput();

    @ArgGroup(validate = false, heading = "%nTime:%n")
    private ExportTiming timing = new ExportTiming();

    @ArgGroup(validate = false, heading = "%nPicture:%n")
    private ExportPicture picture = new ExportPicture();

    @ArgGroup(validate = false, heading = "%nBurnt in:%n")
    private ExportOverlays overlays = new ExportOverlays();

    @ArgGroup(validate = false, heading = "%nSeveral cameras:%n")
    private ExportBeside beside = new ExportBeside();

    /** What is wrong with the options taken together; empty when they fit. */
    Optional<String> conflict() {
        return Stream.of(frames.conflict(), output.conflict(), timing.conflict(), overlays.conflict())
                .flatMap(Optional::stream).findFirst();
    }

    ExportBeside beside() {
        return beside;
    }

    FrameChoice frames() {
        return frames;
    }

    ExportOutput output() {
        return output;
    }

    ClipSettings settings() {
        return output.settings(timing, picture, overlays);
    }

    Optional<Path> boardFile() {
        return overlays.boardFile();
    }
}
