package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/** What becomes of what is sent, whole or wrong, each fault alone, and of what is sent after the end. */
class PurpleDropSourceTest extends OnFakeFeed {
    @Test
    void largeMessageArrivesInOneFrameAndInFragments() throws Exception {
        Heard heard = new Heard();
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            peer.message(FRAME);
            peer.frame(FakeFeed.BINARY, false, bytes(300_000, 1));
            peer.frame(FakeFeed.PONG, true, SMALL);
            peer.frame(FakeFeed.CONTINUATION, false, bytes(0, 1));
            peer.frame(FakeFeed.CONTINUATION, true, bytes(100_000, 1));
            peer.message(bytes(LIMIT, 3));
            peer.message(new byte[0]);
        }); PurpleDropSource source = source(feed, QUICK)) {
            source.start(heard);
            heard.awaitMessages(4);
        }
        assertThat(heard.payloads()).containsExactly(Bytes.wrap(FRAME), Bytes.wrap(FRAME), Bytes.wrap(bytes(LIMIT, 3)),
                Bytes.EMPTY);
        assertThat(heard.losses).isEmpty();
    }

    @Test
    void frameOneByteOverTheLimitIsCountedAndTheFeedGoesOn() throws Exception {
        Heard heard = new Heard();
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            peer.message(SMALL);
            peer.message(bytes(LIMIT + 1, 4));
        }, peer -> {
            peer.handshake();
            peer.message(FRAME);
        }); PurpleDropSource source = source(feed, QUICK)) {
            source.start(heard);
            heard.awaitMessages(2);
        }
        assertThat(heard.payloads()).containsExactly(Bytes.wrap(SMALL), Bytes.wrap(FRAME));
        assertThat(heard.losses).extracting(Loss::cause).containsExactly(Loss.Cause.OVERLONG_MESSAGE,
                Loss.Cause.RECONNECT);
        assertThat(heard.losses.getFirst().count()).isEqualTo(1);
    }

    @Test
    void fragmentsOneByteOverTheLimitAreCountedAndTheConnectionGoesOn() throws Exception {
        Heard heard = new Heard();
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            peer.frame(FakeFeed.BINARY, false, FRAME);
            peer.frame(FakeFeed.CONTINUATION, false, bytes(LIMIT - FRAME.length, 5));
            peer.frame(FakeFeed.CONTINUATION, true, bytes(1, 5));
            peer.message(SMALL);
        }); PurpleDropSource source = source(feed, QUICK)) {
            source.start(heard);
            heard.awaitMessages(1);
            assertThat(feed.accepted()).isEqualTo(1);
        }
        assertThat(heard.payloads()).containsExactly(Bytes.wrap(SMALL));
        assertThat(heard.losses).singleElement().extracting(Loss::cause).isEqualTo(Loss.Cause.OVERLONG_MESSAGE);
    }

    @Test
    void endlessFragmentsAreCountedOnceAndLeftInTheEnd() throws Exception {
        Heard heard = new Heard();
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            peer.frame(FakeFeed.BINARY, false, FRAME);
            while (true) {
                peer.frame(FakeFeed.CONTINUATION, false, SMALL);
            }
        }, peer -> {
            peer.handshake();
            peer.message(SMALL);
        }); PurpleDropSource source = source(feed, IMPATIENT)) {
            source.start(heard);
            heard.awaitMessages(1);
        }
        assertThat(heard.payloads()).containsExactly(Bytes.wrap(SMALL));
        assertThat(heard.losses).extracting(Loss::cause).contains(Loss.Cause.OVERLONG_MESSAGE, Loss.Cause.SILENCE);
        assertThat(heard.losses).filteredOn(loss -> loss.cause() == Loss.Cause.OVERLONG_MESSAGE).hasSize(1);
    }

    @Test
    void compressionIsNeverOfferedAndACompressedFrameEndsTheConnection() throws Exception {
        Heard heard = new Heard();
        CompletableFuture<String> request = new CompletableFuture<>();
        try (FakeFeed feed = new FakeFeed(peer -> {
            request.complete(peer.handshake());
            peer.frame(0xC0 | FakeFeed.BINARY, bytes(62_000, 0), 62_000);
        }, peer -> {
            peer.handshake();
            peer.message(SMALL);
        }); PurpleDropSource source = source(feed, QUICK)) {
            source.start(heard);
            heard.awaitMessages(1);
        }
        assertThat(request.get(10, TimeUnit.SECONDS).toLowerCase(Locale.ROOT)).doesNotContain("extensions")
                .doesNotContain("origin");
        assertThat(heard.payloads()).containsExactly(Bytes.wrap(SMALL));
    }

    @Test
    void textIsLeftOutAndCounted() throws Exception {
        Heard heard = new Heard();
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            peer.frame(FakeFeed.TEXT, true, SMALL);
            peer.frame(FakeFeed.TEXT, false, SMALL);
            peer.frame(FakeFeed.CONTINUATION, true, SMALL);
            peer.message(FRAME);
        }); PurpleDropSource source = source(feed, QUICK)) {
            source.start(heard);
            heard.awaitMessages(1);
            assertThat(source.textMessages()).isEqualTo(2);
        }
        assertThat(heard.payloads()).containsExactly(Bytes.wrap(FRAME));
    }

    @Test
    void stepOfTheClockIsReported() throws Exception {
        Heard heard = new Heard();
        AtomicLong stepSeconds = new AtomicLong();
        FeedClock clock = new FeedClock(() -> Instant.now().plusSeconds(stepSeconds.get()), System::nanoTime);
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            peer.message(SMALL);
            heard.awaitMessages(1);
            stepSeconds.set(3600);
            peer.message(SMALL);
        });
                PurpleDropSource source = source(feed.address(), QUICK, clock)) {
            source.start(heard);
            heard.awaitMessages(2);
        }
        assertThat(heard.losses).singleElement().extracting(Loss::cause).isEqualTo(Loss.Cause.CLOCK_STEP);
    }

    @Test
    void closedSourceIsSilentFromAnyThread() throws Exception {
        Heard heard = new Heard();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            while (true) {
                peer.message(SMALL);
            }
        })) {
            PurpleDropSource source = source(feed, QUICK);
            source.start(new Heard() {
                @Override
                public void message(RawMessage message) {
                    heard.message(message);
                    if (heard.messages.size() == 10) {
                        source.close();
                        source.close();
                        closed.complete(null);
                    }
                }
            });
            closed.get(10, TimeUnit.SECONDS);
            assertThatIllegalStateException().isThrownBy(() -> source.start(heard));
        }
        CompletableFuture<Void> later = new CompletableFuture<>();
        vertx.runOnContext(_ -> later.complete(null));
        later.get(10, TimeUnit.SECONDS);
        assertThat(heard.messages).hasSize(10);
    }
}
