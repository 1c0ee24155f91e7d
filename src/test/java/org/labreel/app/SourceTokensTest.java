package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Heard;
import org.labreel.feed.Source;
import org.labreel.feed.SourceToken;
import org.labreel.serve.Access;
import org.labreel.serve.DemoServer;
import org.labreel.serve.FeedRelay;

class SourceTokensTest {
    private static final String SECRET = "open sesame";
    private static final URI FEED = URI.create("ws://lab:7101");

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void tokensAreKeptForTheNextStartInAFileThatIsTheOwnersAlone() throws Exception {
        Path file = folder.resolve("new").resolve("tokens.json");
        SourceTokens tokens = SourceTokens.in(file, Runnable::run);
        assertThat(tokens.of(FEED)).isEmpty();
        tokens.remember(FEED, new SourceToken(SECRET));
        assertThat(SourceTokens.in(file, Runnable::run).of(FEED)).hasValue(new SourceToken(SECRET));
        assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void fileThatCannotBeReadIsNoneAndIsWrittenAnew() throws Exception {
        Path file = Files.writeString(folder.resolve("tokens.json"), "{\"ws");
        SourceTokens tokens = SourceTokens.in(file, Runnable::run);
        assertThat(tokens.of(FEED)).isEmpty();
        tokens.remember(FEED, new SourceToken(SECRET));
        assertThat(SourceTokens.in(file, Runnable::run).of(FEED)).isPresent();
    }

    @Test
    void relayThatAsksForATokenIsASourceAndTheTokenIsNotInItsAddress() throws Exception {
        Vertx vertx = Vertx.vertx();
        Access access = new Access("127.0.0.1", Optional.of(SECRET), Set.of());
        try (Sources there = new Sources(() -> vertx, new DemoServer.Settings(0, 0, 320, 240, 20, 80));
                FeedRelay relay = RelayDoor.start(vertx, there, SourceChoice.of("demo"),
                        FeedRelay.Settings.at(access, 0));
                Sources here = new Sources(() -> vertx, DemoServer.Settings.DEFAULT)) {
            String bare = relay.feed() + "?rpc=" + relay.rpc().getPort();
            Heard refused = new Heard();
            try (Source source = here.shared(SourceChoice.of(bare)).branch()) {
                source.start(refused);
                refused.awaitStatus(each -> each.text().contains("it asks for a token"));
            }
            Heard heard = new Heard();
            String typed = bare + "&token=open%20sesame";
            assertThat(here.address(typed)).isEqualTo(bare);
            try (Source source = here.shared(SourceChoice.of(typed)).branch()) {
                source.start(heard);
                heard.awaitMessages(5);
                // The board comes by RPC, which asks for the same.
                heard.await(() -> !heard.boards.isEmpty());
                assertThat(source.address()).isEqualTo(bare);
            }
            assertThat(heard.statuses).extracting(FeedStatus::text).noneMatch(each -> each.contains("sesame"));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }
}
