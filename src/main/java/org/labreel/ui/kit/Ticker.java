package org.labreel.ui.kit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Does something on the JavaFX thread at a low, steady rate. Unlike an animation it asks for no pulse: as long as what
 * it does changes nothing, nothing is laid out or drawn. JavaFX thread.
 */
public final class Ticker implements AutoCloseable {
    private final Duration period;
    private final Runnable work;
    private @Nullable Thread thread;

    public Ticker(Duration period, Runnable work) {
        this.period = period;
        this.work = work;
    }

    /** Goes on until {@link #close()}; the first time is one period from now. */
    public void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("ticker").start(new Beats());
        }
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    /** One run from start to close. */
    private final class Beats implements Runnable {
        private final AtomicBoolean due = new AtomicBoolean();

        @Override
        public void run() {
            Thread self = Thread.currentThread();
            try {
                while (true) {
                    Thread.sleep(period);
                    // A busy JavaFX thread gets no queue of them.
                    if (due.compareAndSet(false, true)) {
                        FxThread.later(() -> beat(self));
                    }
                }
            } catch (InterruptedException _) {
                self.interrupt();
            }
        }

        private void beat(Thread self) {
            due.set(false);
            // It may have been closed, or closed and started anew, since this was asked for.
            if (self.equals(thread)) {
                work.run();
            }
        }
    }
}
