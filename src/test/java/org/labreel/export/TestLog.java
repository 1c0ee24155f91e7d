package org.labreel.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labreel.codec.EventCodec;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.PinSet;
import org.labreel.model.Transform;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;

/** Makes small logs of coloured bars. */
final class TestLog {
    static final Instant START = Instant.parse("2026-03-01T10:00:00.25Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int frames;

    TestLog event(DeviceEvent event) {
        Bytes body = EventCodec.encode(event);
        bytes.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length()).array());
        bytes.writeBytes(body.toArray());
        return this;
    }

    TestLog frame(long millis, Bytes jpeg) {
        frames++;
        return event(new DeviceEvent.Image(Optional.of(START.plusMillis(millis)), jpeg));
    }

    TestLog frame(long millis, int width, int height) throws IOException {
        return frame(millis, jpeg(width, height, frames));
    }

    TestLog frames(int width, int height, long... millis) throws IOException {
        for (long each : millis) {
            frame(each, width, height);
        }
        return this;
    }

    TestLog pins(int... pins) {
        return event(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                List.of(new DeviceEvent.ElectrodeGroup(PinSet.of(pins), 255)), List.of(), 128));
    }

    TestLog transform(Transform transform, int width, int height) {
        return event(new DeviceEvent.ImageTransform(Optional.of(START), Optional.of(transform), width, height));
    }

    static Bytes jpeg(int width, int height, int step) throws IOException {
        Picture scene = Scenes.bars(width, height, step);
        try (PictureEncoder encoder = PictureEncoder.best()) {
            return encoder.jpeg(scene, 90);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Path write(Path file) throws IOException {
        return Files.write(file, bytes.toByteArray());
    }
}
