package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.labreel.model.Bytes;

/** A server that makes its client answer without end and never reads the answers. */
class UnreadAnswersTest extends OnFakeFeed {
    private static final int PING = 9;

    @Test
    void serverThatSendsPingsWithoutEndAndReadsNothingIsLeft() throws Exception {
        Heard heard = new Heard();
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            byte[] full = bytes(125, 3);
            while (true) {
                peer.frame(PING, true, full);
            }
        }, peer -> {
            peer.handshake();
            peer.message(SMALL);
        }); PurpleDropSource source = source(feed, QUICK)) {
            source.start(heard);
            heard.awaitMessages(1);
            assertThat(heard.payloads()).containsExactly(Bytes.wrap(SMALL));
            assertThat(heard.statuses).anyMatch(status -> status.text().contains("does not read the answers"));
        }
    }
}
