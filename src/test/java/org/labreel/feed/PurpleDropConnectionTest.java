package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;

/** Connections that are not had, fall silent or break, each fault alone. */
class PurpleDropConnectionTest extends OnFakeFeed {
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
                    .getBytes(StandardCharsets.US_ASCII));
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
        try (PurpleDropSource source = source(nobody, QUICK, FeedClock.SYSTEM)) {
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
                peer.frame(FakeFeed.PONG, true, "labreel".getBytes(StandardCharsets.US_ASCII));
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
}
