package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;

/** Questions to a device server that never gets to the end of its answer. */
class DeviceRpcFaultTest {
    private static final int QUESTIONS = 8;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void answerThatDripsWithoutEndCostsItsQuestionAndNoConnection() throws Exception {
        assertLeft("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
    }

    @Test
    void errorThatDripsWithoutEndCostsItsQuestionAndNoConnection() throws Exception {
        assertLeft("HTTP/1.1 500 Broken\r\nContent-Length: 1000000\r\n\r\n");
    }

    @Test
    void headThatDripsWithoutEndCostsItsQuestionAndNoConnection() throws Exception {
        assertLeft("HTTP/1.1 200 OK\r\nX: ");
    }

    private void assertLeft(String head) throws Exception {
        CountDownLatch left = new CountDownLatch(QUESTIONS);
        try (FakeFeed server = new FakeFeed(peer -> {
            peer.request();
            peer.write(head.getBytes(StandardCharsets.US_ASCII));
            try {
                while (true) {
                    peer.write(new byte[]{'a'});
                    Thread.onSpinWait();
                }
            } finally {
                left.countDown();
            }
        });
                DeviceRpc rpc = new DeviceRpc(vertx, URI.create("http://127.0.0.1:" + server.address().getPort()
                        + "/rpc"), Duration.ofMillis(200))) {
            for (int i = 0; i < QUESTIONS; i++) {
                CountDownLatch failed = new CountDownLatch(1);
                rpc.call("get_device_info").onFailure(_ -> failed.countDown());
                Patience.until(failed);
            }
            Patience.until(left);
            assertThat(server.accepted()).isEqualTo(QUESTIONS);
        }
    }
}
