package org.labreel.export;

import java.time.Duration;
import java.util.Locale;

/** Refuses wishes that contradict each other, before any work is done; none is passed over in silence. */
final class RequestCheck {
    private static final Duration DAY = Duration.ofDays(1);

    private RequestCheck() {
    }

    /**
     * @throws ContradictionException
     *             with what to change
     */
    static void check(ExportRequest request) throws ContradictionException {
        refuseIf(request.ranges().isEmpty(), "There is nothing to export: no range was chosen.");
        ClipSettings settings = request.settings();
        refuseIf(settings.maxBytes() < 0, "The largest size must be 0 (no bound) or more.");
        refuseIf(settings.threads() < 0 || settings.threads() > ClipSettings.MOST_THREADS,
                "The number of threads must lie between 0 (as fits this computer) and " + ClipSettings.MOST_THREADS
                        + ".");
        ending(request);
        sideBySide(request);
        timing(settings.timing());
        framing(settings.framing());
        overlays(request);
        if (settings.preset() == Preset.LOSSLESS) {
            copying(settings);
        }
        if (settings.preset() == Preset.STILLS) {
            refuseIf(settings.maxBytes() > 0, "A size bound cannot be met by stills: they are lossless.");
            refuseIf(settings.timing().speed() != 1, "Stills have no speed: leave it at 1.");
            refuseIf(settings.timing().constant(), "Stills have no rate: leave it out.");
        }
    }

    /** What a file is called tells programs what is in it. */
    private static void ending(ExportRequest request) throws ContradictionException {
        String name = String.valueOf(request.target().getFileName()).toLowerCase(Locale.ROOT);
        boolean film = name.endsWith(".mp4") || name.endsWith(".mov");
        if (request.settings().preset() == Preset.STILLS) {
            refuseIf(film, "Stills go into a folder, and " + name + " is the name of a movie. Choose another name.");
        } else {
            refuseIf(!film, "The clip must be called something.mp4 or something.mov, not " + name + ".");
            refuseIf(name.endsWith(".mov") && request.settings().encoder() == EncoderKind.HUMBLE,
                    "Humble Video writes .mp4 only: choose that ending, or the FFmpeg encoder.");
        }
    }

    private static void sideBySide(ExportRequest request) throws ContradictionException {
        refuseIf(request.sideBySide().cameras().size() > SideBySide.MOST_CAMERAS,
                "At most " + (SideBySide.MOST_CAMERAS + 1) + " cameras stand beside each other.");
        refuseIf(!request.sideBySide().isEmpty() && request.settings().preset() == Preset.LOSSLESS,
                "The lossless preset copies the JPEGs as they are: they cannot stand beside each other in one picture.");
    }

    private static void timing(Timing timing) throws ContradictionException {
        refuseIf(!(timing.speed() >= Timing.SLOWEST && timing.speed() <= Timing.FASTEST),
                "The speed must lie between 0.01 and 1000.");
        refuseIf(!(timing.constantFps() == 0
                || (timing.constantFps() >= 0.1 && timing.constantFps() <= Timing.LARGEST_FPS)),
                "A constant rate must lie between 0.1 and 240 frames a second.");
        Gaps gaps = timing.gaps();
        refuseIf(gaps.longerThan().isNegative() || gaps.longerThan().compareTo(DAY) > 0,
                "The length from which a gap counts must lie between 0 and a day.");
        refuseIf(gaps.policy() == Gaps.Policy.SHORTEN && (!gaps.to().isPositive() || gaps.to().compareTo(DAY) > 0),
                "The length to which gaps are shortened must be more than 0, and at most a day.");
    }

    private static void framing(Framing framing) throws ContradictionException {
        if (framing.crop().isPresent()) {
            Crop crop = framing.crop().get();
            refuseIf(crop.width() < 2 || crop.height() < 2 || crop.x() < 0 || crop.y() < 0,
                    "The crop must be at least 2x2 pixels and begin inside the frame.");
        }
        if (framing.fit().isPresent()) {
            Box box = framing.fit().get();
            refuseIf(box.width() < 16 || box.height() < 16 || box.width() > 8192 || box.height() > 8192,
                    "The size to fit into must lie between 16x16 and 8192x8192 pixels.");
        }
    }

    private static void overlays(ExportRequest request) throws ContradictionException {
        Overlays overlays = request.settings().overlays();
        refuseIf(overlays.has(Overlay.ELECTRODES) && request.board().isEmpty(),
                "Electrodes can be drawn only with a board definition, and none is known for this log.");
        refuseIf(overlays.has(Overlay.ELECTRODES) && overlays.electrodes().isEmpty(),
                "Nothing of the electrodes is to be drawn: choose outline, fill or pins.");
        refuseIf(overlays.has(Overlay.SCALE)
                && !(overlays.millimetresPerUnit() > 0 && overlays.millimetresPerUnit() < 1e6),
                "The scale bar needs the millimetres per board unit.");
        refuseIf(overlays.has(Overlay.CAPTION) && overlays.caption().isBlank(), "The caption to burn in is empty.");
        refuseIf(overlays.textPx() != 0 && (overlays.textPx() < Overlays.SMALLEST_TEXT_PX
                || overlays.textPx() > Overlays.LARGEST_TEXT_PX),
                "Letters must be 6 to 400 pixels high, or 0 for a size that fits the clip.");
        refuseIf(!ClipFonts.isKnown(overlays.font()),
                "The font \u201C" + overlays.font() + "\u201D is not on this computer.");
        refuseIf(overlays.markersFor().isNegative() || overlays.markersFor().compareTo(DAY) > 0,
                "The time for which a marker is shown must lie between 0 and a day.");
    }

    private static void copying(ClipSettings settings) throws ContradictionException {
        String why = "The lossless preset copies the JPEGs as they are: ";
        refuseIf(!settings.overlays().shown().isEmpty(), why + "nothing can be burnt in.");
        refuseIf(settings.framing().crop().isPresent(), why + "they cannot be cropped.");
        refuseIf(settings.framing().fit().isPresent(), why + "they cannot be scaled.");
        refuseIf(settings.framing().rotation() != Rotation.NONE, why + "they cannot be turned.");
        refuseIf(settings.maxBytes() > 0, why + "no size bound can be met.");
        refuseIf(settings.timing().gaps().policy() == Gaps.Policy.MARK, why + "gaps can be kept or cut, not marked.");
        refuseIf(settings.encoder() == EncoderKind.HUMBLE,
                "Humble Video cannot copy JPEGs unencoded: choose the FFmpeg encoder for the lossless preset.");
    }

    private static void refuseIf(boolean bad, String text) throws ContradictionException {
        if (bad) {
            throw new ContradictionException(text);
        }
    }
}
