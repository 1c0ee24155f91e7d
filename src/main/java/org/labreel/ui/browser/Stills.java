package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureEncoder;

/** Saves single frames as PNG, at full size and without anything drawn over them. */
final class Stills {
    private Stills() {
    }

    /**
     * Writes the frame beside its log, "name-frame-000012.png"; a number is added where that exists.
     *
     * @throws IOException
     *             with the reason in the operator's words
     */
    static Path save(LogReader log, int frame, Supplier<PictureDecoder> decoders) throws IOException {
        try (PictureDecoder decoder = decoders.get()) {
            Picture picture = decoder.decode(log.image(frame), Optional.empty());
            Bytes png = PictureEncoder.png(picture);
            Path target = free(log.file().toAbsolutePath(), frame);
            Files.write(target, png.toArray(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return target;
        }
    }

    static Path free(Path log, int frame) {
        String name = String.valueOf(log.getFileName()).replaceFirst("\\.[^.]{1,5}$", "")
                + String.format(Locale.ROOT, "-frame-%06d", frame);
        Path target = log.resolveSibling(name + ".png");
        for (int n = 2; Files.exists(target); n++) {
            target = log.resolveSibling(name + "-" + n + ".png");
        }
        return target;
    }
}
