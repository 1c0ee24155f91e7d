package org.labreel.record;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has work done in its turn: between two messages on the recorder's thread, or behind it where the disk may be slow.
 */
final class Turns {
    static final String STOPPED = "The recorder has stopped working; what is in the files is kept. Restart Labreel.";
    private static final String CLOSED = "the recorder is closed";
    /** How often whoever waits for the recorder's thread looks whether it still runs. */
    private static final long LOOK_MILLIS = 500;

    private final MessageQueue queue;
    private final RecorderLoop loop;
    private final Thread thread;
    private final Executor keeper;
    private volatile boolean closed;

    Turns(MessageQueue queue, RecorderLoop loop, Thread thread, Executor keeper) {
        this.queue = queue;
        this.loop = loop;
        this.thread = thread;
        this.keeper = keeper;
    }

    void refuseWhenClosed() {
        if (closed) {
            throw new IllegalStateException(CLOSED);
        }
    }

    /** Has it done between two messages on the recorder's thread. */
    <T> CompletableFuture<T> ask(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean taken = queue.add(new Entry.Command(() -> {
            try {
                T result = work.call();
                loop.publish();
                answer.complete(result);
            } catch (Exception | Error e) {
                // A full heap too: whoever asked must not wait for ever.
                loop.publish();
                answer.completeExceptionally(e);
            }
        }));
        if (!taken) {
            answer.completeExceptionally(new IllegalStateException(CLOSED));
        }
        return answer;
    }

    /** The same, and waits for it. */
    <T> T call(Callable<T> work) throws IOException {
        refuseWhenClosed();
        return await(ask(work));
    }

    private <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            while (true) {
                boolean running = thread.isAlive();
                try {
                    return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    if (!running) {
                        throw new IOException(STOPPED);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException gaveUp = new InterruptedIOException(
                    "gave up waiting for the recorder, which goes on");
            gaveUp.initCause(e);
            throw gaveUp;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw new IOException(Faults.why(cause), cause);
                case IllegalStateException cause -> throw new IllegalStateException(cause.getMessage(), cause);
                case null, default -> throw new IllegalStateException("the recorder failed", e);
            }
        }
    }

    /** Has it done where the disk may take its time. @return false, and does not, once the recorder is closed */
    boolean behind(Runnable work) {
        try {
            keeper.execute(work);
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    void close() {
        closed = true;
    }
}
