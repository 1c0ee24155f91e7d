package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FakeFeed;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.PurpleDropSource;
import org.labreel.log.FileDisk;
import org.labreel.log.LogDisk;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/** A source that dies in the middle of a recording and comes back, over real sockets into real files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceRestartTest {
    private static final URI NO_RPC = URI.create("http://127.0.0.1:1/rpc");
    private static final FeedLimits QUICK = new FeedLimits(Duration.ofSeconds(10), Duration.ofSeconds(2),
            Duration.ofSeconds(60), Duration.ofMillis(5), Duration.ofMillis(40), 16 << 20, Duration.ofSeconds(1));

    private final Vertx vertx = Vertx.vertx();
    private final Feed made = new Feed(11);
    @TempDir
    private Path root;

    @AfterAll
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static Recorder recorder(long queueBytes, LogDisk disk) {
        return new Recorder("ws://test",
                new RecorderSettings(Duration.ofSeconds(10), 1 << 20, queueBytes, 1L << 30, false, 0),
                InstantSource.system(), System::nanoTime, disk, Duration.ofSeconds(1));
    }

    private SessionFolder folder(String name) throws Exception {
        return SessionFolder.create(root.resolve(name), Session.named("trial", Feed.START));
    }

    /** So many messages, each with another content, a frame first. */
    private List<Bytes> numbered(int seconds, int imageBytes) {
        List<Bytes> all = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            all.addAll(Recorded.payloads(made.second(imageBytes)));
        }
        assertThat(all).doesNotHaveDuplicates();
        return all;
    }

    private static FakeFeed.Script sending(List<Bytes> messages) {
        return peer -> {
            peer.handshake();
            for (Bytes message : messages) {
                peer.message(message.toArray());
            }
        };
    }

    @Test
    void killedAndRestartedSourceLeavesOneSessionWithBothPartsAndTheGapMarked() throws Exception {
        List<Bytes> before = numbered(3, 30_000);
        List<Bytes> after = numbered(3, 30_000);
        SessionFolder folder = folder("whole");
        try (Recorder recorder = recorder(64 << 20, new FileDisk())) {
            Wiretap heard = new Wiretap(recorder);
            recorder.start(folder);
            FakeFeed first = new FakeFeed(peer -> {
                sending(before).run(peer);
                // Dies in the middle of a frame, which nobody ever gets whole.
                peer.frame(0x80 | FakeFeed.BINARY, new byte[1000], 400_000);
            });
            try (PurpleDropSource source = new PurpleDropSource(vertx, first.address(), NO_RPC, QUICK,
                    FeedClock.SYSTEM)) {
                source.start(heard);
                heard.awaitMessages(before.size());
                first.kill();
                heard.awaitStatus(status -> status.state() == FeedStatus.State.WAITING && status.attempt() == 3);
                try (FakeFeed _ = new FakeFeed(first.address().getPort(), sending(after))) {
                    heard.awaitMessages(before.size() + after.size());
                    recorder.stop();
                }
            }
            assertThat(Recorded.in(folder)).hasSize(before.size() + after.size())
                    .startsWith(before.toArray(Bytes[]::new))
                    .endsWith(after.toArray(Bytes[]::new));
            assertOneSegmentWithTheGap(folder, heard, before.size());
            Recorded.assertAccounted(folder, before.size() + after.size());
        }
    }

    private static void assertOneSegmentWithTheGap(SessionFolder folder, Wiretap heard, int before) throws Exception {
        try (Stream<Path> sessions = Files.list(folder.path().resolveSibling("").toAbsolutePath())) {
            assertThat(sessions).hasSize(1);
        }
        Session session = SessionFolder.open(folder.path()).session();
        assertThat(session.segments()).singleElement().extracting(Segment::lost).isEqualTo(0L);
        assertThat(session.losses()).filteredOn(loss -> loss.cause() == Loss.Cause.RECONNECT).singleElement()
                .satisfies(gap -> {
                    assertThat(gap.start()).isEqualTo(heard.messages.get(before - 1).arrival().wall());
                    assertThat(gap.end()).isEqualTo(heard.messages.get(before).arrival().wall());
                });
    }

    @Test
    void atWhateverMomentItIsKilledNothingIsDoubledAndNothingMissingOnEitherSideOfTheGap() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 5; round++) {
            List<Bytes> before = numbered(20, 20_000);
            List<Bytes> after = numbered(1, 20_000);
            int moment = 1 + random.nextInt(before.size() - 1);
            SessionFolder folder = folder("round-" + round);
            try (Recorder recorder = recorder(64 << 20, new FileDisk())) {
                Wiretap heard = new Wiretap(recorder);
                recorder.start(folder);
                FakeFeed first = new FakeFeed(sending(before));
                try (PurpleDropSource source = new PurpleDropSource(vertx, first.address(), NO_RPC, QUICK,
                        FeedClock.SYSTEM)) {
                    source.start(heard);
                    heard.awaitMessages(moment);
                    first.kill();
                    try (FakeFeed _ = new FakeFeed(first.address().getPort(), sending(after))) {
                        heard.await(() -> heard.messages.getLast().payload().equals(after.getLast()));
                        recorder.stop();
                    }
                }
                int received = heard.messages.size() - after.size();
                List<Bytes> expected = new ArrayList<>(before.subList(0, received));
                expected.addAll(after);
                assertThat(received).as("seed %s round %s", seed, round).isGreaterThanOrEqualTo(moment);
                assertThat(Recorded.in(folder)).as("seed %s round %s", seed, round).isEqualTo(expected);
                assertOneSegmentWithTheGap(folder, heard, received);
            }
        }
    }

    @Test
    void stalledDiskNeverStallsTheFeed() throws Exception {
        FaultyDisk disk = new FaultyDisk();
        List<Bytes> sent = numbered(5, 400_000);
        SessionFolder folder = folder("stalled");
        try (Recorder recorder = recorder(1 << 20, disk)) {
            Wiretap heard = new Wiretap(recorder);
            recorder.start(folder);
            disk.stall = new CountDownLatch(1);
            CountDownLatch allSent = new CountDownLatch(1);
            try (FakeFeed feed = new FakeFeed(peer -> {
                sending(sent).run(peer);
                allSent.countDown();
            });
                    PurpleDropSource source = new PurpleDropSource(vertx, feed.address(), NO_RPC, QUICK,
                            FeedClock.SYSTEM)) {
                source.start(heard);
                // 20 MB do not fit into the buffers of a socket: the server gets rid of them only if they are read.
                assertThat(allSent.await(20, TimeUnit.SECONDS)).isTrue();
                heard.awaitMessages(sent.size());
            } finally {
                disk.stall.countDown();
            }
            recorder.stop();
        }
        Recorded.assertAccounted(folder, sent.size());
        Session session = SessionFolder.open(folder.path()).session();
        assertThat(session.segments().getFirst().lost()).isPositive()
                .isEqualTo(session.losses().stream().mapToLong(Loss::count).sum());
        assertThat(session.losses()).extracting(Loss::cause).containsOnly(Loss.Cause.QUEUE_OVERFLOW);
        assertThat(sent).containsSubsequence(Recorded.in(folder));
    }
}
