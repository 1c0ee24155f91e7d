package org.labreel.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.labreel.picture.PictureSize;

/**
 * The size of the clip, and where frames go in it. The first frame decides; frames of another size are fitted into it
 * whole, with bars.
 *
 * @param first
 *            size of the frame that decided
 * @param part
 *            what of such frames is shown
 * @param width
 *            of the clip, pixels, after the turn
 * @param height
 *            of the clip, pixels, after the turn
 */
record Layout(PictureSize first, Crop part, Rotation rotation, int width, int height, List<String> notes) {
    private static final Box PAPER = new Box(1280, 720);

    /**
     * @throws IOException
     *             when the crop lies outside of the frame
     */
    static Layout of(PictureSize first, ClipSettings settings) throws IOException {
        Framing framing = settings.framing();
        Crop part = framing.crop().orElseGet(() -> new Crop(0, 0, first.width(), first.height()));
        if (part.x() + part.width() > first.width() || part.y() + part.height() > first.height()) {
            throw new IOException(String.format(Locale.ROOT,
                    "The crop reaches beyond the frame, which has %d x %d pixels.", first.width(), first.height()));
        }
        boolean even = settings.preset() != Preset.STILLS;
        double scale = scale(part, framing, settings.preset());
        if (scale == 1) {
            return even ? even(first, part, framing.rotation()) : unscaled(first, part, framing.rotation());
        }
        return turned(first, part, framing.rotation(), rounded(part.width() * scale, even),
                rounded(part.height() * scale, even), List.of());
    }

    /** A fit that was asked for also enlarges; that of the preset never does. */
    private static double scale(Crop part, Framing framing, Preset preset) {
        boolean sideways = framing.rotation().swapsSides();
        int width = sideways ? part.height() : part.width();
        int height = sideways ? part.width() : part.height();
        Optional<Box> fit = framing.fit();
        double scale = fit.map(box -> fitting(box, width, height)).orElse(1.0);
        if (preset == Preset.PAPER) {
            scale = Math.min(scale, fitting(PAPER, width, height));
        }
        return scale;
    }

    private static double fitting(Box box, int width, int height) {
        return Math.min((double) box.width() / width, (double) box.height() / height);
    }

    private static int rounded(double pixels, boolean even) {
        return even ? Math.max(2, (int) Math.round(pixels / 2) * 2) : Math.max(1, (int) Math.round(pixels));
    }

    private static Layout turned(PictureSize first, Crop part, Rotation rotation, int width, int height,
            List<String> notes) {
        return rotation.swapsSides()
                ? new Layout(first, part, rotation, height, width, notes)
                : new Layout(first, part, rotation, width, height, notes);
    }

    private static Layout unscaled(PictureSize first, Crop part, Rotation rotation) {
        return turned(first, part, rotation, part.width(), part.height(), List.of());
    }

    /** H.264 in the form that plays everywhere has even sizes: an odd row or column is left out. */
    private static Layout even(PictureSize first, Crop part, Rotation rotation) {
        int width = Math.max(2, part.width() & ~1);
        int height = Math.max(2, part.height() & ~1);
        Crop evened = new Crop(part.x(), part.y(), Math.min(width, part.width()), Math.min(height, part.height()));
        List<String> notes = new ArrayList<>();
        if (width != part.width() || height != part.height()) {
            notes.add(String.format(Locale.ROOT,
                    "The picture of %d x %d pixels was made even, %d x %d, by one row or column at its edge.",
                    part.width(), part.height(), width, height));
        }
        return turned(first, evened, rotation, width, height, notes);
    }

    /** Where a frame of this size goes. */
    Placement place(PictureSize frame) {
        int across = rotation.swapsSides() ? height : width;
        int down = rotation.swapsSides() ? width : height;
        if (frame.equals(first)) {
            return new Placement(part.x(), part.y(), part.width(), part.height(), 0, 0, across, down, across, down,
                    rotation);
        }
        double scale = Math.min((double) across / frame.width(), (double) down / frame.height());
        int fitWidth = Math.clamp(Math.round(frame.width() * scale), 1, across);
        int fitHeight = Math.clamp(Math.round(frame.height() * scale), 1, down);
        return new Placement(0, 0, frame.width(), frame.height(), (across - fitWidth) / 2, (down - fitHeight) / 2,
                fitWidth, fitHeight, across, down, rotation);
    }
}
