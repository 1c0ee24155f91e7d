package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Heard;
import org.labreel.feed.Playback;
import org.labreel.feed.PurpleDropSource;
import org.labreel.feed.ReplaySource;
import org.labreel.log.LogWriter;
import org.labreel.log.NotALogException;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;

class LogServerTest {
    private static final URI NO_RPC = URI.create("http://127.0.0.1:1/rpc");

    private final Vertx vertx = Vertx.vertx();
    private final List<Bytes> records = new ArrayList<>();
    @TempDir
    private Path folder;
    private Path log;

    @BeforeEach
    void writeLog() throws Exception {
        log = folder.resolve("a.bin");
        Random random = new Random(3);
        try (LogWriter writer = LogWriter.create(log)) {
            for (int i = 0; i < 60; i++) {
                byte[] picture = new byte[i % 10 == 0 ? 400_000 : 5_000];
                random.nextBytes(picture);
                Optional<Instant> time = Optional.of(Instant.ofEpochSecond(1000).plusMillis(5L * i));
                Bytes body = EventCodec.encode(i % 2 == 0
                        ? new DeviceEvent.Image(time, Bytes.wrap(picture))
                        : new DeviceEvent.HvRegulator(time, i, 200));
                records.add(body);
                writer.append(body);
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void everyClientGetsEveryRecordByteForByte() throws Exception {
        try (LogServer server = LogServer.start(vertx, log, new LogServer.Settings(0, Playback.UNPACED, false));
                PurpleDropSource one = new PurpleDropSource(vertx, server.feed(), NO_RPC);
                PurpleDropSource other = new PurpleDropSource(vertx, server.feed(), NO_RPC)) {
            Heard first = new Heard();
            Heard second = new Heard();
            one.start(first);
            other.start(second);
            first.awaitMessages(records.size());
            second.awaitMessages(records.size());
            assertThat(first.payloads()).isEqualTo(records);
            assertThat(second.payloads()).isEqualTo(records);
            assertThat(first.losses).isEmpty();
        }
    }

    @Test
    void endInTheMiddleOfARecordIsNoFault() throws Exception {
        Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> uncaught.add(failure));
        try {
            for (int round = 0; round < 15; round++) {
                Vertx network = Vertx.vertx();
                LogServer server = LogServer.start(network, log, new LogServer.Settings(0, Playback.UNPACED, true));
                Heard heard = new Heard();
                try (PurpleDropSource source = new PurpleDropSource(vertx, server.feed(), NO_RPC)) {
                    source.start(heard);
                    heard.awaitMessages(1 + 7 * round);
                    server.close();
                    network.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
                }
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(uncaught).isEmpty();
    }

    @Test
    void clientThatReadsNothingStallsNobody() throws Exception {
        try (LogServer server = LogServer.start(vertx, log, new LogServer.Settings(0, Playback.UNPACED, true));
                RawPeer sleeper = RawPeer.connect(server.feed())) {
            sleeper.upgrade();
            Heard heard = new Heard();
            try (PurpleDropSource source = new PurpleDropSource(vertx, server.feed(), NO_RPC)) {
                source.start(heard);
                heard.awaitMessages(3 * records.size());
            }
        }
    }

    @Test
    void replayPlaysTheSameWithoutANetwork() throws Exception {
        Heard heard = new Heard();
        try (ReplaySource source = new ReplaySource(log, Playback.UNPACED, false)) {
            source.start(heard);
            heard.awaitStatus(status -> status.state() == FeedStatus.State.CLOSED);
        }
        assertThat(heard.payloads()).isEqualTo(records);
        assertThat(heard.statuses).extracting(FeedStatus::text).containsExactly("Opening a.bin",
                "Playing a.bin as fast as it goes",
                "End of a.bin");
    }

    @Test
    void replayTellsItsSpeedAndThatItBeginsAgain() throws Exception {
        Heard heard = new Heard();
        try (ReplaySource source = new ReplaySource(log, 2.5, true)) {
            source.start(heard);
            heard.awaitStatus(status -> status.text().equals("Playing a.bin at 2.5 × its pace, again and again"));
        }
    }

    @Test
    void closedReplayIsSilent() throws Exception {
        Heard heard = new Heard();
        ReplaySource source = new ReplaySource(log, Playback.UNPACED, true);
        source.start(heard);
        heard.awaitMessages(100);
        source.close();
        source.close();
        int count = heard.messages.size();
        Heard later = new Heard();
        try (ReplaySource next = new ReplaySource(log, Playback.UNPACED, false)) {
            next.start(later);
            later.awaitMessages(records.size());
        }
        assertThat(heard.messages).hasSize(count);
    }

    @Test
    void whatIsNoLogIsToldInWords() throws Exception {
        Path text = Files.writeString(folder.resolve("b.txt"), "This is no log, but a text of some length.");
        assertThatThrownBy(() -> LogServer.start(vertx, text, new LogServer.Settings(0, 1, false)))
                .isInstanceOf(NotALogException.class);
        Heard heard = new Heard();
        try (ReplaySource source = new ReplaySource(text, 1, false)) {
            source.start(heard);
            heard.awaitStatus(status -> status.text().startsWith("b.txt cannot be played: "));
        }
    }
}
