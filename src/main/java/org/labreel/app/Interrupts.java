package org.labreel.app;

import java.util.concurrent.CountDownLatch;

/** Lets work that Ctrl+C interrupts come to an orderly end before the process goes. */
final class Interrupts {
    private Interrupts() {
    }

    /** An open interest in Ctrl+C; closing tells that the work has ended. */
    interface Interest extends AutoCloseable {
        @Override
        void close();
    }

    /** Runs {@code stop} when the process is asked to end, and holds the end until the interest is closed. */
    static Interest onCtrlC(Runnable stop) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            stop.run();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            ended.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // The process is ending already: the hook is running and has just been released.
            }
        };
    }
}
