package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.feed.Numbered.FRAME;
import static org.labreel.feed.Numbered.message;
import static org.labreel.feed.Numbered.serial;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.labreel.Patience;
import org.labreel.model.RawMessage;

/** Branches of one source that come and go on several threads, while it speaks on another. */
@Timeout(60)
class SharedSourceThreadsTest {
    private static final int STATE_EVERY = 5;

    /** Sends from a thread of its own, as fast as it can, messages numbered from 1; each fifth tells a state. */
    private static final class Speaker implements Source {
        private final AtomicBoolean over = new AtomicBoolean();

        @Override
        public String address() {
            return "speaker";
        }

        @Override
        public void start(FeedListener hearer) {
            ShutOffListener guarded = new ShutOffListener(hearer);
            Thread.ofPlatform().daemon().name("speaker").start(() -> {
                for (long number = 1; !over.get(); number++) {
                    guarded.message(message(number, number % STATE_EVERY == 0 ? serial("S" + number) : FRAME));
                    Thread.onSpinWait();
                }
            });
        }

        @Override
        public void close() {
            over.set(true);
        }
    }

    /** What one branch heard, in order. */
    private static final class Run extends Heard {
        private final List<Long> numbers = new CopyOnWriteArrayList<>();
        private final List<Long> before = new CopyOnWriteArrayList<>();
        private final CountDownLatch some = new CountDownLatch(3);

        @Override
        public void message(RawMessage message) {
            numbers.add(message.arrival().monotonicNanos());
            some.countDown();
        }

        @Override
        public void earlier(RawMessage message) {
            assertThat(numbers).isEmpty();
            before.add(message.arrival().monotonicNanos());
        }
    }

    @Test
    void whoeverComesAndGoesEachBranchHearsARunWithoutHolesAndTheStateBeforeIt() throws Exception {
        for (long seed = 1; seed <= 8; seed++) {
            List<Run> runs = new CopyOnWriteArrayList<>();
            try (SharedSource spoken = new SharedSource("speaker", Speaker::new)) {
                List<CompletableFuture<Void>> comings = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    Random random = new Random(seed * 31 + i);
                    comings.add(CompletableFuture.runAsync(() -> comeAndGo(spoken, random, runs)));
                }
                CompletableFuture.allOf(comings.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
            }
            for (Run run : runs) {
                check(run, "seed " + seed);
            }
        }
    }

    private static void comeAndGo(SharedSource spoken, Random random, List<Run> runs) {
        List<Source> open = new ArrayList<>();
        for (int turn = 0; turn < 40; turn++) {
            if (open.isEmpty() || random.nextInt(5) < 2) {
                Run run = new Run();
                runs.add(run);
                Source branch = spoken.branch();
                branch.start(run);
                open.add(branch);
                if (random.nextBoolean()) {
                    Patience.until(run.some);
                }
            } else {
                open.remove(random.nextInt(open.size())).close();
            }
        }
        open.forEach(Source::close);
    }

    private static void check(Run run, String which) {
        for (int i = 1; i < run.numbers.size(); i++) {
            assertThat(run.numbers.get(i)).as(which).isEqualTo(run.numbers.get(i - 1) + 1);
        }
        if (!run.numbers.isEmpty()) {
            long newest = (run.numbers.getFirst() - 1) / STATE_EVERY * STATE_EVERY;
            assertThat(run.before).as(which).isEqualTo(newest == 0 ? List.of() : List.of(newest));
        }
    }

    @Test
    void branchesClosedInTheirOwnCallsAndFromOutsideDoNotWaitForEachOther() throws Exception {
        try (SharedSource spoken = new SharedSource("speaker", Speaker::new)) {
            List<CompletableFuture<Void>> closedItself = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Source branch = spoken.branch();
                CompletableFuture<Void> closed = new CompletableFuture<>();
                closedItself.add(closed);
                branch.start(new Heard() {
                    @Override
                    public void message(RawMessage message) {
                        // Another one comes and goes within the call as well.
                        Source passing = spoken.branch();
                        passing.start(new Heard());
                        branch.close();
                        passing.close();
                        closed.complete(null);
                    }
                });
            }
            CompletableFuture.allOf(closedItself.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        }
    }
}
