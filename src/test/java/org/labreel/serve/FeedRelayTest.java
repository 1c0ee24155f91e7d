package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.labreel.Patience;
import org.labreel.codec.EventCodec;
import org.labreel.feed.DeviceRpc;
import org.labreel.feed.Heard;
import org.labreel.feed.PurpleDropSource;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.PinSet;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedRelayTest {
    private static final Optional<Instant> TIME = Optional.of(Instant.ofEpochSecond(1000));
    private static final DeviceEvent ELECTRODES = new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
            List.of(new DeviceEvent.ElectrodeGroup(PinSet.of(3, 5), 255)), List.of(), 128);

    private final Vertx vertx = Vertx.vertx();

    @AfterAll
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private FeedRelay relay(Spring spring, FeedRelay.Settings settings) {
        return FeedRelay.start(vertx, spring, Optional.empty(), settings);
    }

    private PurpleDropSource client(FeedRelay relay) {
        return new PurpleDropSource(vertx, relay.feed(), relay.rpc());
    }

    @Test
    void clientsGetTheMessagesByteForByteAndTheStateFirst() throws Exception {
        Spring spring = new Spring();
        try (FeedRelay relay = relay(spring, FeedRelay.Settings.LOOPBACK); PurpleDropSource source = client(relay)) {
            spring.send(new DeviceEvent.HvRegulator(TIME, 1, 2));
            Bytes voltage = spring.send(new DeviceEvent.HvRegulator(TIME, 150, 200));
            Bytes electrodes = spring.send(ELECTRODES);
            spring.send(Spring.frame(1, Bytes.wrap(new byte[100])));
            Heard heard = new Heard();
            source.start(heard);
            heard.awaitMessages(2);
            Bytes unreadable = Bytes.wrap(new byte[]{(byte) 0xff, 1, 2});
            spring.send(unreadable);
            Bytes frame = Spring.frame(2, Bytes.wrap(new byte[400_000]));
            spring.send(frame);
            heard.awaitMessages(4);
            assertThat(heard.payloads()).containsExactly(electrodes, voltage, unreadable, frame);
            Patience.until(() -> relay.clients().getFirst().messages() == 4);
            assertThat(relay.clients().getFirst().missed()).isZero();
        }
        assertThat(spring.closed()).isTrue();
    }

    @Test
    void clientThatSaysFarewellIsLetGoWithoutAComplaint() throws Exception {
        Queue<Throwable> complaints = new ConcurrentLinkedQueue<>();
        vertx.exceptionHandler(complaints::add);
        try (FeedRelay relay = relay(new Spring(), FeedRelay.Settings.LOOPBACK)) {
            WebSocket client = HttpClient.newHttpClient().newWebSocketBuilder()
                    .buildAsync(relay.feed(), new WebSocket.Listener() {
                    }).get(20, TimeUnit.SECONDS);
            Patience.until(() -> relay.clients().size() == 1);
            client.sendClose(WebSocket.NORMAL_CLOSURE, "").get(20, TimeUnit.SECONDS);
            Patience.until(() -> relay.clients().isEmpty());
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void stateFirstCanBeSwitchedOff() throws Exception {
        Spring spring = new Spring();
        FeedRelay.Settings plain = new FeedRelay.Settings(Access.LOOPBACK, 0, 0, false, false, 1 << 20);
        try (FeedRelay relay = relay(spring, plain); PurpleDropSource source = client(relay)) {
            spring.send(ELECTRODES);
            Heard heard = new Heard();
            source.start(heard);
            Patience.until(() -> relay.clients().size() == 1);
            Bytes first = spring.send(new DeviceEvent.HvRegulator(TIME, 150, 200));
            heard.awaitMessages(1);
            assertThat(heard.payloads()).containsExactly(first);
        }
    }

    @Test
    void slowClientMissesWholeFramesThatAreCountedAndNobodyElseNotices() throws Exception {
        Spring spring = new Spring();
        FeedRelay.Settings small = new FeedRelay.Settings(Access.LOOPBACK, 0, 0, true, false, 2 << 20);
        try (FeedRelay relay = relay(spring, small);
                RawPeer sleeper = RawPeer.connect(relay.feed());
                PurpleDropSource source = client(relay)) {
            sleeper.upgrade();
            Heard heard = new Heard();
            source.start(heard);
            Patience.until(() -> relay.clients().size() == 2);
            Bytes picture = Bytes.wrap(new byte[200_000]);
            int frames = 0;
            // As many as it takes until the system's own buffers are full as well.
            while (relay.missed() < 20 && frames < 1000) {
                spring.send(Spring.frame(frames++, picture));
                heard.awaitMessages(frames);
            }
            assertThat(relay.missed()).isGreaterThanOrEqualTo(20);
            assertThat(relay.clients()).allMatch(client -> client.waitingBytes() <= 2 << 20)
                    .anyMatch(client -> client.missedFrames() == 0 && client.messages() == heard.messages.size())
                    .anyMatch(client -> client.missedFrames() >= 20 && client.missedReadings() == 0);
            for (int i = 0; i < frames; i++) {
                assertThat(EventCodec.decode(heard.messages.get(i).payload()).time())
                        .contains(Instant.ofEpochSecond(i));
            }
            assertThat(heard.losses).isEmpty();
        }
    }

    @Test
    void withoutADeviceTheRpcTellsWhatTheFeedTold() throws Exception {
        Spring spring = new Spring();
        try (FeedRelay relay = relay(spring, FeedRelay.Settings.LOOPBACK)) {
            assertThat(call(relay, "get_electrode_pins", "[]")).contains("-32000").contains("has not told it yet");
            spring.send(ELECTRODES);
            spring.send(new DeviceEvent.HvRegulator(TIME, 150, 200));
            spring.listener().told(new DeviceEvent.DeviceInfo(true, "S1", "v2"));
            assertThat(call(relay, "get_electrode_pins", "[]")).contains("\"duty_cycle\":255")
                    .contains("false,true,false,true");
            assertThat(call(relay, "get_hv_supply_voltage", "[]")).contains("\"result\":150.0");
            assertThat(call(relay, "get_device_info", "[]")).contains("\"serial_number\":\"S1\"");
            assertThat(call(relay, "get_parameter_definitions", "[]")).contains("-32601");
            assertThat(call(relay, "set_electrode_pins", "[[1]]")).contains("-32000").contains("no commands");
        }
    }

    @Test
    void questionsReachTheDeviceAndCommandsOnlyWhereTheyMay() throws Exception {
        try (DemoServer demo = DemoServer.start(vertx, new DemoServer.Settings(0, 0, 320, 240, 30, 85))) {
            try (FeedRelay relay = relay(demo, false)) {
                assertThat(call(relay, "get_parameter_definitions", "[]")).contains("\"id\":11");
                assertThat(call(relay, "get_parameter", "[99999]")).contains("-32000").contains("ValueError");
                assertThat(call(relay, "get_board_definition", "[]")).contains("\"layout\"");
                assertThat(call(relay, "set_electrode_pins", "[[7]]")).contains("no commands");
                assertThat(call(relay, "no_such_method", "[]")).contains("-32601");
                assertThat(get(relay.rpc() + "/map")).contains("get_parameter").doesNotContain("set_parameter");
            }
            try (FeedRelay relay = relay(demo, true)) {
                assertThat(call(relay, "set_electrode_pins", "{\"pins\":[7]}")).contains("\"result\":null");
                assertThat(get(relay.rpc() + "/map")).contains("set_parameter");
            }
        }
    }

    private FeedRelay relay(DemoServer demo, boolean commands) {
        return FeedRelay.start(vertx, new PurpleDropSource(vertx, demo.feed(), demo.rpc()),
                Optional.of(new DeviceRpc(vertx, demo.rpc(), Duration.ofSeconds(10))),
                new FeedRelay.Settings(Access.LOOPBACK, 0, 0, true, commands, FeedRelay.Settings.QUEUE_BYTES));
    }

    @Test
    void oursIsAClientLikeAnyOther() throws Exception {
        Heard heard = new Heard();
        try (DemoServer demo = DemoServer.start(vertx, new DemoServer.Settings(0, 0, 320, 240, 30, 85));
                FeedRelay relay = relay(demo, false);
                PurpleDropSource source = client(relay)) {
            source.start(heard);
            heard.await(() -> heard.kinds.size() == 12 && heard.told.size() == 2 && !heard.boards.isEmpty());
        }
        assertThat(heard.kinds).doesNotContain(EventKind.UNKNOWN);
        assertThat(heard.losses).isEmpty();
    }

    @Test
    void strangersAreKeptOut() throws Exception {
        assertThatIllegalArgumentException().isThrownBy(() -> new Access("0.0.0.0", Optional.of(" "), Set.of()))
                .withMessageContaining("a secret is needed");
        Access secret = new Access("127.0.0.1", Optional.of("a b"), Set.of("http://lab.example"));
        try (FeedRelay relay = relay(new Spring(), FeedRelay.Settings.at(secret, 0));
                HttpClient http = HttpClient.newHttpClient()) {
            assertThat(opens(http, relay.feed(), "")).contains("403");
            assertThat(opens(http, URI.create(relay.feed() + "/?token=wrong"), "")).contains("403");
            URI known = URI.create(relay.feed() + "/?token=a%20b");
            assertThat(opens(http, known, "https://evil.example")).contains("403");
            assertThat(opens(http, known, "http://lab.example")).isEmpty();
            assertThat(opens(http, known, "")).isEmpty();
            HttpRequest.Builder ask = HttpRequest.newBuilder(relay.rpc())
                    .POST(HttpRequest.BodyPublishers.ofString("{\"method\":\"get_device_info\"}"));
            assertThat(http.send(ask.build(), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
            HttpResponse<String> page = http.send(
                    ask.header(Secret.HEADER, "a b").header("origin", "http://lab.example").build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("access-control-allow-origin")).contains("http://lab.example");
        }
    }

    /** Why it could not; empty when it could. */
    private static String opens(HttpClient http, URI address, String origin) throws Exception {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        try {
            builder.buildAsync(address, new WebSocket.Listener() {
            }).get(10, TimeUnit.SECONDS).abort();
            return "";
        } catch (java.util.concurrent.ExecutionException e) {
            Throwable cause = e.getCause();
            return cause + " " + (cause == null ? "" : cause.getCause());
        }
    }

    private static String call(FeedRelay relay, String method, String params) throws Exception {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"" + method + "\",\"params\":" + params + "}";
        return send(HttpRequest.newBuilder(relay.rpc()).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String get(String address) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
