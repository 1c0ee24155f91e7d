package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jobs whose every step the test allows. */
@Timeout(30)
class ExportQueueTest {
    private static final int FRAMES = 10;

    @TempDir
    private Path folder;
    private final Semaphore steps = new Semaphore(0);
    private final Semaphore changes = new Semaphore(0);
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong nanos = new AtomicLong();
    private final ExportQueue queue = new ExportQueue(this::make, busy::get, nanos::get, changes::release);

    @AfterEach
    void close() {
        queue.close();
    }

    private ExportReport make(ExportRequest request, Exporter.Progress progress,
            BooleanSupplier cancelled) throws IOException {
        if (String.valueOf(request.target().getFileName()).startsWith("bad")) {
            throw new IOException("The disk is full.");
        }
        for (int done = 1; done <= FRAMES; done++) {
            steps.acquireUninterruptibly();
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            nanos.addAndGet(1_000_000_000L);
            progress.done(done, FRAMES);
        }
        return new ExportReport(request.target(), 1, FRAMES, 0, 0, 0, Duration.ofSeconds(1), "FFmpeg", List.of());
    }

    private long add(String name) {
        return queue.add(ExportRequest.of(new ExportRequest.Range(Path.of("log.bin"), 0, 9), folder.resolve(name)));
    }

    private JobState state(long id) {
        return queue.entries().stream().filter(entry -> entry.id() == id).findFirst().orElseThrow().state();
    }

    private void await(long id, Predicate<JobState> wanted) {
        while (!wanted.test(state(id))) {
            changes.acquireUninterruptibly();
        }
    }

    @Test
    void jobsAreDoneInOrderOneAtATime() {
        long first = add("a.mp4");
        long second = add("b.mp4");
        assertThat(state(first)).isInstanceOf(JobState.Running.class);
        assertThat(state(second)).isInstanceOf(JobState.Waiting.class);

        steps.release(2 * FRAMES);
        await(second, JobState::ended);

        assertThat(queue.entries()).extracting(ExportQueue.Entry::state).allMatch(JobState.Done.class::isInstance);
    }

    @Test
    void theRemainingTimeFollowsFromThePace() {
        long id = add("a.mp4");
        steps.release(4);
        await(id, state -> state instanceof JobState.Running(double part, var _, boolean _) && part == 0.4);

        assertThat(state(id)).isInstanceOfSatisfying(JobState.Running.class,
                running -> assertThat(running.left()).contains(Duration.ofSeconds(6)));
        steps.release(FRAMES);
    }

    @Test
    void whatWaitsCanBeMovedAndLeftOut() {
        long first = add("a.mp4");
        long second = add("b.mp4");
        long third = add("c.mp4");
        queue.move(third, 1);
        queue.move(first, 2);
        queue.cancel(second);

        assertThat(queue.entries()).extracting(ExportQueue.Entry::id).containsExactly(first, third, second);
        assertThat(state(second)).isInstanceOf(JobState.Cancelled.class);
        steps.release(2 * FRAMES);
        await(third, JobState.Done.class::isInstance);
        queue.remove(second);
        assertThat(queue.entries()).hasSize(2);
    }

    @Test
    void aRunningJobThatIsCancelledMakesRoomForTheNext() {
        long first = add("a.mp4");
        long second = add("b.mp4");
        queue.cancel(first);
        steps.release(1 + FRAMES);
        await(second, JobState.Done.class::isInstance);

        assertThat(state(first)).isInstanceOf(JobState.Cancelled.class);
    }

    @Test
    void aFailedJobSaysWhyAndTheOthersGoOn() {
        long bad = add("bad.mp4");
        long good = add("good.mp4");
        steps.release(FRAMES);
        await(good, JobState.Done.class::isInstance);

        assertThat(state(bad)).isEqualTo(new JobState.Failed("The disk is full."));
    }

    @Test
    void theRunningJobWaitsWhileARecordingNeedsTheMachine() {
        long id = add("a.mp4");
        busy.set(true);
        steps.release(FRAMES);
        await(id, state -> state instanceof JobState.Running(double _, var _, boolean paused) && paused);

        busy.set(false);
        await(id, JobState.Done.class::isInstance);
    }

    @Test
    void aPausedJobCanBeCancelled() {
        long id = add("a.mp4");
        busy.set(true);
        steps.release(FRAMES);
        await(id, state -> state instanceof JobState.Running(double _, var _, boolean paused) && paused);
        queue.cancel(id);

        await(id, JobState.Cancelled.class::isInstance);
    }

    @Test
    void aFreeNameIsNeitherAFileNorAnotherJobs() throws IOException {
        Files.createFile(folder.resolve("clip.mp4"));
        add("clip-2.mp4");

        assertThat(queue.freeName(folder.resolve("clip.mp4"))).isEqualTo(folder.resolve("clip-3.mp4"));
        steps.release(FRAMES);
    }

    @Test
    void closingCancelsEverything() {
        long first = add("a.mp4");
        long second = add("b.mp4");
        steps.release(FRAMES);
        queue.close();

        assertThat(state(first).ended()).isTrue();
        assertThat(state(second)).isInstanceOf(JobState.Cancelled.class);
    }
}
