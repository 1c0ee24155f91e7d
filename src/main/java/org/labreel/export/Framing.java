package org.labreel.export;

import java.util.Optional;

/**
 * Which part of the frame is shown and how. The crop comes first, then the turn, then the fit.
 *
 * @param crop
 *            pixels of the frame; absent = all of it
 * @param fit
 *            the clip takes the largest size of its own shape that fits; absent = one pixel of the frame is one of the
 *            clip (preset {@link Preset#PAPER}: fitted into 1280 x 720 when larger)
 */
public record Framing(Optional<Crop> crop, Rotation rotation, Optional<Box> fit) {
    /** The whole frame as it is. */
    public static final Framing WHOLE = new Framing(Optional.empty(), Rotation.NONE, Optional.empty());

    public Framing withCrop(Optional<Crop> next) {
        return new Framing(next, rotation, fit);
    }

    public Framing withRotation(Rotation next) {
        return new Framing(crop, next, fit);
    }

    public Framing withFit(Optional<Box> next) {
        return new Framing(crop, rotation, next);
    }
}
