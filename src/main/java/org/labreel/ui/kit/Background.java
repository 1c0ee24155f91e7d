package org.labreel.ui.kit;

import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs long work off the JavaFX thread and lists what is running. With inline executors it runs at once, for tests. */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Executor workers;
    private final Executor fx;
    private final InstantSource clock;
    private final ObservableList<Job> running = FXCollections.observableArrayList();
    private final ObservableList<Job> seen = FXCollections.unmodifiableObservableList(running);

    /**
     * @param workers
     *            the caller's, not closed here
     */
    public Background(Executor workers) {
        this(workers, FxThread.executor(), InstantSource.system());
    }

    /**
     * @param fx
     *            runs things on the JavaFX thread
     */
    public Background(Executor workers, Executor fx, InstantSource clock) {
        this.workers = workers;
        this.fx = fx;
        this.clock = clock;
    }

    /** What runs now, oldest first. Changes on the JavaFX thread. */
    public ObservableList<Job> running() {
        return seen;
    }

    /**
     * Begins work. Exactly one of {@code done} and {@code failed} is called at its end, on the JavaFX thread, unless it
     * was cancelled, when neither is.
     *
     * @param title
     *            for the list of running work: "Export clip.mp4"
     */
    public <T> Job submit(String title, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Job job = new Job(title, clock);
        fx.execute(() -> running.add(job));
        try {
            workers.execute(() -> run(job, work, done, failed));
        } catch (RejectedExecutionException e) {
            end(job, Job.State.FAILED, () -> failed.accept(e));
        }
        return job;
    }

    private <T> void run(Job job, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            T result = work.run(new Reporter(job));
            end(job, Job.State.DONE, () -> done.accept(result));
        } catch (CancellationException e) {
            LOG.info("{}: cancelled", job.title());
            end(job, Job.State.CANCELLED, () -> {
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(job, Job.State.FAILED, () -> failed.accept(e));
        } catch (Exception e) {
            end(job, Job.State.FAILED, () -> failed.accept(e));
        }
    }

    private void end(Job job, Job.State how, Runnable tell) {
        fx.execute(() -> {
            job.end(how);
            running.remove(job);
            tell.run();
        });
    }

    /** Carries progress over, newest value only, so that eager work does not flood the JavaFX thread. */
    private final class Reporter implements Work.Control {
        private final Job job;
        private final Latest<Double> part = new Latest<>();
        private final AtomicReference<String> text = new AtomicReference<>("");

        Reporter(Job job) {
            this.job = job;
        }

        @Override
        public void progress(double value) {
            if (part.set(value).isEmpty()) {
                fx.execute(() -> part.take().ifPresent(job::progress));
            }
        }

        @Override
        public void note(String value) {
            text.set(value);
            fx.execute(() -> job.note(text.get()));
        }

        @Override
        public boolean cancelled() {
            return job.isCancelled();
        }
    }
}
