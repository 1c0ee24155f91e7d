package org.labreel.serve.lab;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.labreel.model.Bytes;
import org.labreel.model.Transform;
import org.labreel.picture.PictureEncoder;
import org.labreel.picture.PictureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The camera over the board: a thread that draws and encodes at a steady pace while someone looks. */
public final class LabCamera implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LabCamera.class);
    /** So long nothing of the program is compiled yet, and whoever starts it waits for its window. */
    private static final long COLD_NANOS = TimeUnit.SECONDS.toNanos(3);
    /** How many times as long as a frame took the camera then leaves the processor to others. */
    private static final int COLD_PAUSE = 3;

    private final LabBoard board;
    private final SimulatedDevice device;
    private final Settings settings;
    private final BooleanSupplier watched;
    private final Consumer<Frame> frames;
    private final Thread thread;
    private volatile boolean closed;

    /** Frame size in pixels, frames a second, JPEG quality 1 to 100. */
    public record Settings(int width, int height, double fps, int jpegQuality) {
    }

    /** A frame, and where the board lies in it. */
    public record Frame(Instant time, Transform transform, int width, int height, Bytes jpeg) {
    }

    private LabCamera(LabBoard board, SimulatedDevice device, Settings settings, BooleanSupplier watched,
            Consumer<Frame> frames) {
        this.board = board;
        this.device = device;
        this.settings = settings;
        this.watched = watched;
        this.frames = frames;
        this.thread = Thread.ofPlatform().daemon().name("demo camera").unstarted(this::run);
    }

    /**
     * @param watched
     *            whether anybody looks; while nobody does, nothing is drawn
     * @param frames
     *            told each frame on the camera's thread
     */
    public static LabCamera start(LabBoard board, SimulatedDevice device, Settings settings, BooleanSupplier watched,
            Consumer<Frame> frames) {
        LabCamera camera = new LabCamera(board, device, settings, watched, frames);
        camera.thread.start();
        return camera;
    }

    private void run() {
        LabPicture picture = new LabPicture(board, settings.width(), settings.height());
        long period = (long) (1e9 / settings.fps());
        long next = System.nanoTime();
        long cold = next + COLD_NANOS;
        try (PictureEncoder encoder = PictureEncoder.best()) {
            while (!closed) {
                long begun = System.nanoTime();
                if (watched.getAsBoolean()) {
                    shoot(picture, encoder);
                }
                long done = System.nanoTime();
                next = Math.max(next + period, done < cold ? done + COLD_PAUSE * (done - begun) : done - period);
                pauseUntil(next);
            }
        } catch (PictureException e) {
            LOG.error("the demo camera stopped: {}", e.getMessage());
        }
    }

    private void shoot(LabPicture picture, PictureEncoder encoder) throws PictureException {
        Instant now = Instant.now();
        Bytes jpeg = encoder.jpeg(picture.draw(device.scene(now)), settings.jpegQuality());
        frames.accept(new Frame(now, picture.toPixels(), settings.width(), settings.height(), jpeg));
    }

    private void pauseUntil(long nanos) {
        while (!closed && System.nanoTime() < nanos) {
            LockSupport.parkNanos(nanos - System.nanoTime());
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
