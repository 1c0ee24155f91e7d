package org.labreel.ui.export;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labreel.export.ClipSettings;
import org.labreel.export.ExportRequest;
import org.labreel.export.Overlays;
import org.labreel.export.Timing;
import org.labreel.export.EncoderKind;
import org.labreel.export.Overlay;
import org.labreel.export.Preset;
import org.labreel.export.Exporter;

/**
 * What the operator has filled in, right or wrong.
 *
 * @param speed
 *            2 = twice as fast; NaN when what was typed is no number
 * @param millimetresPerUnit
 *            for the scale bar; NaN when what was typed is no number
 */
record ExportChoices(String target, Preset preset, EncoderKind encoder, double speed, Set<Overlay> overlays,
        String caption, double millimetresPerUnit) {
    ExportChoices {
        overlays = Set.copyOf(overlays);
    }

    /** What a remark is about. */
    enum Field {
        TARGET, SPEED, OVERLAYS, CAPTION, SCALE, ENCODER
    }

    /** Nothing can be burnt in where the pictures are copied as they are. */
    static boolean takesOverlays(Preset preset) {
        return preset != Preset.LOSSLESS;
    }

    /** What has to be put right first, in words, by field. Empty = ready. */
    Map<Field, String> problems(ExportSubject subject) {
        Map<Field, String> out = new EnumMap<>(Field.class);
        targetProblem().ifPresent(text -> out.put(Field.TARGET, text));
        if (preset != Preset.STILLS && !(speed >= 0.01 && speed <= 1000)) {
            out.put(Field.SPEED, "The speed must be a number from 0.01 to 1000.");
        }
        if (burns(Overlay.ELECTRODES) && subject.board().isEmpty()) {
            out.put(Field.OVERLAYS, "No board is known for this log. Choose one in the browser first.");
        }
        if (burns(Overlay.CAPTION) && caption.isBlank()) {
            out.put(Field.CAPTION, "Write the caption, or untick it.");
        }
        if (burns(Overlay.SCALE) && !(millimetresPerUnit > 0 && millimetresPerUnit < 1000)) {
            out.put(Field.SCALE, "Tell how many millimetres one board unit is: most often the width of an electrode.");
        }
        if (preset == Preset.LOSSLESS && encoder == EncoderKind.HUMBLE) {
            out.put(Field.ENCODER, "Only FFmpeg can copy the pictures as they are.");
        }
        return out;
    }

    private Optional<String> targetProblem() {
        if (target.isBlank()) {
            return Optional.of("Say where the clip goes.");
        }
        try {
            Path path = Path.of(target.strip());
            Path folder = path.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                return Optional.of("This folder does not exist.");
            }
            return preset == Preset.STILLS || path.toString().endsWith(".mp4")
                    ? Optional.empty()
                    : Optional.of("The name must end with .mp4.");
        } catch (InvalidPathException e) {
            return Optional.of("This is no file name: " + e.getReason() + ".");
        }
    }

    private boolean burns(Overlay overlay) {
        return takesOverlays(preset) && overlays.contains(overlay);
    }

    /** Under a name that is free: files are never overwritten. */
    ExportRequest request(ExportSubject subject) {
        return ExportRequest.of(subject.range(), Exporter.freeName(Path.of(target.strip())))
                .withBoard(subject.board())
                .withSettings(ClipSettings.PLAIN.withPreset(preset).withEncoder(encoder)
                        .withTiming(Timing.TRUE.withSpeed(preset == Preset.STILLS ? 1 : speed)).withOverlays(burnt()));
    }

    private Overlays burnt() {
        return Overlays.NONE.showing(takesOverlays(preset) ? overlays : Set.of()).withCaption(caption.strip())
                .withMillimetresPerUnit(millimetresPerUnit);
    }
}
