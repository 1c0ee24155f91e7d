package org.labreel.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labreel.export.ClipSettings;
import org.labreel.export.EncoderKind;
import org.labreel.export.Preset;
import picocli.CommandLine.Option;

/** What kind of files come out. */
final class ExportOutput {
    @Option(names = "--preset", paramLabel = "NAME", converter = ExportWord.OfPreset.class, description = "paper (720p or less, 10 MB or less), full (visually lossless, default), "
            + "lossless (the JPEGs unencoded), stills (PNG).")
    private Preset preset = Preset.FULL;

    @Option(names = "--max-mb", paramLabel = "N", description = "Size that the file must not exceed, in MB (10^6 bytes); 0 = no bound.")
    private double maxMegabytes;

    @Option(names = "--encoder", paramLabel = "NAME", converter = ExportWord.OfEncoder.class, description = "ffmpeg (default) or humble (Humble Video).")
    private EncoderKind encoder = EncoderKind.FFMPEG;

    @Option(names = "--threads", paramLabel = "N", description = "Of the encoder (default: as fits this computer). Clips made with different numbers differ in a few bits.")
    private int threads;

    @Option(names = "--no-chapters", description = "Do not make chapters of the session's markers.")
    private boolean noChapters;

    @Option(names = "--separate", description = "Make a clip of each range instead of joining them; --to is then a folder.")
    private boolean separate;

    @Option(names = "--csv", paramLabel = "OUT.csv|DIR", description = "Write the device's state at each frame; a folder when several clips are made.")
    @Nullable
    private Path csv;

    @Option(names = "--no-sidecar", description = "Do not write OUT.mp4.json, from which the same clip can be made again.")
    private boolean noSidecar;

    /** What is wrong with these options taken together; empty when they fit. */
    Optional<String> conflict() {
        if (!(maxMegabytes >= 0 && maxMegabytes < 1e9)) {
            return Optional.of("--max-mb is 0 or more");
        }
        if (threads < 0 || threads > ClipSettings.MOST_THREADS) {
            return Optional.of("--threads is from 1 to " + ClipSettings.MOST_THREADS);
        }
        return Optional.empty();
    }

    boolean stills() {
        return preset == Preset.STILLS;
    }

    boolean separate() {
        return separate;
    }

    boolean sidecar() {
        return !noSidecar;
    }

    Optional<Path> csv() {
        return Optional.ofNullable(csv);
    }

    ClipSettings settings(ExportTiming timing, ExportPicture picture, ExportOverlays overlays) {
        return new ClipSettings(preset, encoder, timing.timing(), picture.framing(), overlays.overlays(),
                picture.damaged(), Math.round(maxMegabytes * 1_000_000), !noChapters, threads);
    }
}
