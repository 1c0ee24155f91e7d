package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.labreel.codec.EventCodec;
import org.labreel.feed.Heard;
import org.labreel.feed.PurpleDropSource;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.PinSet;
import org.labreel.picture.PictureSize;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoServerTest {
    private static final DemoServer.Settings SMALL = new DemoServer.Settings(0, 0, 320, 240, 30, 85);

    private Vertx vertx;
    private DemoServer demo;

    @BeforeAll
    void start() {
        vertx = Vertx.vertx();
        demo = DemoServer.start(vertx, SMALL);
    }

    @AfterAll
    void stop() throws Exception {
        demo.close();
        demo.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void lateJoinerMeetsEveryKindOfEventAndIsToldTheState() throws Exception {
        Heard heard = new Heard();
        try (PurpleDropSource source = new PurpleDropSource(vertx, demo.feed(), demo.rpc())) {
            source.start(heard);
            heard.await(() -> heard.kinds.size() == 12 && heard.told.size() == 2 && !heard.boards.isEmpty());
        }
        assertThat(heard.kinds).doesNotContain(EventKind.UNKNOWN);
        assertThat(heard.boards.getFirst().electrodes()).hasSize(120);
        assertThat(heard.told).anyMatch(DeviceEvent.DeviceInfo.class::isInstance)
                .anyMatch(event -> event instanceof DeviceEvent.ElectrodeState e && e.driveGroups().size() == 2
                        && e.scanGroups().size() == 5 && e.pinCount() == 128);
        assertThat(heard.losses).isEmpty();
    }

    @Test
    void transformComesRightBeforeItsImageWithTheSameTime() throws Exception {
        Heard heard = new Heard();
        try (PurpleDropSource source = new PurpleDropSource(vertx, demo.feed(), demo.rpc())) {
            source.start(heard);
            heard.awaitMessages(300);
        }
        int frames = 0;
        for (int i = 1; i < heard.messages.size(); i++) {
            if (EventCodec.decode(heard.messages.get(i).payload()) instanceof DeviceEvent.Image image) {
                DeviceEvent before = EventCodec.decode(heard.messages.get(i - 1).payload());
                assertThat(before).isInstanceOf(DeviceEvent.ImageTransform.class);
                assertThat(before.time()).isEqualTo(image.time());
                assertThat(PictureSize.read(image.data())).isEqualTo(new PictureSize(320, 240));
                frames++;
            }
        }
        assertThat(frames).isPositive();
    }

    @Test
    void electrodesThatAClientSetsAreSentToAll() throws Exception {
        Heard heard = new Heard();
        try (PurpleDropSource source = new PurpleDropSource(vertx, demo.feed(), demo.rpc())) {
            source.start(heard);
            heard.awaitMessages(1);
            assertThat(call("set_electrode_pins", "[[2,100,80]]")).contains("\"result\":null");
            heard.await(() -> heard.messages.stream().anyMatch(m -> active(m.payload()).equals(PinSet.of(2, 80, 100))));
            assertThat(call("set_electrode_pins", "{\"pins\":[7],\"group_id\":1,\"duty_cycle\":99}"))
                    .contains("\"result\":null");
            assertThat(call("get_electrode_pins", "[]")).contains("\"duty_cycle\":99");
        }
    }

    private static PinSet active(org.labreel.model.Bytes message) {
        try {
            return EventCodec.decode(message) instanceof DeviceEvent.ElectrodeState state
                    ? state.active()
                    : PinSet.EMPTY;
        } catch (org.labreel.codec.MalformedEventException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readingsAndParametersAreAnswered() throws Exception {
        assertThat(call("get_scan_capacitance", "[]")).contains("\"raw\":[").contains("\"calibrated\":[");
        assertThat(call("get_group_capacitance", "[]")).contains("\"calibrated\":[");
        assertThat(call("get_active_capacitance", "[]")).contains("\"result\":");
        assertThat(call("get_temperatures", "[]")).contains("\"result\":[");
        assertThat(call("get_hv_supply_voltage", "[]")).contains("\"result\":");
        assertThat(call("get_parameter_definitions", "[]")).contains("\"id\":11").contains("\"type\":\"bool\"");
        assertThat(call("set_parameter", "[100, 4.5]")).contains("\"result\":null");
        assertThat(call("get_parameter", "{\"paramIdx\":100}")).contains("\"result\":4.5");
        assertThat(call("set_parameter", "[4294967295, 1]")).contains("\"result\":null");
    }

    @Test
    void wrongCallsGetErrorsInTheServersOwnForm() throws Exception {
        assertThat(call("no_such_method", "[]")).contains("-32601");
        assertThat(call("set_electrode_pins", "[2,100,80]")).contains("-32000").contains("\"type\"")
                .contains("\"args\"").contains("\"message\"");
        assertThat(call("set_electrode_pins", "[[128]]")).contains("-32000");
        assertThat(call("set_electrode_pins", "[[1],7]")).contains("-32000");
        assertThat(call("get_parameter", "[99999]")).contains("-32000");
        assertThat(call("get_parameter", "[\"x\"]")).contains("-32000");
        assertThat(post("{no json").body()).contains("-32700");
        assertThat(post("[]").body()).contains("-32600");
        assertThat(post("").body()).contains("-32600");
        assertThat(post("[".repeat(100_000)).body()).contains("-32700");
    }

    @Test
    void hugeBodyIsRefusedBeforeItIsRead() throws Exception {
        HttpResponse<String> answer = post("\"" + "x".repeat(ServerLimits.MAX_REQUEST_BYTES) + "\"");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("-32600");
    }

    @Test
    void mapListsTheMethods() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(URI.create(demo.rpc() + "/map")).build();
        assertThat(send(get).body()).contains("set_electrode_pins").contains("get_board_definition");
    }

    @Test
    void pagesOfStrangersAreRefused() throws Exception {
        HttpRequest foreign = HttpRequest.newBuilder(demo.rpc()).header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("{}")).build();
        assertThat(send(foreign).statusCode()).isEqualTo(403);
        try (HttpClient client = HttpClient.newHttpClient()) {
            var refused = client.newWebSocketBuilder().header("Origin", "https://evil.example")
                    .buildAsync(demo.feed(), new WebSocket.Listener() {
                    });
            assertThat(refused).failsWithin(10, TimeUnit.SECONDS).withThrowableThat()
                    .havingRootCause().withMessageContaining("403");
            client.newWebSocketBuilder().buildAsync(demo.feed(), new WebSocket.Listener() {
            }).get(10, TimeUnit.SECONDS).abort();
        }
    }

    @Test
    void clientThatReadsNothingStallsNobody() throws Exception {
        try (RawPeer sleeper = RawPeer.connect(demo.feed())) {
            sleeper.upgrade();
            Heard heard = new Heard();
            try (PurpleDropSource source = new PurpleDropSource(vertx, demo.feed(), demo.rpc())) {
                source.start(heard);
                heard.awaitMessages(400);
                assertThat(heard.losses).isEmpty();
            }
        }
    }

    @Test
    void overlongRequestLineIsRefused() throws Exception {
        try (RawPeer peer = RawPeer.connect(demo.rpc())) {
            peer.write("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\n\r\n");
            assertThat(peer.readLine()).contains("414");
        }
    }

    @Test
    void unusableSettingsAreRefused() {
        for (double[] wrong : List.of(new double[]{10, 240, 30, 85}, new double[]{320, 99_999, 30, 85},
                new double[]{320, 240, 0, 85}, new double[]{320, 240, Double.NaN, 85},
                new double[]{320, 240, 30, 0})) {
            org.assertj.core.api.Assertions.assertThatIllegalArgumentException().as(Arrays.toString(wrong))
                    .isThrownBy(() -> new DemoServer.Settings(0, 0, (int) wrong[0], (int) wrong[1], wrong[2],
                            (int) wrong[3]));
        }
    }

    private String call(String method, String params) throws Exception {
        return post("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"" + method + "\",\"params\":" + params + "}").body();
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(HttpRequest.newBuilder(demo.rpc()).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
