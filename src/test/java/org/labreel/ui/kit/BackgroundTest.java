package org.labreel.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final List<Runnable> queue = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Background inline = new Background(Runnable::run, Runnable::run, () -> now);
    private final Background queued = new Background(queue::add, Runnable::run, () -> now);

    @Test
    void resultIsHandedOver() {
        Job job = inline.submit("count", _ -> 42, result -> heard.add("done " + result), _ -> heard.add("failed"));
        assertThat(heard).containsExactly("done 42");
        assertThat(job.stateProperty().get()).isEqualTo(Job.State.DONE);
        assertThat(inline.running()).isEmpty();
    }

    @Test
    void failureIsHandedOver() {
        inline.<String>submit("read", _ -> {
            throw new IOException("disk gone");
        }, _ -> heard.add("done"), e -> heard.add(e.getMessage()));
        assertThat(heard).containsExactly("disk gone");
    }

    @Test
    void cancelledWorkTellsNobody() {
        Job job = queued.<String>submit("export", control -> {
            if (control.cancelled()) {
                throw new CancellationException();
            }
            return "clip";
        }, heard::add, e -> heard.add(e.toString()));
        assertThat(queued.running()).containsExactly(job);
        job.cancel();
        queue.forEach(Runnable::run);
        assertThat(heard).isEmpty();
        assertThat(job.stateProperty().get()).isEqualTo(Job.State.CANCELLED);
        assertThat(queued.running()).isEmpty();
    }

    @Test
    void remainingTimeFollowsThePace() {
        List<Duration> left = new ArrayList<>();
        Job[] job = new Job[1];
        job[0] = queued.submit("index", control -> {
            now = now.plusSeconds(10);
            control.progress(0.25);
            left.add(job[0].remaining().orElseThrow());
            return "";
        }, _ -> {
        }, _ -> {
        });
        assertThat(job[0].remaining()).isEmpty();
        queue.forEach(Runnable::run);
        assertThat(left).containsExactly(Duration.ofSeconds(30));
    }
}
