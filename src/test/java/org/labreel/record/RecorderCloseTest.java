package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.archive.SessionFolder;
import org.labreel.log.FileDisk;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/** The end of a recorder, and those who come a moment too late. */
class RecorderCloseTest {
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    private Path root;
    private final Feed feed = new Feed(15);

    private Recorder recorder() {
        return new Recorder("ws://test", RecorderSettings.DEFAULT, feed::now, feed::nanos, new FileDisk(), NEVER);
    }

    private SessionFolder folder() throws IOException {
        return SessionFolder.create(root, Session.named("trial", Feed.START));
    }

    @Test
    void everythingAskedOfAClosedRecorderIsRefusedAtOnce() throws Exception {
        Recorder recorder = recorder();
        recorder.arm(folder());
        recorder.close();
        recorder.close();
        SessionFolder folder = folder();
        assertThatThrownBy(() -> recorder.start(folder)).hasMessageContaining("closed");
        assertThatThrownBy(recorder::stop).hasMessageContaining("closed");
        assertThatThrownBy(recorder::recent).hasMessageContaining("closed");
        assertThatThrownBy(() -> recorder.trigger().get(20, TimeUnit.SECONDS)).hasMessageContaining("closed");
        assertThat(recorder.status().alarm()).isEmpty();
        folder.claim();
        folder.release();
    }

    @Test
    void startThatMeetsTheCloseIsEitherRefusedOrCompleted() throws Exception {
        for (int round = 0; round < 60; round++) {
            Recorder recorder = recorder();
            SessionFolder folder = folder();
            CountDownLatch ready = new CountDownLatch(2);
            CompletableFuture<Boolean> started = CompletableFuture.supplyAsync(() -> {
                meet(ready);
                try {
                    recorder.start(folder);
                    return true;
                } catch (IOException | IllegalStateException e) {
                    return false;
                }
            });
            meet(ready);
            recorder.close();
            Session after = SessionFolder.open(folder.path()).session();
            assertThat(after.state()).as("round %d", round).isEqualTo(Session.State.STOPPED);
            assertThat(after.segments()).hasSize(started.get(20, TimeUnit.SECONDS) ? 1 : 0)
                    .extracting(Segment::end).doesNotContain(Optional.empty());
            assertThat(Files.exists(folder.path().resolve(".recording"))).as("still claimed").isFalse();
        }
    }

    @Test
    void restThatMeetsTheCloseIsCompletedByOneOfThem() throws Exception {
        for (int round = 0; round < 60; round++) {
            Recorder recorder = recorder();
            SessionFolder folder = folder();
            recorder.arm(folder);
            recorder.trigger().get(20, TimeUnit.SECONDS);
            recorder.accept(feed.image(300));
            CountDownLatch ready = new CountDownLatch(2);
            CompletableFuture<Boolean> rested = CompletableFuture.supplyAsync(() -> {
                meet(ready);
                try {
                    return recorder.rest().get(20, TimeUnit.SECONDS).end().isPresent();
                } catch (IOException | IllegalStateException | InterruptedException | ExecutionException e) {
                    return false;
                } catch (TimeoutException e) {
                    throw new AssertionError("never told", e);
                }
            });
            meet(ready);
            recorder.close();
            boolean whole = rested.get(40, TimeUnit.SECONDS);
            assertThat(SessionFolder.open(folder.path()).session().segments()).as("round %d, rested %s", round, whole)
                    .singleElement().satisfies(segment -> {
                        assertThat(segment.end()).isPresent();
                        assertThat(segment.written()).isEqualTo(1);
                    });
            assertThat(Files.exists(folder.path().resolve(".recording"))).as("still claimed").isFalse();
        }
    }

    private static void meet(CountDownLatch ready) {
        ready.countDown();
        try {
            assertThat(ready.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closedRecorderLeavesNoThread() throws Exception {
        String mine = "recorder";
        long before = running(mine);
        Recorder recorder = recorder();
        recorder.start(folder());
        recorder.accept(feed.image(500));
        recorder.close();
        // The last one may still be on its way out.
        Patience.until("the end of its threads", () -> running(mine) <= before);
    }

    private static long running(String name) {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith(name)).count();
    }
}
