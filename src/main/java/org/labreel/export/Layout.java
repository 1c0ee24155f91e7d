package org.labreel.export;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.labreel.picture.PictureSize;

/**
 * The size of the clip, and where frames go in it. The first frame decides; frames of another size are fitted into it
 * whole, with bars.
 *
 * @param first
 *            size of the frame that decided
 * @param part
 *            what of such frames is shown
 */
record Layout(PictureSize first, Crop part, int width, int height, List<String> notes) {
    private static final int PAPER_WIDTH = 1280;
    private static final int PAPER_HEIGHT = 720;

    /**
     * @throws IOException
     *             when the crop lies outside of the frame
     */
    static Layout of(PictureSize first, ExportRequest request) throws IOException {
        Crop part = request.settings().framing().crop().orElseGet(() -> new Crop(0, 0, first.width(), first.height()));
        if (part.x() + part.width() > first.width() || part.y() + part.height() > first.height()) {
            throw new IOException(String.format(Locale.ROOT,
                    "The crop reaches beyond the frame, which has %d x %d pixels.", first.width(), first.height()));
        }
        if (request.settings().preset() == Preset.STILLS) {
            return new Layout(first, part, part.width(), part.height(), List.of());
        }
        double scale = request.settings().preset() == Preset.PAPER
                ? Math.min(1, Math.min((double) PAPER_WIDTH / part.width(), (double) PAPER_HEIGHT / part.height()))
                : 1;
        return scale < 1 ? scaled(first, part, scale) : even(first, part);
    }

    private static Layout scaled(PictureSize first, Crop part, double scale) {
        int width = Math.max(2, (int) Math.round(part.width() * scale / 2) * 2);
        int height = Math.max(2, (int) Math.round(part.height() * scale / 2) * 2);
        return new Layout(first, part, width, height, List.of());
    }

    /** H.264 in the form that plays everywhere has even sizes: an odd row or column is left out. */
    private static Layout even(PictureSize first, Crop part) {
        int width = Math.max(2, part.width() & ~1);
        int height = Math.max(2, part.height() & ~1);
        if (width == part.width() && height == part.height()) {
            return new Layout(first, part, width, height, List.of());
        }
        Crop evened = new Crop(part.x(), part.y(), Math.min(width, part.width()), Math.min(height, part.height()));
        return new Layout(first, evened, width, height,
                List.of(String.format(Locale.ROOT,
                        "The picture of %d x %d pixels was made even, %d x %d, by one row or column at its edge.",
                        part.width(), part.height(), width, height)));
    }

    /** Where a frame of this size goes. */
    Placement place(PictureSize frame) {
        if (frame.equals(first)) {
            boolean scales = part.width() > width || part.height() > height;
            return new Placement(part.x(), part.y(), part.width(), part.height(), 0, 0,
                    scales ? width : Math.min(width, part.width()), scales ? height : Math.min(height, part.height()));
        }
        double scale = Math.min((double) width / frame.width(), (double) height / frame.height());
        int fitWidth = Math.clamp(Math.round(frame.width() * scale), 1, width);
        int fitHeight = Math.clamp(Math.round(frame.height() * scale), 1, height);
        return new Placement(0, 0, frame.width(), frame.height(), (width - fitWidth) / 2, (height - fitHeight) / 2,
                fitWidth, fitHeight);
    }
}
