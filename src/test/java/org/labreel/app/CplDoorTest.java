package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.labreel.feed.Heard;
import org.labreel.feed.cpl.CplAddress;
import org.labreel.feed.cpl.CplSource;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.Serving;

/** What the console serves as a remote recorder. */
class CplDoorTest {
    private static final Serving.Door FREE = new Serving.Door(true, 0);

    @Test
    void liveSourceIsServedToAPlayerAndTold() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (Sources sources = new Sources(() -> vertx, new DemoServer.Settings(0, 0, 320, 240, 20, 80))) {
            RelayDoor door = new RelayDoor(() -> vertx, sources);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> door.recorder(Serving.NOTHING, FREE)).withMessageContaining("no source is live");
            door.choose(SourceChoice.of("demo"));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> door.recorder(Serving.NOTHING.withAllowed("everybody"), FREE))
                    .withMessageContaining("everybody");
            Doors.Opened opened = door.recorder(Serving.NOTHING, FREE);
            try (CplSource source = new CplSource(vertx, CplAddress.parse(opened.address()))) {
                Heard heard = new Heard();
                source.start(heard);
                heard.awaitMessages(5);
                assertThat(opened.detail().get()).startsWith("Players: 1; ");
                assertThat(source.figures().frames()).startsWith("320x240 yuv420p");
            }
            opened.shut().run();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void addressesAreReadWhateverStandsBetweenThem() {
        assertThat(Serving.NOTHING.withAllowed(" 192.0.2.7, 198.51.100.0/24;203.0.113.1 ").allowedAddresses())
                .isEqualTo(List.of("192.0.2.7", "198.51.100.0/24", "203.0.113.1"));
    }
}
