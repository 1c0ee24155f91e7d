package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;

/** A client that has the server answer its pings without end and never reads the answers. */
class UnreadPongsTest {
    /** Far more than the two ends of a connection hold by themselves. */
    private static final int MOST_BYTES = 64 << 20;
    private static final int STUCK_LOOKS = 300;
    private static final String HANDSHAKE = String.join("\r\n", "GET / HTTP/1.1", "Host: x", "Upgrade: websocket",
            "Connection: Upgrade", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", "Sec-WebSocket-Version: 13", "", "");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void pingsOfOneThatReadsNothingAreReadNoMore() throws Exception {
        try (FeedServer server = FeedServer.start(vertx, new FeedServer.Settings(Access.LOOPBACK, 0, 1 << 20, false));
                SocketChannel client = SocketChannel.open()) {
            client.setOption(StandardSocketOptions.SO_RCVBUF, 4096)
                    .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            client.write(ByteBuffer.wrap(HANDSHAKE.getBytes(StandardCharsets.US_ASCII)));
            Patience.until(() -> server.clientCount() == 1);
            client.configureBlocking(false);
            assertThat(takenUntilStuck(client)).isLessThan(MOST_BYTES);
        }
    }

    private static long takenUntilStuck(SocketChannel client) {
        ByteBuffer pings = ByteBuffer.allocate(131 * 500);
        while (pings.hasRemaining()) {
            pings.put((byte) 0x89).put((byte) 0xfd).put(new byte[129]);
        }
        long[] taken = {0, 0};
        pings.flip();
        Patience.until("the server takes no more", () -> {
            try {
                int some = client.write(pings);
                taken[0] += some;
                taken[1] = some == 0 ? taken[1] + 1 : 0;
            } catch (IOException _) {
                taken[1] = STUCK_LOOKS;
            }
            if (!pings.hasRemaining()) {
                pings.rewind();
            }
            return taken[1] >= STUCK_LOOKS || taken[0] >= MOST_BYTES;
        });
        return taken[0];
    }
}
