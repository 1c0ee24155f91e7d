package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.labreel.Patience;
import org.labreel.codec.EventCodec;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

@Timeout(60)
class SharedSourceTest {
    private static final Bytes FRAME = EventCodec
            .encode(new DeviceEvent.Image(Optional.empty(), Bytes.wrap(new byte[]{1, 2, 3})));
    private static final int STATE_EVERY = 5;
    private static final FeedStatus CONNECTED = new FeedStatus(FeedStatus.State.CONNECTED, "Connected", 0);

    private final List<Hand> opened = new CopyOnWriteArrayList<>();
    private final SharedSource shared = new SharedSource("pi://bench", () -> {
        Hand hand = new Hand();
        opened.add(hand);
        return hand;
    });

    /** A source that sends what the test tells it to, on the test's thread. */
    private static final class Hand implements Source {
        private Optional<FeedListener> listener = Optional.empty();
        private boolean closed;

        @Override
        public String address() {
            return "hand";
        }

        @Override
        public void start(FeedListener hearer) {
            listener = Optional.of(hearer);
        }

        FeedListener hearer() {
            return listener.orElseThrow();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static RawMessage message(long number, Bytes payload) {
        return new RawMessage(payload, new Arrival(Instant.EPOCH.plusNanos(number), number));
    }

    private static Bytes serial(String serial) {
        return EventCodec.encode(new DeviceEvent.DeviceInfo(true, serial, "1"));
    }

    private Heard start(Source branch) {
        Heard heard = new Heard();
        branch.start(heard);
        return heard;
    }

    @Test
    void lateBranchIsToldThePresentBeforeItHearsAnything() {
        start(shared.branch());
        FeedListener hearer = opened.getFirst().hearer();
        hearer.status(CONNECTED);
        hearer.told(new DeviceEvent.DeviceInfo(true, "S7", "1"));
        hearer.message(message(1, serial("old")));
        hearer.message(message(2, serial("new")));
        hearer.message(message(3, FRAME));
        hearer.message(message(4, Bytes.wrap(new byte[]{(byte) 0xff, 1})));

        List<RawMessage> earlier = new ArrayList<>();
        Heard late = new Heard() {
            @Override
            public void earlier(RawMessage message) {
                earlier.add(message);
            }
        };
        shared.branch().start(late);
        hearer.message(message(5, FRAME));

        assertThat(late.statuses).containsExactly(CONNECTED);
        assertThat(late.told).hasSize(1);
        assertThat(earlier).containsExactly(message(2, serial("new")));
        assertThat(late.messages).containsExactly(message(5, FRAME));
        assertThat(opened).hasSize(1);
    }

    @Test
    void lastBranchToCloseHangsUpAndTheNextToStartConnectsAnew() {
        Source first = shared.branch();
        Source second = shared.branch();
        start(first);
        start(second);
        opened.getFirst().hearer().message(message(1, serial("old")));

        first.close();
        assertThat(opened.getFirst().closed).isFalse();
        second.close();
        second.close();
        assertThat(opened.getFirst().closed).isTrue();

        Heard anew = start(shared.branch());
        assertThat(opened).hasSize(2);
        assertThat(anew.statuses).isEmpty();
        opened.getFirst().hearer().message(message(2, FRAME));
        assertThat(anew.messages).isEmpty();
    }

    @Test
    void branchThatWasClosedBeforeItsStartConnectsNothing() {
        Source branch = shared.branch();
        branch.close();
        start(branch);
        assertThat(opened).isEmpty();
    }

    @Test
    void lossesStandUnderTheNameThatTheSourceIsRecordedBy() {
        Heard heard = start(shared.branch());
        opened.getFirst().hearer()
                .loss(new Loss(Loss.Cause.RECONNECT, "hand", Instant.EPOCH, Instant.EPOCH, 3, "gone"));
        assertThat(heard.losses).singleElement().satisfies(loss -> {
            assertThat(loss.source()).isEqualTo("pi://bench");
            assertThat(loss.count()).isEqualTo(3);
        });
    }

    @Test
    void sourceThatCannotBeOpenedFailsThatStartAndIsTriedAgainByTheNext() {
        AtomicInteger tries = new AtomicInteger();
        Hand hand = new Hand();
        SharedSource moody = new SharedSource("demo", () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("no port is free");
            }
            return hand;
        });
        assertThatThrownBy(() -> start(moody.branch())).hasMessage("no port is free");
        Heard heard = start(moody.branch());
        hand.hearer().message(message(1, FRAME));
        assertThat(heard.messages).hasSize(1);
    }

    @Test
    void whoJoinsWhileASourceIsOpenedInVainHearsThatItIsClosed() throws Exception {
        CountDownLatch joined = new CountDownLatch(1);
        CountDownLatch opening = new CountDownLatch(1);
        SharedSource broken = new SharedSource("LOG", () -> {
            opening.countDown();
            Patience.until(joined);
            throw new IllegalStateException("there is no LOG");
        });
        FutureTask<Heard> first = new FutureTask<>(() -> start(broken.branch()));
        Thread.startVirtualThread(first);
        Patience.until(opening);
        Heard second = start(broken.branch());
        joined.countDown();
        assertThatThrownBy(first::get).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(second.statuses)
                .containsExactly(
                        new FeedStatus(FeedStatus.State.CLOSED, "Connection to LOG failed (there is no LOG)", 1));
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

    @Test
    void closingTheWholeSilencesEveryBranch() {
        Heard heard = start(shared.branch());
        shared.close();
        opened.getFirst().hearer().message(message(1, FRAME));
        assertThat(heard.messages).isEmpty();
        assertThat(opened.getFirst().closed).isTrue();
        start(shared.branch());
        assertThat(opened).hasSize(1);
    }

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
}
