package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Supplier;
import org.labreel.export.Still;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureEncoder;

/** Saves single frames as PNG, at full size, as a clip would show them. */
final class Stills {
    private Stills() {
    }

    /**
     * Writes the frame beside its log, "name-frame-000012.png"; a number is added where that exists.
     *
     * @param otherwise
     *            folder for logs whose own folder cannot be written to
     * @throws IOException
     *             with the reason in the operator's words
     */
    static Path save(LogReader log, int frame, Still.Style style, Path otherwise, Supplier<PictureDecoder> decoders)
            throws IOException {
        Bytes png;
        try (PictureDecoder decoder = decoders.get()) {
            png = PictureEncoder.png(Still.of(log, frame, style, decoder));
        }
        Path beside = log.file().toAbsolutePath();
        boolean writable = Files.isWritable(beside.resolveSibling(""));
        Path named = writable ? beside : otherwise.toAbsolutePath().resolve(String.valueOf(beside.getFileName()));
        return write(named, frame, png.toArray());
    }

    private static Path write(Path log, int frame, byte[] png) throws IOException {
        while (true) {
            Path target = free(log, frame);
            try {
                return Files.write(target, png, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                // Somebody else took the name since it was looked for; the next one is tried.
            }
        }
    }

    static Path free(Path log, int frame) {
        String name = String.valueOf(log.getFileName()).replaceFirst("\\.[^.]{1,5}$", "")
                + String.format(Locale.ROOT, "-frame-%06d", frame);
        Path target = log.resolveSibling(name + ".png");
        for (int n = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); n++) {
            target = log.resolveSibling(name + "-" + n + ".png");
        }
        return target;
    }
}
