package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/** What goes wrong on the way, each fault alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurpleDropSourceTest {
    private static final URI NO_RPC = URI.create("http://127.0.0.1:1/rpc");
    private static final int LIMIT = 500_000;
    /** Quick enough not to wait for, silence long enough not to come by itself. */
    private static final FeedLimits QUICK = new FeedLimits(Duration.ofSeconds(10), Duration.ofSeconds(2),
            Duration.ofSeconds(60), Duration.ofMillis(5), Duration.ofMillis(40), LIMIT, Duration.ofSeconds(1));
    private static final FeedLimits IMPATIENT = new FeedLimits(Duration.ofMillis(300), Duration.ofSeconds(2),
            Duration.ofMillis(200), Duration.ofMillis(5), Duration.ofMillis(40), LIMIT, Duration.ofSeconds(1));
    private static final byte[] FRAME = bytes(400_000, 1);
    private static final byte[] SMALL = bytes(100, 2);

    private Vertx vertx;

    @BeforeAll
    void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static byte[] bytes(int length, int fill) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) fill);
        return bytes;
    }

    private PurpleDropSource source(FakeFeed feed, FeedLimits limits) {
        return new PurpleDropSource(vertx, feed.address(), NO_RPC, limits, FeedClock.SYSTEM);
    }

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
    void halfHandshakeIsGivenUpAndTriedAgain() throws Exception {
        Heard heard = new Heard();
        try (FakeFeed feed = new FakeFeed(FakeFeed.Peer::request, peer -> {
            peer.handshake();
            peer.message(SMALL);
        }); PurpleDropSource source = source(feed, IMPATIENT)) {
            source.start(heard);
            heard.awaitMessages(1);
        }
        assertThat(heard.statuses).anySatisfy(status -> {
            assertThat(status.state()).isEqualTo(FeedStatus.State.WAITING);
            assertThat(status.text()).contains("no answer to the handshake; trying again in");
        });
    }

    @Test
    void whatIsNoWebsocketIsNamedAndTriedAgain() throws Exception {
        Heard heard = new Heard();
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.request();
            peer.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }); PurpleDropSource source = source(feed, QUICK)) {
            source.start(heard);
            heard.awaitStatus(status -> status.attempt() == 3);
        }
        assertThat(heard.statuses).anySatisfy(status -> assertThat(status.text()).contains("HTTP status 404"));
    }

    @Test
    void refusedConnectionIsTriedAgain() throws Exception {
        Heard heard = new Heard();
        URI nobody;
        try (FakeFeed feed = new FakeFeed(FakeFeed.Peer::request)) {
            nobody = feed.address();
        }
        try (PurpleDropSource source = new PurpleDropSource(vertx, nobody, NO_RPC, QUICK, FeedClock.SYSTEM)) {
            source.start(heard);
            heard.awaitStatus(status -> status.attempt() == 4 && status.state() == FeedStatus.State.WAITING);
        }
        assertThat(heard.statuses).anySatisfy(status -> assertThat(status.text())
                .matches("Connection to ws://127.0.0.1:\\d+ refused; trying again in .* s"));
        assertThat(heard.losses).isEmpty();
    }

    @Test
    void silentServerThatAnswersPingsIsReportedAsOneSilenceAndKept() throws Exception {
        Heard heard = new Heard();
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            peer.message(SMALL);
            for (int pings = 0; pings < 3; pings++) {
                peer.awaitFrame();
                peer.frame(FakeFeed.PONG, true, "labreel".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            peer.message(FRAME);
        }); PurpleDropSource source = source(feed, IMPATIENT)) {
            source.start(heard);
            heard.awaitMessages(2);
            assertThat(feed.accepted()).isEqualTo(1);
        }
        assertThat(heard.losses).hasSize(2).extracting(Loss::cause).containsOnly(Loss.Cause.SILENCE);
        assertThat(heard.losses.getLast().continues(heard.losses.getFirst())).as("the same one, to its end").isTrue();
        assertThat(heard.statuses).extracting(FeedStatus::text).anyMatch(text -> text.endsWith("but nothing arrives"));
    }

    @Test
    void silentServerThatAnswersNoPingIsLeft() throws Exception {
        Heard heard = new Heard();
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            peer.message(SMALL);
        }); PurpleDropSource source = source(feed, IMPATIENT)) {
            source.start(heard);
            heard.awaitMessages(2);
        }
        assertThat(heard.losses).extracting(Loss::cause).startsWith(Loss.Cause.SILENCE, Loss.Cause.RECONNECT);
    }

    @Test
    void resetInMidMessageLosesThatMessageOnly() throws Exception {
        Heard heard = new Heard();
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            peer.message(SMALL);
            heard.awaitMessages(1);
            peer.frame(0x80 | FakeFeed.BINARY, bytes(1000, 6), 400_000);
            peer.reset();
        }, peer -> {
            peer.handshake();
            peer.message(FRAME);
        }); PurpleDropSource source = source(feed, QUICK)) {
            source.start(heard);
            heard.awaitMessages(2);
        }
        assertThat(heard.payloads()).containsExactly(Bytes.wrap(SMALL), Bytes.wrap(FRAME));
        assertThat(heard.losses).singleElement().satisfies(loss -> {
            assertThat(loss.cause()).isEqualTo(Loss.Cause.RECONNECT);
            assertThat(loss.start()).isEqualTo(heard.messages.get(0).arrival().wall());
            assertThat(loss.end()).isEqualTo(heard.messages.get(1).arrival().wall());
        });
    }

    @Test
    void serverThatHangsUpAgainAndAgainIsCalledLessAndLessOften() throws Exception {
        Heard heard = new Heard();
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            peer.reset();
        }); PurpleDropSource source = source(feed, QUICK)) {
            source.start(heard);
            heard.awaitStatus(status -> status.state() == FeedStatus.State.WAITING && status.attempt() == 6);
        }
        List<Integer> attempts = heard.statuses.stream().filter(s -> s.state() == FeedStatus.State.WAITING)
                .map(FeedStatus::attempt).toList();
        assertThat(attempts).startsWith(1, 2, 3, 4, 5, 6);
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
                PurpleDropSource source = new PurpleDropSource(vertx, feed.address(), NO_RPC, QUICK, clock)) {
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
