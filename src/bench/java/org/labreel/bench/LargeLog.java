package org.labreel.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.codec.EventCodec;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.PinSet;
import org.labreel.model.Transform;

/**
 * Writes logs of any size as a device at 30 frames a second would fill them: each frame with its transform and a
 * reading, electrodes every tenth.
 */
final class LargeLog {
    static final int WIDTH = 1280;
    static final int HEIGHT = 960;
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final long FRAME_NANOS = 33_333_333L;
    private static final int FLUSH = 4 << 20;

    private final List<Bytes> jpegs;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(FLUSH + (2 << 20)).order(ByteOrder.LITTLE_ENDIAN);
    private long position;
    private int frames;

    private LargeLog(List<Bytes> jpegs) {
        this.jpegs = jpegs;
    }

    /** Different frames of about so many bytes. */
    static List<Bytes> jpegs(int count, int bytes) throws Exception {
        List<Bytes> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(TestPictures.jpeg(WIDTH, HEIGHT, bytes, 7 + i));
        }
        return made;
    }

    /** Every byte written. @return how many frames */
    static int dense(Path file, List<Bytes> jpegs, long bytes) throws IOException {
        return new LargeLog(jpegs).write(file, bytes, 1);
    }

    /**
     * A file with holes: every record has its real header, but the body of only each {@code solid}-th frame is written,
     * that of the others is a hole (zeros that take no room on the disk).
     *
     * @return how many frames
     */
    static int sparse(Path file, List<Bytes> jpegs, long bytes, int solid) throws IOException {
        return new LargeLog(jpegs).write(file, bytes, solid);
    }

    private int write(Path file, long bytes, int solid) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SPARSE)) {
            while (position + buffer.position() < bytes) {
                small();
                Bytes image = EventCodec.encode(new DeviceEvent.Image(Optional.of(time()), jpegs.get(
                        frames % jpegs.size())));
                frames++;
                if (frames % solid == 1 % solid) {
                    put(image);
                } else {
                    buffer.putInt(image.length()).put(image.slice(0, 64).asByteBuffer());
                    flush(channel);
                    position += image.length() - 64;
                }
                if (buffer.position() > FLUSH) {
                    flush(channel);
                }
            }
            // The last record is whole, as a log's is.
            put(EventCodec.encode(new DeviceEvent.HvRegulator(Optional.of(time()), 150, 150)));
            flush(channel);
            channel.force(true);
        }
        return frames;
    }

    private Instant time() {
        return START.plusNanos(frames * FRAME_NANOS);
    }

    private void small() {
        put(EventCodec.encode(new DeviceEvent.ImageTransform(Optional.of(time()), Optional.of(Transform.IDENTITY),
                WIDTH, HEIGHT)));
        put(EventCodec.encode(new DeviceEvent.ActiveCapacitance(Optional.of(time()), 1, 2, frames)));
        if (frames % 10 == 0) {
            put(EventCodec.encode(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                    List.of(new DeviceEvent.ElectrodeGroup(PinSet.of(frames % 128), 255)), List.of(), 128)));
        }
    }

    private void put(Bytes body) {
        buffer.putInt(body.length()).put(body.asByteBuffer());
    }

    private void flush(FileChannel channel) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            position += channel.write(buffer, position);
        }
        buffer.clear();
    }
}
