package org.labreel.ui.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.labreel.codec.EventCodec;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;
import org.labreel.model.Transform;

/** Writes small logs for tests: real pictures, real events, byte for byte in PurpleDrop's format. */
public final class SmallLog {
    public static final Instant ZERO = Instant.parse("2026-03-01T10:00:00Z");
    public static final int WIDTH = 160;
    public static final int HEIGHT = 120;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A log of so many frames, 100 ms apart; pin n is switched on before frame 3 n. */
    public static SmallLog ofFrames(int frames) {
        SmallLog log = new SmallLog();
        for (int frame = 0; frame < frames; frame++) {
            Instant at = ZERO.plusMillis(100L * frame);
            if (frame % 3 == 0) {
                log.add(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                        List.of(new DeviceEvent.ElectrodeGroup(PinSet.of(frame / 3), 255)), List.of(), 128));
                log.add(new DeviceEvent.HvRegulator(Optional.of(at), 150 + frame, 150));
            }
            log.add(new DeviceEvent.ImageTransform(Optional.of(at), Optional.of(Transform.IDENTITY), WIDTH, HEIGHT));
            log.add(new DeviceEvent.Image(Optional.of(at), jpeg(frame)));
        }
        return log;
    }

    public SmallLog add(DeviceEvent event) {
        byte[] body = EventCodec.encode(event).toArray();
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length).array());
        out.writeBytes(body);
        return this;
    }

    public SmallLog raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A temperature reading, for logs without frames. */
    public static DeviceEvent temperature(int millis) {
        return new DeviceEvent.TemperatureControl(Optional.of(ZERO.plusMillis(millis)), Floats.of(25, 26),
                Floats.EMPTY);
    }

    public Path write(Path file) {
        try {
            return Files.write(file, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture whose grey tells the number of the frame: 10 a frame. */
    static Bytes picture(int frame) {
        return jpeg(Math.max(0, frame));
    }

    private static Bytes jpeg(int frame) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        int grey = Math.min(255, 10 * frame);
        g.setColor(new Color(grey, grey, grey));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", bytes);
            return Bytes.wrap(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
