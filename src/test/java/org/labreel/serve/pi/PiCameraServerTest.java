package org.labreel.serve.pi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;
import org.labreel.feed.pi.CameraStatus;
import org.labreel.feed.pi.PiCommand;
import org.labreel.feed.pi.PiSignal;
import org.labreel.model.Bytes;
import org.labreel.serve.AllowedAddresses;

/** The server against clients that speak bytes. */
class PiCameraServerTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final PiCameraServer.Settings ANY_PORT = new PiCameraServer.Settings(0,
            AllowedAddresses.THIS_COMPUTER);
    private static final String STANDING_BY = "160101" + "00000026" + utf16("S'Standing By'\np0\n.");

    private final Head head = new Head();

    private static final class Head implements PiHead {
        private volatile boolean watched;

        @Override
        public List<PiSignal> present() {
            return List.of(new PiSignal.Status(CameraStatus.STANDING_BY), new PiSignal.Brightness(50),
                    new PiSignal.Contrast(0));
        }

        @Override
        public void command(PiCommand command, Voice voice) {
            if (command instanceof PiCommand.SetBrightness(int percent)) {
                voice.all().accept(new PiSignal.Brightness(percent));
            } else {
                voice.refuse("not here");
            }
        }

        @Override
        public void watched(boolean anybody) {
            watched = anybody;
        }
    }

    @AfterAll
    static void stop() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static String utf16(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(c -> hex.append(String.format("%04x", c)));
        return hex.toString();
    }

    @Test
    void newClientIsGreetedByteForByteAndSoAreTheOthers() throws Exception {
        try (PiCameraServer server = PiCameraServer.start(VERTX, ANY_PORT, head);
                PiViewer first = new PiViewer(server.port())) {
            assertThat(first.next().hex()).isEqualTo(STANDING_BY);
            assertThat(first.next().hex()).isEqualTo("170101" + "0000000a" + utf16("I50\n."));
            assertThat(first.next().hex()).isEqualTo("180101" + "00000008" + utf16("I0\n."));
            try (PiViewer second = new PiViewer(server.port())) {
                assertThat(second.next().hex()).isEqualTo(STANDING_BY);
                assertThat(first.next().hex()).isEqualTo(STANDING_BY);
            }
        }
    }

    @Test
    void commandAsQtSendsItIsToldToAllClients() throws Exception {
        try (PiCameraServer server = PiCameraServer.start(VERTX, ANY_PORT, head);
                PiViewer one = new PiViewer(server.port());
                PiViewer other = new PiViewer(server.port())) {
            one.next(24);
            other.next(24);
            one.send("00000011 03 01 01 0000000a 0049 0037 0030 000a 002e");
            String told = "170101" + "0000000a" + utf16("I70\n.");
            while (!other.next(23).hex().equals(told)) {
                // The greetings of the others come first.
            }
            while (!one.next(23).hex().equals(told)) {
                // As above.
            }
        }
    }

    @Test
    void nonsenseOfOneThatReadsNothingEndsItsConnectionAtOnce() throws Exception {
        PiCameraServer.Settings patient = new PiCameraServer.Settings(0, AllowedAddresses.THIS_COMPUTER,
                Duration.ofHours(1));
        byte[] noise = new byte[300_000];
        new Random(2).nextBytes(noise);
        try (PiCameraServer server = PiCameraServer.start(VERTX, patient, head);
                PiViewer asleep = new PiViewer(server.port())) {
            Patience.until(() -> server.clientCount() == 1);
            for (int i = 0; i < 200; i++) {
                server.frame(Bytes.wrap(noise));
            }
            Patience.until("it is behind", () -> server.droppedFrames() > 0 || server.clientCount() == 1);
            asleep.send("7fffffff 63");
            Patience.until(() -> server.clientCount() == 0);
        }
    }

    @Test
    void framesGoOutAsByteArrays() throws Exception {
        try (PiCameraServer server = PiCameraServer.start(VERTX, ANY_PORT, head);
                PiViewer client = new PiViewer(server.port())) {
            client.next(24);
            assertThat(head.watched).isTrue();
            server.frame(Bytes.wrap(new byte[]{(byte) 0x89, 0x50, 0x4e, 0x47}));
            assertThat(client.next(20).hex()).isEqualTo("140100" + "00000004" + "89504e47");
        }
    }

    @Test
    void clientThatReadsNothingMissesFramesAndStallsNobody() throws Exception {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        try (PiCameraServer server = PiCameraServer.start(VERTX, ANY_PORT, head);
                PiViewer reader = new PiViewer(server.port())) {
            try (PiViewer asleep = new PiViewer(server.port())) {
                reader.next(24);
                for (int i = 0; i < 100; i++) {
                    byte[] frame = noise.clone();
                    frame[0] = (byte) i;
                    server.frame(Bytes.wrap(frame));
                    assertThat(reader.next(20).png().at(0)).isEqualTo((byte) i);
                }
                // It wakes up, and what it gets after what was in the pipes is the newest.
                asleep.next(24);
                int last = -1;
                int seen = 0;
                while (last != 99) {
                    last = asleep.next(20).png().at(0);
                    seen++;
                }
                assertThat(seen).isLessThan(60);
            }
            Patience.until(() -> server.clientCount() <= 1);
            assertThat(server.droppedFrames()).isGreaterThan(40);
        }
    }

    @Test
    void clientsThatReadNothingForLongMakeRoomForOthers() throws Exception {
        PiCameraServer.Settings hasty = new PiCameraServer.Settings(0, AllowedAddresses.THIS_COMPUTER,
                Duration.ofMillis(100));
        byte[] frame = new byte[300_000];
        List<PiViewer> asleep = new ArrayList<>();
        try (PiCameraServer server = PiCameraServer.start(VERTX, hasty, head)) {
            for (int i = 0; i < 64; i++) {
                asleep.add(new PiViewer(server.port()));
            }
            Patience.until(() -> server.clientCount() >= 64);
            try (PiViewer late = new PiViewer(server.port())) {
                assertThat(late.ended()).as("there is room for 64").isTrue();
            }
            Patience.until(() -> {
                server.frame(Bytes.wrap(frame));
                return server.clientCount() == 0;
            });
            assertThat(server.clientCount()).isZero();
            try (PiViewer late = new PiViewer(server.port())) {
                late.next(24);
            }
        } finally {
            for (PiViewer each : asleep) {
                each.close();
            }
        }
    }

    @Test
    void whatIsNoCommandIsRefusedInWordsAndTheClientStays() throws Exception {
        try (PiCameraServer server = PiCameraServer.start(VERTX, ANY_PORT, head);
                PiViewer client = new PiViewer(server.port())) {
            client.next(24);
            // A pickle that would call a function.
            client.send("0000000d 03 01 01 00000006 0063 006f 0073");
            assertThat(text(client.next(21))).contains("opcode", "refused");
            client.send("00000003 03 01 09");
            assertThat(text(client.next(21))).contains("not understood");
            client.send("00000002 ff 00");
            assertThat(text(client.next(21))).contains("not here");
            client.send("00000000");
            assertThat(text(client.next(21))).contains("torn");
        }
    }

    private static String text(PiViewer.Received error) {
        byte[] body = error.body().toArray();
        return new String(body, 7, body.length - 7, StandardCharsets.UTF_16BE);
    }

    @Test
    void claimOfTwoGigabytesEndsTheConnection() throws Exception {
        try (PiCameraServer server = PiCameraServer.start(VERTX, ANY_PORT, head);
                PiViewer client = new PiViewer(server.port());
                PiViewer other = new PiViewer(server.port())) {
            client.send("7fffffff 03");
            assertThat(client.ended()).isTrue();
            other.next(24);
            server.frame(Bytes.wrap(new byte[]{1}));
            other.next(20);
        }
    }

    @Test
    void nobodyLooksOnceTheLastClientIsGone() throws Exception {
        try (PiCameraServer server = PiCameraServer.start(VERTX, ANY_PORT, head)) {
            try (PiViewer client = new PiViewer(server.port())) {
                client.next(24);
                assertThat(head.watched).isTrue();
            }
            Patience.until(() -> !head.watched);
            assertThat(head.watched).isFalse();
        }
    }
}
