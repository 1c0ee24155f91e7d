package org.labreel.serve.pi;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that makes a frame at a steady pace while somebody looks, and sleeps while nobody does. */
final class FramePacer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FramePacer.class);
    private static final long END_MILLIS = 2000;

    private final Thread thread;
    private final Shot shot;
    private final long periodNanos;
    private volatile boolean watched;
    private volatile boolean closed;

    /** Makes one frame. */
    interface Shot {
        void take() throws Exception;
    }

    FramePacer(String name, Duration period, Shot shot) {
        this.shot = shot;
        this.periodNanos = period.toNanos();
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    void watched(boolean anybody) {
        watched = anybody;
        LockSupport.unpark(thread);
    }

    private void run() {
        long next = System.nanoTime();
        while (!closed) {
            if (!watched) {
                LockSupport.park(this);
                next = System.nanoTime();
            } else if (System.nanoTime() - next < 0) {
                LockSupport.parkNanos(this, next - System.nanoTime());
            } else {
                shoot();
                next = Math.max(next + periodNanos, System.nanoTime());
            }
        }
    }

    private void shoot() {
        try {
            shot.take();
        } catch (Exception e) {
            LOG.warn("no frame for the preview: {}", e.toString());
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
