package org.labreel.feed.cpl;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.labreel.codec.EventCodec;
import org.labreel.codec.MalformedEventException;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.Heard;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;

/** Players of recorders that do as the test tells them, and what came of the frames. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnPlayer {
    /** Patient enough for a busy machine where nothing is to happen. */
    static final FeedLimits PATIENT = limits(Duration.ofSeconds(20));
    static final FeedLimits IMPATIENT = limits(Duration.ofMillis(120));

    private final Vertx vertx = Vertx.vertx();

    private static FeedLimits limits(Duration silence) {
        return new FeedLimits(Duration.ofSeconds(5), Duration.ofSeconds(3), silence, Duration.ofMillis(20),
                Duration.ofMillis(100), 16 << 20, Duration.ofSeconds(1));
    }

    @AfterAll
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    CplSource source(FakeRecorder recorder, FeedLimits limits) {
        return source(recorder.address(), limits);
    }

    CplSource source(CplAddress address, FeedLimits limits) {
        return new CplSource(vertx, address, limits, FeedClock.SYSTEM);
    }

    static List<DeviceEvent.Image> images(Heard heard) {
        return events(heard, DeviceEvent.Image.class);
    }

    static <T extends DeviceEvent> List<T> events(Heard heard, Class<T> kind) {
        List<T> out = new ArrayList<>();
        for (RawMessage message : heard.messages) {
            try {
                DeviceEvent event = EventCodec.decode(message.payload());
                if (kind.isInstance(event)) {
                    out.add(kind.cast(event));
                }
            } catch (MalformedEventException e) {
                throw new AssertionError(e);
            }
        }
        return out;
    }
}
