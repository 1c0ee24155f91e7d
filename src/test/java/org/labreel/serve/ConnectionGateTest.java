package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who come in crowds, and those who never say what they want. */
class ConnectionGateTest {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String LARGE = "x".repeat(100_000);

    private final Vertx vertx = Vertx.vertx();
    private final List<RawPeer> peers = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (RawPeer peer : peers) {
            peer.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private URI serving(ConnectionGate gate) throws Exception {
        HttpServer server = gate.watch(vertx.createHttpServer(ServerLimits.options())).requestHandler(request -> {
            if (gate.asked(request)) {
                request.endHandler(_ -> request.response().end("/large".equals(request.path()) ? LARGE : "here"));
            }
        }).webSocketHandshakeHandler(handshake -> {
            gate.upgraded(handshake.remoteAddress());
            handshake.accept();
        }).webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage));
        server.listen(0, ServerLimits.LOOPBACK).toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private RawPeer peer(URI address) throws IOException {
        RawPeer peer = RawPeer.connect(address);
        peers.add(peer);
        return peer;
    }

    private static String answer(RawPeer peer) throws IOException {
        try {
            peer.write(REQUEST);
            return peer.readLine();
        } catch (SocketException e) {
            return "";
        }
    }

    @Test
    void crowdThatSaysNothingIsSentAwayAndOthersAreServed() throws Exception {
        ConnectionGate gate = new ConnectionGate(vertx, 500, 300);
        URI address = serving(gate);
        for (int i = 0; i < 500; i++) {
            peer(address);
        }
        for (RawPeer silent : peers) {
            assertThat(silent.readLine()).as("closed").isEmpty();
        }
        assertThat(answer(peer(address))).contains("200");
    }

    @Test
    void onesThatAreTooManyAreClosedAtOnceAndTheirPlaceIsFreeLater() throws Exception {
        ConnectionGate gate = new ConnectionGate(vertx, 3, 60_000);
        URI address = serving(gate);
        for (int i = 0; i < 3; i++) {
            assertThat(answer(peer(address))).contains("200");
        }
        assertThat(answer(peer(address))).isEmpty();
        peers.getFirst().close();
        String answer = "";
        for (int tries = 0; tries < 1000 && answer.isEmpty(); tries++) {
            answer = answer(peer(address));
        }
        assertThat(answer).contains("200");
    }

    @Test
    void requestThatDripsInIsNotWaitedFor() throws Exception {
        URI address = serving(new ConnectionGate(vertx, 10, 300));
        assertLeft(peer(address), "GET / HTTP/1.1\r\nX: ", "a");
    }

    @Test
    void bodyThatDripsInIsNotWaitedFor() throws Exception {
        URI address = serving(new ConnectionGate(vertx, 10, 300));
        assertLeft(peer(address), "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 200000000\r\n\r\n", "a");
    }

    @Test
    void whoAsksAndNeverReadsTheAnswersIsLeft() throws Exception {
        URI address = serving(new ConnectionGate(vertx, 10, 60_000));
        assertLeft(peer(address), "", "GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    private static void assertLeft(RawPeer peer, String first, String again) throws IOException {
        long began = System.nanoTime();
        boolean open = true;
        for (int i = 0; open && System.nanoTime() - began < TimeUnit.SECONDS.toNanos(20); i++) {
            try {
                peer.write(i == 0 ? first : again);
            } catch (SocketException e) {
                open = false;
            }
            Thread.onSpinWait();
        }
        assertThat(open).isFalse();
    }

    @Test
    void whoHasAskedMayStay() throws Exception {
        URI address = serving(new ConnectionGate(vertx, 10, 200));
        RawPeer asked = peer(address);
        assertThat(answer(asked)).contains("200");
        RawPeer socket = peer(address);
        socket.upgrade();
        // Closed after those two would have been.
        assertThat(peer(address).readLine()).isEmpty();
        while (!asked.readLine().isEmpty()) {
            // The rest of the first answer's head.
        }
        assertThat(answer(asked)).isEqualTo("hereHTTP/1.1 200 OK");
        while (!socket.readLine().isEmpty()) {
            // The rest of the handshake.
        }
        socket.write(new byte[]{(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, '\n'});
        assertThat(socket.readLine()).as("a text of one line end, sent back").hasSize(2);
    }
}
