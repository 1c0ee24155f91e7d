package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.archive.SessionFolder;
import org.labreel.codec.EventPeek;
import org.labreel.feed.Heard;
import org.labreel.feed.PurpleDropSource;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;

/** Twenty clients of one relay, three of which never read, beside a recorder of the same source. */
class RelayCrowdTest {
    private static final URI NO_RPC = URI.create("http://127.0.0.1:1/rpc");
    private static final int READERS = 17;
    private static final int SLEEPERS = 3;
    private static final long QUEUE_BYTES = 4 << 20;

    private final Vertx vertx = Vertx.vertx();
    @TempDir
    private Path root;

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Counts the frames that come in order, and those that do not. */
    private static final class Reader extends Heard {
        private final AtomicInteger inOrder = new AtomicInteger();
        private final AtomicInteger wrong = new AtomicInteger();

        @Override
        public void message(RawMessage message) {
            (number(message.payload()) == inOrder.get() ? inOrder : wrong).incrementAndGet();
        }

        private static int number(Bytes payload) {
            try {
                return (int) EventPeek.of(payload.slice(0, EventPeek.ENOUGH)).time().orElseThrow().getEpochSecond();
            } catch (org.labreel.codec.MalformedEventException _) {
                return -1;
            }
        }
    }

    @Test
    void threeOfTwentyThatNeverReadCostTheOthersAndTheRecorderNothing() throws Exception {
        crowd(80, 60_000, 0);
    }

    @Test
    @Tag("long")
    void theSameForAMinuteAtThirtyFramesASecond() throws Exception {
        crowd(1800, 190_000, 33_333_333);
    }

    /**
     * @param pauseNanos
     *            between two frames at least
     */
    private void crowd(int frames, int pictureBytes, long pauseNanos) throws Exception {
        Spring spring = new Spring();
        FeedRelay.Settings settings = new FeedRelay.Settings(Access.LOOPBACK, 0, 0, true, false, QUEUE_BYTES);
        SessionFolder folder = SessionFolder.create(root.resolve("s"), Session.named("s", InstantSource.system()
                .instant()));
        List<AutoCloseable> open = new ArrayList<>();
        List<Reader> readers = new ArrayList<>();
        long heapBefore = usedHeap();
        try (FeedRelay relay = FeedRelay.start(vertx, spring, java.util.Optional.empty(), settings);
                Recorder recorder = new Recorder("spring", RecorderSettings.DEFAULT, InstantSource.system())) {
            join(relay, open, readers);
            recorder.start(folder);
            long start = System.nanoTime();
            for (int i = 0; i < frames; i++) {
                Bytes frame = Spring.frame(i, Bytes.wrap(new byte[pictureBytes]));
                spring.send(frame);
                recorder.accept(new RawMessage(frame, new Arrival(InstantSource.system().instant(),
                        System.nanoTime())));
                pace(readers, i, start + (i + 1) * pauseNanos);
            }
            Patience.until(() -> readers.stream().allMatch(each -> each.inOrder.get() + each.wrong.get() == frames));
            Segment segment = recorder.stop();
            assertThat(readers).allSatisfy(each -> {
                assertThat(each.wrong).hasValue(0);
                assertThat(each.losses).isEmpty();
            });
            assertThat(segment.frames()).isEqualTo(frames);
            assertThat(segment.lost()).isZero();
            // In the long form those that take nothing for a minute may have been cut off by now.
            assertThat(relay.clients()).hasSizeBetween(READERS, READERS + SLEEPERS)
                    .allMatch(client -> client.waitingBytes() <= QUEUE_BYTES);
            assertThat(relay.clients().stream().filter(client -> client.missed() > 0).count())
                    .isLessThanOrEqualTo(SLEEPERS);
            assertThat(usedHeap() - heapBefore).isLessThan(SLEEPERS * (QUEUE_BYTES + (2L << 20)) + (64L << 20));
        } finally {
            for (AutoCloseable each : open) {
                each.close();
            }
        }
    }

    private void join(FeedRelay relay, List<AutoCloseable> open, List<Reader> readers) throws Exception {
        for (int i = 0; i < SLEEPERS; i++) {
            RawPeer sleeper = RawPeer.connect(relay.feed());
            open.add(sleeper);
            sleeper.upgrade();
        }
        for (int i = 0; i < READERS; i++) {
            PurpleDropSource source = new PurpleDropSource(vertx, relay.feed(), NO_RPC);
            Reader reader = new Reader();
            open.add(source);
            readers.add(reader);
            source.start(reader);
        }
        Patience.until(() -> relay.clients().size() == READERS + SLEEPERS);
    }

    /** Not sooner than due, and not while a reader is ten behind: all 17 share this machine, however busy it is. */
    private static void pace(List<Reader> readers, int sent, long due) {
        LockSupport.parkNanos(due - System.nanoTime());
        Patience.until(() -> readers.stream().allMatch(each -> each.inOrder.get() + each.wrong.get() > sent - 10));
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
