package org.labreel.export;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Prepares frames on threads of their own while those before are being written, and hands them out in order. It is a
 * few frames ahead and no more.
 *
 * @param <P>
 *            the form in which a picture is written
 */
final class FrameStream<P> implements AutoCloseable {
    private static final int AHEAD = 3;
    private static final int MOST_WORKERS = 8;
    /** What the workers may take of the heap in all: each holds a few pictures. */
    private static final long HEAP_BYTES = 200L << 20;

    private final Iterator<PlannedFrame> frames;
    private final Preparing<P> preparing;
    private final List<FrameSource> sources = new ArrayList<>();
    private final BlockingQueue<FrameSource> idle = new LinkedBlockingQueue<>();
    private final Deque<Future<ShownFrame<P>>> under = new ArrayDeque<>();
    private final ExecutorService workers;

    /** Makes a frame ready to be written. */
    interface Preparing<P> {
        ShownFrame<P> show(FrameSource source, PlannedFrame frame) throws IOException;
    }

    /** Makes what a worker needs for itself. */
    interface Opening {
        FrameSource open() throws IOException;
    }

    FrameStream(Opening opening, List<PlannedFrame> frames, Layout layout, Preparing<P> preparing) throws IOException {
        this.frames = frames.iterator();
        this.preparing = preparing;
        int count = workers(layout);
        workers = Executors.newFixedThreadPool(count, Thread.ofPlatform().name("export-frames-", 0).daemon().factory());
        try {
            for (int i = 0; i < count; i++) {
                FrameSource source = opening.open();
                sources.add(source);
                idle.add(source);
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static int workers(Layout layout) {
        long frameBytes = 4L * Math.max((long) layout.width() * layout.height(),
                (long) layout.first().width() * layout.first().height());
        long fitting = HEAP_BYTES / (frameBytes * 4);
        return Math.clamp(Math.min(fitting, Runtime.getRuntime().availableProcessors()), 1, MOST_WORKERS);
    }

    private ShownFrame<P> prepare(PlannedFrame frame) throws IOException, InterruptedException {
        FrameSource source = idle.take();
        try {
            return preparing.show(source, frame);
        } finally {
            idle.add(source);
        }
    }

    /** The next frame in order; empty after the last. */
    Optional<ShownFrame<P>> next() throws IOException {
        while (frames.hasNext() && under.size() < sources.size() + AHEAD) {
            PlannedFrame frame = frames.next();
            under.add(workers.submit(() -> prepare(frame)));
        }
        return under.isEmpty() ? Optional.empty() : Optional.of(result(under.remove()));
    }

    private ShownFrame<P> result(Future<ShownFrame<P>> work) throws IOException {
        try {
            return work.get();
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

    /** Waits until the threads have let go of what they use, and closes that. */
    @Override
    public void close() {
        workers.shutdownNow();
        boolean interrupted = false;
        while (!workers.isTerminated()) {
            try {
                boolean ended = workers.awaitTermination(1, TimeUnit.SECONDS);
                assert ended || !workers.isTerminated();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        sources.forEach(FrameSource::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
