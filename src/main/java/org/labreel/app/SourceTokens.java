package org.labreel.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.labreel.archive.DurableFile;
import org.labreel.feed.SourceToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of sources, apart from their addresses, which are shown, logged and written into sessions. Safe for
 * several threads.
 */
final class SourceTokens {
    private static final Logger LOG = LoggerFactory.getLogger(SourceTokens.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> file;
    private final Executor disk;
    private final CompletableFuture<Map<String, SourceToken>> known;

    private SourceTokens(Optional<Path> file, Executor disk) {
        this.file = file;
        this.disk = disk;
        this.known = CompletableFuture.supplyAsync(this::read, disk);
    }

    /** Known to this run of the program alone. */
    static SourceTokens ofThisRun() {
        return new SourceTokens(Optional.empty(), Runnable::run);
    }

    /** Kept in a file that its owner alone may read. */
    static SourceTokens in(Path file, Executor disk) {
        return new SourceTokens(Optional.of(file), disk);
    }

    private Map<String, SourceToken> read() {
        Map<String, SourceToken> found = new ConcurrentHashMap<>();
        try {
            if (file.isPresent() && Files.isRegularFile(file.get())) {
                JsonNode json = JSON.readTree(file.get().toFile());
                json.properties().forEach(each -> found.put(each.getKey(), new SourceToken(each.getValue().asText())));
            }
        } catch (IOException e) {
            LOG.warn("the tokens of sources in {} cannot be read; type them again", file.get());
        }
        return found;
    }

    /** What to show to the source; empty when none was ever typed. May wait for the disk. */
    Optional<SourceToken> of(URI feed) {
        return Optional.ofNullable(known.join().get(feed.toString()));
    }

    /** Returns at once. */
    void remember(URI feed, SourceToken token) {
        if (!known.isDone()) {
            var _ = known.thenRunAsync(() -> remember(feed, token), disk);
        } else if (!token.equals(known.join().put(feed.toString(), token))) {
            disk.execute(this::write);
        }
    }

    private synchronized void write() {
        if (file.isEmpty()) {
            return;
        }
        try {
            ObjectNode json = JSON.createObjectNode();
            known.join().forEach((feed, token) -> json.put(feed, token.secret()));
            Files.createDirectories(file.get().toAbsolutePath().getParent());
            DurableFile.replaceSecret(file.get(), JSON.writeValueAsBytes(json));
        } catch (IOException e) {
            LOG.warn("the tokens of sources cannot be kept in {}: {}", file.get(), e.getMessage());
        }
    }
}
