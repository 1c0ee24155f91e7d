package org.labreel.bench;

import java.io.ByteArrayInputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import javafx.scene.image.Image;
import org.labreel.model.Bytes;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;

/** P1: JPEG to BGRA, against libturbojpeg (C) and JavaFX's own Image. */
final class DecodeBench {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 960;

    private DecodeBench() {
    }

    static void run() throws Exception {
        Bytes jpeg = TestPictures.jpeg(WIDTH, HEIGHT, 190_000, 7);
        byte[] array = jpeg.toArray();
        System.out.println("decode: " + WIDTH + "x" + HEIGHT + ", " + array.length + " bytes, 4:2:0 q85");
        try (PictureDecoder decoder = PictureDecoder.best(); Arena arena = Arena.ofConfined()) {
            Optional<Picture> reuse = Optional.of(new Picture(WIDTH, HEIGHT));
            Duel.Work ours = () -> decoder.decode(jpeg, reuse);
            Optional<TurboJpeg> turbo = TurboJpeg.ofThisMachine();
            if (turbo.isPresent()) {
                MemorySegment in = arena.allocate(array.length).copyFrom(MemorySegment.ofArray(array));
                MemorySegment out = arena.allocate((long) WIDTH * HEIGHT * 4);
                Duel.run("P1 JPEG to BGRA (>= 0.85)", decoder.name(), ours, "libturbojpeg",
                        () -> turbo.get().decode(in, out, WIDTH, HEIGHT), 40, 5);
            } else {
                System.out.println("P1 libturbojpeg is not installed (Debian: libturbojpeg0): that peer is skipped");
            }
            Duel.run("P1 JPEG to pixels (>= 2.5)", decoder.name(), ours, "JavaFX Image", () -> {
                Image image = new Image(new ByteArrayInputStream(array));
                if (image.getWidth() != WIDTH) {
                    throw new IllegalStateException("JavaFX decoded nothing", image.getException());
                }
            }, 20, 3);
        }
    }
}
