package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.labreel.feed.Numbered.FRAME;
import static org.labreel.feed.Numbered.message;
import static org.labreel.feed.Numbered.serial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.labreel.Patience;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/** Branches of one source: what each is told, and when the source itself is opened and closed. */
@Timeout(60)
class SharedSourceTest {
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
    void closingTheWholeSilencesEveryBranch() {
        Heard heard = start(shared.branch());
        shared.close();
        opened.getFirst().hearer().message(message(1, FRAME));
        assertThat(heard.messages).isEmpty();
        assertThat(opened.getFirst().closed).isTrue();
        start(shared.branch());
        assertThat(opened).hasSize(1);
    }
}
