package org.labreel.feed.pi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.labreel.feed.Discovery;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FoundSource;

/** The search for cameras, on loopback and ports of our own. */
class PiSearchTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final String SEARCH = "000000026200";
    private static final PiFinder.Pace QUICK = new PiFinder.Pace(Duration.ofMillis(20), Duration.ofSeconds(10));

    /** What a search told, in order. */
    private static final class Told implements Discovery.Listener {
        private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

        @Override
        public void found(FoundSource source) {
            words.add("found " + source.name() + " " + source.address() + " " + source.kind());
        }

        @Override
        public void lost(String address) {
            words.add("lost " + address);
        }

        void await(String wanted) throws InterruptedException {
            String next = "";
            while (!next.equals(wanted)) {
                next = words.poll(20, TimeUnit.SECONDS);
                assertThat(next).as("before \"" + wanted + "\"").isNotNull();
            }
        }
    }

    private static SearchPlaces places(int answerPort, Supplier<List<InetSocketAddress>> targets) {
        return new SearchPlaces(HERE, 0, answerPort, targets);
    }

    private static DatagramSocket socket() throws Exception {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(HERE, 0));
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static DatagramPacket receive(DatagramSocket socket) throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
        socket.receive(packet);
        return packet;
    }

    private static String hex(DatagramPacket packet) {
        return HexFormat.of().formatHex(packet.getData(), 0, packet.getLength());
    }

    private static void send(DatagramSocket from, String hex, int port) throws Exception {
        byte[] bytes = HexFormat.of().parseHex(hex);
        from.send(new DatagramPacket(bytes, bytes.length, HERE, port));
    }

    private static String answer(String host) {
        return HexFormat.of().formatHex(new PiCodec(PiDialect.DEFAULT)
                .encode(PiMessage.of(PiProtocol.SEARCH_ANSWER, PlainValue.of(host))));
    }

    @Test
    void cameraThatAnswersAtTheCommonPortIsFoundAgainAndAgain() throws Exception {
        Told told = new Told();
        try (DatagramSocket camera = socket()) {
            PiDatagrams datagrams = new PiDatagrams(
                    places(0, () -> List.of(new InetSocketAddress(HERE, camera.getLocalPort()))));
            try (PiFinder finder = new PiFinder(datagrams, QUICK, FeedClock.SYSTEM)) {
                finder.start(told);
                for (int round = 0; round < 2; round++) {
                    assertThat(hex(receive(camera))).isEqualTo(SEARCH);
                    send(camera, answer("raspberrypi"), datagrams.port());
                    told.await("found raspberrypi pi://127.0.0.1:9898 Pi camera");
                }
            }
        }
    }

    @Test
    void cameraThatFallsSilentIsLost() throws Exception {
        Told told = new Told();
        AtomicLong nanos = new AtomicLong();
        try (DatagramSocket camera = socket()) {
            PiDatagrams datagrams = new PiDatagrams(
                    places(0, () -> List.of(new InetSocketAddress(HERE, camera.getLocalPort()))));
            try (PiFinder finder = new PiFinder(datagrams, QUICK, new FeedClock(Instant::now, nanos::get))) {
                finder.start(told);
                receive(camera);
                send(camera, answer("raspberrypi"), datagrams.port());
                told.await("found raspberrypi pi://127.0.0.1:9898 Pi camera");
                nanos.set(QUICK.lostAfter().toNanos());
                told.await("lost pi://127.0.0.1:9898");
            }
        }
    }

    @Test
    void whatIsNoAnswerIsLeftOutAndTheSearchGoesOn() throws Exception {
        Told told = new Told();
        try (DatagramSocket camera = socket()) {
            PiDatagrams datagrams = new PiDatagrams(
                    places(0, () -> List.of(new InetSocketAddress(HERE, camera.getLocalPort()))));
            try (PiFinder finder = new PiFinder(datagrams, QUICK, FeedClock.SYSTEM)) {
                finder.start(told);
                receive(camera);
                byte[] large = new byte[1500];
                Arrays.fill(large, (byte) 0x63);
                for (String each : List.of("", "00", "7fffffff6301", "000000026300",
                        "0000000d" + "630101" + "00000006" + "0063006f0073",
                        "0000000d" + "630101" + "00000006" + "00490035000a", HexFormat.of().formatHex(large),
                        answer("x".repeat(600)))) {
                    send(camera, each, datagrams.port());
                }
                send(camera, answer("bench\n\u0007pi"), datagrams.port());
                told.await("found benchpi pi://127.0.0.1:9898 Pi camera");
                assertThat(told.words).isEmpty();
            }
        }
    }

    @Test
    void oneComputerThatClaimsHundredsOfCamerasDoesNotFillTheList() throws Exception {
        Told told = new Told();
        PiCodec codec = new PiCodec(PiDialect.DEFAULT);
        try (DatagramSocket camera = socket()) {
            PiDatagrams datagrams = new PiDatagrams(
                    places(0, () -> List.of(new InetSocketAddress(HERE, camera.getLocalPort()))));
            try (PiFinder finder = new PiFinder(datagrams, QUICK, FeedClock.SYSTEM)) {
                finder.start(told);
                receive(camera);
                for (int port = 1; port <= 300; port++) {
                    send(camera, HexFormat.of().formatHex(codec.encode(PiMessage.of(PiProtocol.SEARCH_ANSWER,
                            List.of(PlainValue.of("liar"), PlainValue.of(port))))), datagrams.port());
                    if (port <= 16) {
                        told.await("found liar pi://127.0.0.1:" + port + " Pi camera");
                    }
                }
                send(camera, HexFormat.of().formatHex(codec.encode(PiMessage.of(PiProtocol.SEARCH_ANSWER,
                        List.of(PlainValue.of("last"), PlainValue.of(3))))), datagrams.port());
                told.await("found last pi://127.0.0.1:3 Pi camera");
                assertThat(told.words).isEmpty();
            }
        }
    }

    @Test
    void originalClientFindsUsByItsOwnBytes() throws Exception {
        try (DatagramSocket asker = socket(); DatagramSocket waiting = socket()) {
            PiDatagrams datagrams = new PiDatagrams(places(waiting.getLocalPort(), List::of));
            try (PiResponder _ = PiResponder.start(datagrams, "raspberrypi", PiProtocol.PORT, _ -> false)) {
                send(asker, SEARCH, datagrams.port());
                String expected = answer("raspberrypi");
                assertThat(expected).startsWith("0000002d" + "630101" + "00000026" + "00530027");
                assertThat(hex(receive(waiting))).as("at the port where the original waits").isEqualTo(expected);
                assertThat(hex(receive(asker))).as("where it asked from").isEqualTo(expected);
            }
        }
    }

    @Test
    void floodOfQuestionsIsNotPassedOn() throws Exception {
        try (DatagramSocket asker = socket()) {
            PiDatagrams datagrams = new PiDatagrams(places(asker.getLocalPort(), List::of));
            try (PiResponder _ = PiResponder.start(datagrams, "bench", PiProtocol.PORT, _ -> false)) {
                for (int i = 0; i < 200; i++) {
                    send(asker, SEARCH, datagrams.port());
                }
                asker.setSoTimeout(300);
                int answers = 0;
                try {
                    for (;; answers++) {
                        receive(asker);
                    }
                } catch (SocketTimeoutException _) {
                    assertThat(answers).isBetween(1, 60);
                }
            }
        }
    }

    @Test
    void finderAndResponderOfOneProgramShareThePortAndFindEachOther() throws Exception {
        Told told = new Told();
        AtomicLong port = new AtomicLong();
        PiDatagrams datagrams = new PiDatagrams(
                places(1, () -> List.of(new InetSocketAddress(HERE, Math.toIntExact(port.get())))));
        try (PiResponder _ = PiResponder.start(datagrams, "bench", 1234, _ -> false)) {
            port.set(datagrams.port());
            try (PiFinder finder = new PiFinder(datagrams, QUICK, FeedClock.SYSTEM)) {
                finder.start(told);
                told.await("found bench pi://127.0.0.1:1234 Pi camera");
            }
        }
    }

    @Test
    void everyNetworkIsSearched() {
        assertThat(SearchPlaces.NETWORK.targets().get()).contains(new InetSocketAddress("255.255.255.255", 9897))
                .allMatch(target -> target.getPort() == 9897);
    }
}
