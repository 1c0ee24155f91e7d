package org.labreel.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.labreel.codec.EventCodec;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;

/** A log of a board over which something moves, and the same JPEGs one after the other, as the ffmpeg command reads. */
record ClipLog(Path log, Path mjpeg, int frames) {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 960;
    /** Gives JPEGs of about 190 kB at quality 85. */
    private static final double NOISE = 7;
    private static final int DROP = 120;

    static ClipLog make(Path folder, int frames) throws Exception {
        Path log = folder.resolve("clip.bin");
        Path mjpeg = folder.resolve("clip.mjpeg");
        Instant start = Instant.parse("2026-03-01T10:00:00Z");
        long bytes = 0;
        try (OutputStream records = new BufferedOutputStream(Files.newOutputStream(log));
                OutputStream pictures = new BufferedOutputStream(Files.newOutputStream(mjpeg));
                PictureEncoder encoder = PictureEncoder.best()) {
            for (int frame = 0; frame < frames; frame++) {
                Bytes jpeg = encoder.jpeg(scene(frame), 85);
                bytes += jpeg.length();
                Optional<Instant> time = Optional.of(start.plusNanos(frame * 1_000_000_000L / 30));
                if (frame == 0) {
                    // pdlog makes no clip of a log without one.
                    write(records, new DeviceEvent.ImageTransform(time, Optional.empty(), WIDTH, HEIGHT));
                }
                write(records, new DeviceEvent.Image(time, jpeg));
                pictures.write(jpeg.toArray());
            }
        }
        System.out.printf("export: %d frames of %dx%d, %d bytes each, 30 a second%n", frames, WIDTH, HEIGHT,
                bytes / frames);
        return new ClipLog(log, mjpeg, frames);
    }

    private static void write(OutputStream records, DeviceEvent event) throws IOException {
        Bytes body = EventCodec.encode(event);
        records.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length()).array());
        records.write(body.toArray());
    }

    /** The board stands still, a drop moves over it, the noise is new in every frame. */
    private static Picture scene(int frame) {
        Picture picture = TestPictures.picture(WIDTH, HEIGHT, NOISE, 7, 1000 + frame);
        byte[] pixels = picture.pixels().array();
        int left = 100 + frame * 6 % (WIDTH - 300);
        for (int y = 0; y < DROP; y++) {
            for (int x = 0; x < DROP; x++) {
                if (Math.hypot(x - DROP / 2.0, y - DROP / 2.0) < DROP / 2.0) {
                    int at = ((400 + y) * WIDTH + left + x) * 4;
                    pixels[at] = (byte) Math.min(255, (pixels[at] & 0xFF) + 60);
                    pixels[at + 1] = (byte) ((pixels[at + 1] & 0xFF) * 3 / 4);
                }
            }
        }
        return picture;
    }
}
