package org.labreel.serve.cpl;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedListener;
import org.labreel.feed.Source;
import org.labreel.feed.cpl.CplMessage;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;
import org.labreel.picture.PixelFormat;
import org.labreel.serve.AllowedAddresses;

/**
 * A served recorder among players that want nothing, say nothing or talk nonsense, and behind a source of bad stamps.
 */
class CplCrowdTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<Optional<FeedListener>> listener = new AtomicReference<>(Optional.empty());
    private final List<FakePlayer> crowd = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (FakePlayer each : crowd) {
            each.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private CplServer serving(int players, int timeoutSeconds) {
        return CplServer.start(vertx, new CplSettings(0, AllowedAddresses.THIS_COMPUTER, PixelFormat.GRAY, 5, players,
                timeoutSeconds), new Source() {
                    @Override
                    public String address() {
                        return "test";
                    }

                    @Override
                    public void start(FeedListener hearer) {
                        listener.set(Optional.of(hearer));
                    }

                    @Override
                    public void close() {
                        listener.set(Optional.empty());
                    }
                });
    }

    private void frame(Instant time) throws Exception {
        Bytes image = EventCodec.encode(
                new DeviceEvent.Image(Optional.of(time), PictureEncoder.png(new Picture(8, 4))));
        listener.get().orElseThrow().message(new RawMessage(image, FeedClock.SYSTEM.now()));
    }

    private FakePlayer player(CplServer server) throws Exception {
        FakePlayer player = new FakePlayer(server.port());
        crowd.add(player);
        return player;
    }

    @Test
    void playersThatAskForNothingMakeRoomForOneThatDoes() throws Exception {
        try (CplServer server = serving(2, 1)) {
            FakePlayer silent = player(server);
            player(server).write(new byte[]{0, 0});
            FakePlayer good = player(server).play();
            Patience.until(server::watched);
            frame(NOON);
            assertThat(good.next()).isInstanceOf(CplMessage.StartedRecording.class);
            assertThat(good.next()).isInstanceOf(CplMessage.Image.class);
            assertThat(silent.ended()).isTrue();
        }
    }

    @Test
    void playerThatWaitsForARecordingKeepsItsPlaceHoweverLongItTakes() throws Exception {
        try (CplServer server = serving(1, 1)) {
            FakePlayer first = player(server).play();
            Patience.until(server::watched);
            FakePlayer second = player(server).play();
            assertThat(second.silentFor(1600)).isTrue();
            frame(NOON);
            assertThat(first.next()).isInstanceOf(CplMessage.StartedRecording.class);
        }
    }

    @Test
    void stampsOfWhateverYearStopNothing() throws Exception {
        try (CplServer server = serving(1, 60)) {
            FakePlayer player = player(server).play();
            Patience.until(server::watched);
            List<Instant> years = List.of(NOON, Instant.ofEpochSecond(-62_135_596_800L),
                    Instant.ofEpochSecond(253_402_300_799L, 999_999_999));
            for (int i = 0; i < 60; i++) {
                frame(years.get(i % years.size()));
                while (!(player.next() instanceof CplMessage.Image)) {
                    // The start of the recording.
                }
            }
            assertThat(server.figures().frames().skippedHere()).isZero();
        }
    }

    @Test
    void nonsenseEndsItsConnectionAndNobodyElses() throws Exception {
        try (CplServer server = serving(4, 60)) {
            FakePlayer good = player(server).play();
            Patience.until(server::watched);
            long seed = System.nanoTime();
            Random random = new Random(seed);
            List<String> openings = List.of("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\u0001",
                    "\u0000\u0000\u0000\u0005\u0000\u0000\u0000\u0000[[[[[", "\uffff");
            for (int i = 0; i < 60; i++) {
                try (FakePlayer bad = new FakePlayer(server.port())) {
                    byte[] noise = new byte[random.nextInt(4000)];
                    random.nextBytes(noise);
                    bad.write(openings.get(i % openings.size()).getBytes(StandardCharsets.UTF_8));
                    bad.write(noise);
                } catch (SocketException _) {
                    // Sent away in the middle of it.
                }
                frame(NOON.plusMillis(i));
                while (!(good.next() instanceof CplMessage.Image)) {
                    // The start of the recording.
                }
            }
            Patience.until(() -> server.figures().connected() == 1);
            assertThat(server.figures().playing()).as("seed %d", seed).isEqualTo(1);
        }
    }

    @Test
    void crowdLeavesNothingBehind() throws Exception {
        try (CplServer server = serving(4, 60)) {
            for (int i = 0; i < 300; i++) {
                player(server);
            }
            Patience.until(() -> server.figures().refused() >= 300 - 4 - 32);
            for (FakePlayer each : crowd) {
                each.close();
            }
            Patience.until(() -> server.figures().connected() == 0);
            FakePlayer good = player(server).play();
            Patience.until(server::watched);
            frame(NOON);
            assertThat(good.next()).isInstanceOf(CplMessage.StartedRecording.class);
        }
    }
}
