package org.labreel.app;

import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** Lets work that Ctrl+C or SIGTERM interrupts come to an orderly end before the process goes. */
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
        return new Ending(stop);
    }

    /** The same for work whose regular end that is: the process then leaves with the code of the work. */
    static Ending asEnd(Runnable stop) {
        return new Ending(stop);
    }

    /** Work that goes on until the process is asked to end. */
    static final class Ending implements Interest {
        private final Runnable stop;
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread hook = new Thread(this::end, "interrupt");
        private volatile OptionalInt code = OptionalInt.empty();

        private Ending(Runnable stop) {
            this.stop = stop;
            Runtime.getRuntime().addShutdownHook(hook);
        }

        private void end() {
            stop.run();
            try {
                ended.await();
                // Else it would be that of the signal, by which a script could not tell a whole recording from a
                // program that was shot down.
                code.ifPresent(Runtime.getRuntime()::halt);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** The work is done, all of it, with this exit code, which is given back for the caller to return. */
        int with(int exitCode) {
            code = OptionalInt.of(exitCode);
            return exitCode;
        }

        @Override
        public void close() {
            ended.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // The process is ending already: the hook is running and has just been released.
            }
        }
    }
}
