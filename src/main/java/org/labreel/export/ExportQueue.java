package org.labreel.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.LoggerFactory;

/**
 * Exports one after the other, each on a thread of its own that steps back behind all others. While something more
 * important goes on, the running one waits. Safe for several threads.
 */
public final class ExportQueue implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Maker maker;
    private final BooleanSupplier busy;
    private final LongSupplier nanoTime;
    private final Runnable changed;
    private final List<QueuedExport> all = new ArrayList<>();
    private Optional<Thread> thread = Optional.empty();
    private long nextId = 1;
    private boolean closed;

    /** Makes a clip: {@link Exporter#run}, or what a test puts in its place. */
    @FunctionalInterface
    public interface Maker {
        ExportReport run(ExportRequest request, Exporter.Progress progress, BooleanSupplier cancelled)
                throws IOException;
    }

    /**
     * @param busy
     *            whether the export has to wait, because a recording falls behind; asked at every frame
     * @param nanoTime
     *            as {@link System#nanoTime}
     * @param changed
     *            called on any thread when {@link #entries} has changed; must not block
     */
    public ExportQueue(Maker maker, BooleanSupplier busy, LongSupplier nanoTime, Runnable changed) {
        this.maker = maker;
        this.busy = busy;
        this.nanoTime = nanoTime;
        this.changed = changed;
    }

    /**
     * A job of the queue.
     *
     * @param id
     *            by which it is named
     */
    public record Entry(long id, ExportRequest request, JobState state) {
    }

    /** Puts a job at the end. */
    public synchronized long add(ExportRequest request) {
        if (closed) {
            throw new IllegalStateException("the queue is closed");
        }
        QueuedExport job = new QueuedExport(nextId++, request, nanoTime);
        all.add(job);
        startNext();
        return job.id();
    }

    /** A name like the wanted one that neither a file nor another job has. */
    public synchronized Path freeName(Path wanted) {
        List<Path> taken = all.stream().filter(job -> !job.state().ended())
                .map(job -> job.request().target().toAbsolutePath()).toList();
        return TargetFile.unused(wanted, path -> taken.contains(path.toAbsolutePath()));
    }

    /** All jobs, those that ended too, in order. */
    public synchronized List<Entry> entries() {
        return all.stream().map(job -> new Entry(job.id(), job.request(), job.state())).toList();
    }

    /** Puts a waiting job in another place of the list. */
    public void move(long id, int place) {
        synchronized (this) {
            Optional<QueuedExport> job = find(id).filter(each -> each.state() instanceof JobState.Waiting);
            if (job.isEmpty()) {
                return;
            }
            all.remove(job.get());
            all.add(Math.clamp(place, 0, all.size()), job.get());
        }
        changed.run();
    }

    /** Ends a job, waiting or running; nothing of it is left. */
    public void cancel(long id) {
        synchronized (this) {
            find(id).ifPresent(QueuedExport::cancel);
            notifyAll();
        }
        changed.run();
    }

    /** Takes a job that has ended off the list. */
    public void remove(long id) {
        synchronized (this) {
            all.removeIf(job -> job.id() == id && job.state().ended());
        }
        changed.run();
    }

    private Optional<QueuedExport> find(long id) {
        return all.stream().filter(job -> job.id() == id).findFirst();
    }

    private void startNext() {
        if (thread.isPresent() || closed) {
            return;
        }
        Optional<QueuedExport> next = all.stream().filter(job -> job.state() instanceof JobState.Waiting).findFirst();
        next.ifPresent(job -> {
            job.begin();
            thread = Optional.of(Thread.ofPlatform().daemon().name("export " + job.id()).start(() -> run(job)));
        });
    }

    private void run(QueuedExport job) {
        LowPriority.ofThisThread();
        changed.run();
        JobState end = outcome(job);
        synchronized (this) {
            job.end(end);
            thread = Optional.empty();
            notifyAll();
            startNext();
        }
        changed.run();
    }

    private JobState outcome(QueuedExport job) {
        try {
            return new JobState.Done(maker.run(job.request(), (done, of) -> {
                job.progress(done, of);
                changed.run();
            }, () -> givenUp(job)));
        } catch (CancellationException _) {
            return new JobState.Cancelled();
        } catch (IOException e) {
            return new JobState.Failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(ExportQueue.class).error("an export failed", e);
            return new JobState.Failed("The export stopped for a reason that Labreel does not know: " + e);
        }
    }

    /** Whether to end; waits first while something more important goes on. */
    private boolean givenUp(QueuedExport job) {
        boolean waited = false;
        while (!job.cancelled() && busy.getAsBoolean()) {
            if (!waited) {
                waited = true;
                job.pause();
                changed.run();
            }
            synchronized (this) {
                try {
                    wait(LOOK_AGAIN_MILLIS);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    return true;
                }
            }
        }
        if (waited) {
            job.goOn();
            changed.run();
        }
        return job.cancelled();
    }

    /** Cancels what runs and waits until it has cleared up; what waits is not begun. */
    @Override
    public void close() {
        boolean interrupted = false;
        synchronized (this) {
            closed = true;
            all.stream().filter(job -> !job.state().ended()).forEach(QueuedExport::cancel);
            notifyAll();
            while (thread.isPresent()) {
                try {
                    wait();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
