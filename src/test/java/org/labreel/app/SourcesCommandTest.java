package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labreel.feed.pi.PiDatagrams;
import org.labreel.feed.pi.PiResponder;
import org.labreel.feed.pi.SearchPlaces;
import picocli.CommandLine;

/** The search of the command line, on loopback. */
class SourcesCommandTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static int freePort() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, HERE)) {
            return socket.getLocalPort();
        }
    }

    private static SearchPlaces places(int port, int target) {
        return new SearchPlaces(HERE, port, port, () -> List.of(new InetSocketAddress(HERE, target)));
    }

    private int run(SearchPlaces places, String... args) {
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        return new CommandLine(new SourcesCommand(terminal, places)).execute(args);
    }

    @Test
    void camerasThatAnswerArePrintedAndAsJson() throws Exception {
        int cameraPort = freePort();
        PiDatagrams there = new PiDatagrams(places(cameraPort, cameraPort));
        try (PiResponder camera = PiResponder.start(there, "bench", 9898, _ -> true)) {
            assertThat(camera).isNotNull();
            assertThat(run(places(freePort(), cameraPort), "--seconds", "2")).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo("pi://127.0.0.1:9898  Pi camera  bench");
            out.reset();
            assertThat(run(places(freePort(), cameraPort), "--seconds", "2", "--json")).isZero();
            JsonNode found = new ObjectMapper().readTree(out.toByteArray());
            assertThat(found).hasSize(1);
            assertThat(found.get(0).path("name").asText()).isEqualTo("bench");
            assertThat(found.get(0).path("kind").asText()).isEqualTo("Pi camera");
        }
    }

    @Test
    void thatNobodyAnswersIsSaidAndIsNoFailure() throws Exception {
        int silent = freePort();
        assertThat(run(places(freePort(), silent), "--seconds", "0.2")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No Pi camera answered");
    }
}
