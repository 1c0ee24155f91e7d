package org.labreel.export;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.labreel.picture.Picture;

/**
 * Prepares frames on a thread of its own while those before are being encoded. It holds a few pictures and no more:
 * each must be handed back before another is prepared.
 */
final class FrameStream implements AutoCloseable {
    private static final int PICTURES = 4;

    private final FrameSource source;
    private final BlockingQueue<Picture> free = new ArrayBlockingQueue<>(PICTURES);
    private final BlockingQueue<Optional<ShownFrame>> ready = new ArrayBlockingQueue<>(PICTURES + 1);
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("export-frames").daemon().factory());
    private final Future<?> work;

    FrameStream(FrameSource source, List<PlannedFrame> frames, Layout layout) {
        this.source = source;
        for (int i = 0; i < PICTURES; i++) {
            free.add(new Picture(layout.width(), layout.height()));
        }
        work = thread.submit(() -> {
            prepare(frames);
            return null;
        });
    }

    private void prepare(List<PlannedFrame> frames) throws IOException, InterruptedException {
        try {
            for (PlannedFrame frame : frames) {
                ready.put(Optional.of(source.show(frame, free.take())));
            }
        } finally {
            // There is room: the queue holds one more than there are pictures.
            boolean told = ready.offer(Optional.empty());
            assert told;
        }
    }

    /** The next frame in order; empty after the last. */
    Optional<ShownFrame> next() throws IOException {
        try {
            Optional<ShownFrame> frame = ready.take();
            if (frame.isEmpty()) {
                work.get();
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The export was interrupted.", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IOException("A frame could not be prepared.", e);
            }
        }
    }

    /** Hands a picture back once it is encoded. */
    void recycle(Picture picture) {
        free.add(picture);
    }

    /** Waits until the thread has let go of the source. */
    @Override
    public void close() {
        thread.shutdownNow();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                boolean ended = thread.awaitTermination(1, TimeUnit.SECONDS);
                assert ended || !thread.isTerminated();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
