package org.labreel.feed;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The real client on a feed that does as the test tells it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnFakeFeed {
    static final int LIMIT = 500_000;
    /** Quick enough not to wait for, silence long enough not to come by itself. */
    static final FeedLimits QUICK = new FeedLimits(Duration.ofSeconds(10), Duration.ofSeconds(2),
            Duration.ofSeconds(60), Duration.ofMillis(5), Duration.ofMillis(40), LIMIT, Duration.ofSeconds(1));
    static final FeedLimits IMPATIENT = new FeedLimits(Duration.ofMillis(300), Duration.ofSeconds(2),
            Duration.ofMillis(200), Duration.ofMillis(5), Duration.ofMillis(40), LIMIT, Duration.ofSeconds(1));
    /** As large as a frame of a camera. */
    static final byte[] FRAME = bytes(400_000, 1);
    /** As large as a state of the device. */
    static final byte[] SMALL = bytes(100, 2);
    private static final URI NO_RPC = URI.create("http://127.0.0.1:1/rpc");

    final Vertx vertx = Vertx.vertx();

    @AfterAll
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    PurpleDropSource source(FakeFeed feed, FeedLimits limits) {
        return source(feed.address(), limits, FeedClock.SYSTEM);
    }

    PurpleDropSource source(URI address, FeedLimits limits, FeedClock clock) {
        return new PurpleDropSource(vertx, address, NO_RPC, limits, clock);
    }

    static byte[] bytes(int length, int fill) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) fill);
        return bytes;
    }
}
