package org.labreel.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labreel.export.ExportRequest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a clip is to look; the options that do not choose frames. */
final class ExportOptions {
    @Option(names = "--speed", paramLabel = "X", defaultValue = "1", description = "Times as fast as it happened, 0.01 to 1000 (default ${DEFAULT-VALUE}).")
    private double speed;

    @Option(names = "--preset", paramLabel = "NAME", defaultValue = "full", description = "paper (720p or less, 10 MB or less), full (visually lossless, default), "
            + "lossless (the JPEGs unencoded), stills (PNG).")
    private ExportRequest.Preset preset = ExportRequest.Preset.FULL;

    @Option(names = "--crop", paramLabel = "x,y,w,h", converter = CropConverter.class, description = "Part of the frame, in its pixels.")
    private ExportRequest.@Nullable Crop crop;

    @Option(names = "--overlay", paramLabel = "NAME", split = ",", description = "Burn in: electrodes, time, scale, caption (several with commas).")
    private List<ExportRequest.Overlay> overlays = new ArrayList<>();

    @Option(names = "--caption", paramLabel = "TEXT", description = "A line of text below the picture's edge.")
    @Nullable
    private String caption;

    @Option(names = "--mm-per-unit", paramLabel = "M", defaultValue = "0", description = "Millimetres per board unit, for the scale bar.")
    private double millimetresPerUnit;

    @Option(names = "--board", paramLabel = "FILE", description = "Board definition (JSON) for --overlay electrodes; default: that of the session.")
    @Nullable
    private Path board;

    @Option(names = "--gaps", paramLabel = "HOW", defaultValue = "keep", description = "Long pauses between frames: keep, cut, or mark (cut with a visible mark).")
    private ExportRequest.GapPolicy gaps = ExportRequest.GapPolicy.KEEP;

    @Option(names = "--max-mb", paramLabel = "N", defaultValue = "0", description = "Size that the file must not exceed, in MB (10^6 bytes); 0 = no bound.")
    private double maxMegabytes;

    @Option(names = "--encoder", paramLabel = "NAME", defaultValue = "ffmpeg", description = "ffmpeg (default) or humble (Humble Video).")
    private ExportRequest.EncoderKind encoder = ExportRequest.EncoderKind.FFMPEG;

    @Option(names = "--csv", paramLabel = "OUT.csv", description = "Write the device's state at each frame.")
    @Nullable
    private Path csv;

    Optional<Path> boardFile() {
        return Optional.ofNullable(board);
    }

    boolean wantsBoard() {
        return overlays.contains(ExportRequest.Overlay.ELECTRODES) || overlays.contains(ExportRequest.Overlay.SCALE);
    }

    /** What is wrong with these options taken together; empty when they fit. */
    Optional<String> conflict() {
        if (!(speed >= 0.01 && speed <= 1000)) {
            return Optional.of("--speed is from 0.01 to 1000");
        }
        if (!(maxMegabytes >= 0 && maxMegabytes < 1e9)) {
            return Optional.of("--max-mb is 0 or more");
        }
        if (overlays.contains(ExportRequest.Overlay.SCALE) && !(millimetresPerUnit > 0)) {
            return Optional.of("--overlay scale needs --mm-per-unit");
        }
        if (overlays.contains(ExportRequest.Overlay.CAPTION) && caption == null) {
            return Optional.of("--overlay caption needs --caption");
        }
        return Optional.empty();
    }

    /** The request for these ranges. */
    ExportRequest request(List<ExportRequest.Range> ranges, Path target, Optional<org.labreel.model.Board> electrodes) {
        return new ExportRequest(ranges, target, preset, encoder, speed, Optional.ofNullable(crop), burnt(),
                caption == null ? "" : caption, electrodes, millimetresPerUnit, gaps,
                Math.round(maxMegabytes * 1_000_000), Optional.ofNullable(csv));
    }

    /** A caption that is given is meant to be seen. */
    private Set<ExportRequest.Overlay> burnt() {
        Set<ExportRequest.Overlay> burnt = EnumSet.noneOf(ExportRequest.Overlay.class);
        burnt.addAll(overlays);
        if (caption != null) {
            burnt.add(ExportRequest.Overlay.CAPTION);
        }
        return burnt;
    }

    boolean stills() {
        return preset == ExportRequest.Preset.STILLS;
    }

    /** Reads x,y,w,h. */
    static final class CropConverter implements ITypeConverter<ExportRequest.Crop> {
        @Override
        public ExportRequest.Crop convert(String value) {
            if (!value.matches("\\d{1,5},\\d{1,5},\\d{1,5},\\d{1,5}")) {
                throw new TypeConversionException("--crop is x,y,width,height in pixels, such as 100,50,640,480");
            }
            String[] parts = value.split(",", -1);
            return new ExportRequest.Crop(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
        }
    }
}
