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
import org.labreel.picture.PixelFormat;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.ServingChoices;

/** What the console serves as a remote recorder. */
class CplDoorTest {
    private static final Serving.Door FREE = new Serving.Door(true, 0);
    private static final Serving.Door OTHERS = FREE.with(ServingChoices.USUAL.withOthers(true));

    @Test
    void liveSourceIsServedToAPlayerAndTold() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (Sources sources = new Sources(() -> vertx, new DemoServer.Settings(0, 0, 320, 240, 20, 80))) {
            ServedSource served = new ServedSource();
            CplDoor door = new CplDoor(() -> vertx, sources, served);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> door.open(Serving.NOTHING, FREE)).withMessageContaining("no source is live");
            served.choose(SourceChoice.of("demo"));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> door.open(Serving.NOTHING.withAllowed("everybody"), OTHERS))
                    .withMessageContaining("everybody");
            Doors.Opened opened = door.open(Serving.NOTHING, FREE);
            try (CplSource source = new CplSource(vertx, CplAddress.parse(opened.address()))) {
                Heard heard = new Heard();
                source.start(heard);
                heard.awaitMessages(5);
                assertThat(opened.detail().get())
                        .matches("Records 320x240 yuv420p.* · \\S+ elapsed · \\S+ frames recorded, "
                                + "\\S+ skipped, \\S+ left out · \\S+ \\S+, \\S+ \\S+/s · 1 of 1 players play");
                assertThat(source.figures().frames()).startsWith("320x240 yuv420p");
            }
            opened.shut().run();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void pixelsAndSourceAreThoseThatWereChosen() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (DemoServer other = DemoServer.start(vertx, new DemoServer.Settings(0, 0, 200, 160, 20, 80));
                Sources sources = new Sources(() -> vertx, new DemoServer.Settings(0, 0, 320, 240, 20, 80))) {
            ServedSource served = new ServedSource();
            served.choose(SourceChoice.of("demo"));
            Doors.Opened opened = new CplDoor(() -> vertx, sources, served).open(Serving.NOTHING,
                    FREE.with(ServingChoices.USUAL.withFormat(PixelFormat.GRAY)
                            .withSource(other.feed() + "?rpc=" + other.rpc().getPort())));
            try (CplSource source = new CplSource(vertx, CplAddress.parse(opened.address()))) {
                Heard heard = new Heard();
                source.start(heard);
                heard.awaitMessages(5);
                assertThat(source.figures().frames()).startsWith("200x160 gray");
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
