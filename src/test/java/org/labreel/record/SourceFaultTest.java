package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FakeFeed;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.PurpleDropSource;
import org.labreel.log.FileDisk;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/** What a source, a cable or a clock can do during a recording: it is said, marked, and recording goes on. */
class SourceFaultTest {
    private static final URI NO_RPC = URI.create("http://127.0.0.1:1/rpc");
    /** Looked at every 50 ms; how long a silence is, is told by the clock of the test. */
    private static final FeedLimits LIMITS = new FeedLimits(Duration.ofSeconds(10), Duration.ofSeconds(2),
            Duration.ofMillis(200), Duration.ofMillis(5), Duration.ofMillis(40), 16 << 20, Duration.ofSeconds(1));

    private final Vertx vertx = Vertx.vertx();
    @TempDir
    private Path root;
    private final Feed made = new Feed(12);
    private final AtomicLong clockError = new AtomicLong();
    private final LinkedBlockingQueue<Bytes> toSend = new LinkedBlockingQueue<>();
    private final List<Bytes> sent = new ArrayList<>();
    private final Recorder recorder = new Recorder("ws://test",
            new RecorderSettings(Duration.ZERO, 0, 64 << 20, 1L << 30, false, 0), this::wall, made::nanos,
            new FileDisk(), Duration.ofDays(1));
    private final Wiretap heard = new Wiretap(recorder);

    private Instant wall() {
        return made.now().plusSeconds(clockError.get());
    }

    @AfterEach
    void end() throws Exception {
        recorder.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private SessionFolder recording(String name) throws IOException {
        SessionFolder folder = SessionFolder.create(root.resolve(name), Session.named("trial", Feed.START));
        recorder.start(folder);
        return folder;
    }

    /** Sends what the test tells it to, and answers no ping. */
    private FakeFeed.Script obedient() {
        return peer -> {
            peer.handshake();
            while (true) {
                peer.message(toSend.take().toArray());
            }
        };
    }

    private PurpleDropSource source(FakeFeed feed) {
        return new PurpleDropSource(vertx, feed.address(), NO_RPC, LIMITS,
                new FeedClock(this::wall, () -> made.nanos()));
    }

    private void send(RawMessage message) throws Exception {
        sent.add(message.payload());
        toSend.add(message.payload());
        heard.awaitMessages(sent.size());
    }

    private Session recorded(SessionFolder folder) throws IOException {
        recorder.stop();
        assertThat(Recorded.in(folder)).isEqualTo(sent);
        Recorded.assertAccounted(folder, sent.size());
        return SessionFolder.open(folder.path()).session();
    }

    @Test
    void pulledCableIsSaidAndWaitedForAndTheGapIsMarked() throws Exception {
        SessionFolder folder = recording("cable");
        // Nothing comes any more, not even the end of the connection. The next connection works.
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            peer.message(toSend.take().toArray());
        }, obedient()); PurpleDropSource source = source(feed)) {
            source.start(heard);
            send(made.image(500));
            made.pass(10);
            heard.awaitStatus(status -> status.text().endsWith("but nothing arrives"));
            recorder.keep();
            assertThat(recorder.status().alarmText().orElse("")).contains("No frames are arriving");
            made.pass(10);
            heard.awaitStatus(status -> status.state() == FeedStatus.State.WAITING
                    && status.text().contains("the server does not answer; trying again in"));
            assertThat(recorder.status().recording()).isTrue();
            heard.await(() -> feed.accepted() == 2);
            made.pass(1);
            recorder.keep();
            send(made.image(500));
            assertThat(recorder.status().alarm()).isEmpty();
        }
        Session session = recorded(folder);
        assertThat(session.losses()).extracting(Loss::cause).startsWith(Loss.Cause.SILENCE)
                .endsWith(Loss.Cause.RECONNECT);
        Loss gap = session.losses().getLast();
        assertThat(Duration.between(gap.start(), gap.end())).isEqualTo(Duration.ofSeconds(21));
    }

    @Test
    void framesThatStopAreSaidWhileTheReadingsAreRecordedOn() throws Exception {
        SessionFolder folder = recording("frames");
        try (FakeFeed feed = new FakeFeed(obedient()); PurpleDropSource source = source(feed)) {
            source.start(heard);
            send(made.image(500));
            assertThat(recorder.status().alarm()).isEmpty();
            for (int i = 0; i < 20; i++) {
                made.pass(0.1);
                send(made.capacitance(i));
            }
            assertThat(recorder.status().alarmText().orElse("")).contains("No frames are arriving")
                    .contains("is being recorded");
            send(made.image(500));
            assertThat(recorder.status().alarm()).isEmpty();
        }
        assertThat(recorded(folder).segments().getFirst().frames()).isEqualTo(2);
    }

    @Test
    void clockThatJumpsAnHourIsMarkedAndCostsNothing() throws Exception {
        SessionFolder folder = recording("clock");
        try (FakeFeed feed = new FakeFeed(obedient()); PurpleDropSource source = source(feed)) {
            source.start(heard);
            send(made.image(500));
            for (int error : new int[]{3600, -3600, 0}) {
                clockError.set(error);
                made.pass(0.1);
                send(made.image(500));
            }
            assertThat(recorder.status().elapsed()).isEqualTo(Duration.ofMillis(300));
        }
        Session session = recorded(folder);
        assertThat(session.losses()).hasSize(3).allSatisfy(loss -> {
            assertThat(loss.cause()).isEqualTo(Loss.Cause.CLOCK_STEP);
            assertThat(loss.end()).isAfterOrEqualTo(loss.start());
        });
        Segment segment = session.segments().getFirst();
        try (LogReader log = LogReader.open(folder.file(segment))) {
            assertThat(log.index().frames()).isEqualTo(4);
        }
    }

    @Test
    void sourceThatRestartsAgainAndAgainIsCalledLessAndLessOften() throws Exception {
        SessionFolder folder = recording("storm");
        FakeFeed.Script dies = peer -> {
            peer.handshake();
            peer.reset();
        };
        try (FakeFeed feed = new FakeFeed(peer -> {
            peer.handshake();
            peer.message(toSend.take().toArray());
            peer.reset();
        }, dies, dies, dies, dies, obedient()); PurpleDropSource source = source(feed)) {
            source.start(heard);
            send(made.image(500));
            heard.awaitStatus(status -> status.state() == FeedStatus.State.WAITING && status.attempt() == 5);
            made.pass(7);
            send(made.image(500));
        }
        assertThat(heard.statuses).filteredOn(status -> status.state() == FeedStatus.State.WAITING)
                .extracting(FeedStatus::attempt).startsWith(1, 2, 3, 4, 5);
        assertThat(recorded(folder).losses()).filteredOn(loss -> loss.cause() == Loss.Cause.RECONNECT).singleElement()
                .satisfies(gap -> assertThat(gap.end()).isEqualTo(gap.start().plusSeconds(7)));
    }
}
