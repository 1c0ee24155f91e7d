package org.labreel.export;

import java.io.IOException;
import org.labreel.export.ExportRequest.Overlay;
import org.labreel.export.ExportRequest.Preset;

/** Refuses wishes that contradict each other, before any work is done; none is passed over in silence. */
final class RequestCheck {
    private RequestCheck() {
    }

    /**
     * @throws IOException
     *             with what to change
     */
    static void check(ExportRequest request) throws IOException {
        refuseIf(request.ranges().isEmpty(), "There is nothing to export: no range was chosen.");
        refuseIf(!(request.speed() >= 0.01 && request.speed() <= 1000), "The speed must lie between 0.01 and 1000.");
        refuseIf(request.maxBytes() < 0, "The largest size must be 0 (no bound) or more.");
        if (request.crop().isPresent()) {
            var crop = request.crop().get();
            refuseIf(crop.width() < 2 || crop.height() < 2 || crop.x() < 0 || crop.y() < 0,
                    "The crop must be at least 2x2 pixels and begin inside the frame.");
        }
        overlays(request);
        if (request.preset() == Preset.LOSSLESS) {
            copying(request);
        }
        if (request.preset() == Preset.STILLS) {
            refuseIf(request.maxBytes() > 0, "A size bound cannot be met by stills: they are lossless.");
            refuseIf(request.speed() != 1, "Stills have no speed: leave it at 1.");
        }
    }

    private static void overlays(ExportRequest request) throws IOException {
        refuseIf(request.overlays().contains(Overlay.ELECTRODES) && request.board().isEmpty(),
                "Electrodes can be drawn only with a board definition, and none is known for this log.");
        refuseIf(request.overlays().contains(Overlay.SCALE) && !(request.millimetresPerUnit() > 0),
                "The scale bar needs the millimetres per board unit.");
        refuseIf(request.overlays().contains(Overlay.CAPTION) && request.caption().isBlank(),
                "The caption to burn in is empty.");
    }

    private static void copying(ExportRequest request) throws IOException {
        refuseIf(!request.overlays().isEmpty(),
                "The lossless preset copies the JPEGs as they are: nothing can be burnt in.");
        refuseIf(request.crop().isPresent(),
                "The lossless preset copies the JPEGs as they are: they cannot be cropped.");
        refuseIf(request.maxBytes() > 0, "The lossless preset copies the JPEGs as they are: no size bound can be met.");
        refuseIf(request.gaps() == ExportRequest.GapPolicy.MARK,
                "The lossless preset copies the JPEGs as they are: gaps can be kept or cut, not marked.");
        refuseIf(request.encoder() == ExportRequest.EncoderKind.HUMBLE,
                "Humble Video cannot copy JPEGs unencoded: choose the FFmpeg encoder for the lossless preset.");
    }

    private static void refuseIf(boolean bad, String text) throws IOException {
        if (bad) {
            throw new IOException(text);
        }
    }
}
