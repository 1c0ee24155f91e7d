package org.labreel.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labreel.export.Box;
import org.labreel.export.Crop;
import org.labreel.export.DamagedFrames;
import org.labreel.export.Framing;
import org.labreel.export.Rotation;
import picocli.CommandLine.Option;

/** Which part of the frame is shown, and how. */
final class ExportPicture {
    @Option(names = "--crop", paramLabel = "x,y,w,h", converter = ExportNumbers.OfCrop.class, description = "Part of the frame, in its pixels.")
    @Nullable
    private Crop crop;

    @Option(names = "--rotate", paramLabel = "DEGREES", converter = ExportNumbers.OfRotation.class, description = "Turn clockwise, after the crop: 90, 180 or 270.")
    private Rotation rotation = Rotation.NONE;

    @Option(names = "--scale", paramLabel = "WxH", converter = ExportNumbers.OfBox.class, description = "Largest size of the picture's own shape that fits (default: as it is; paper: 1280x720 when larger).")
    @Nullable
    private Box fit;

    @Option(names = "--damaged", paramLabel = "HOW", converter = ExportWord.OfDamaged.class, description = "Damaged frames: mark (default) or leave-out; counted in either case.")
    private DamagedFrames damaged = DamagedFrames.MARK;

    Framing framing() {
        return new Framing(Optional.ofNullable(crop), rotation, Optional.ofNullable(fit));
    }

    DamagedFrames damaged() {
        return damaged;
    }
}
