package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.Thumbnails;
import org.labreel.picture.Picture;

class ThumbnailsTest {
    @TempDir
    private Path folder;

    @Test
    void thumbnailIsMadeOnceKeptInTheCacheAndNeverBesideTheLog() throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Path cache = folder.resolve("cache");
        Path log = SmallLog.ofFrames(3).write(logs.resolve("a.bin"));
        try (Thumbnails thumbnails = new Thumbnails(cache, 10)) {
            Picture made = thumbnails.of(log).orElseThrow();
            assertThat(made.width()).isEqualTo(144);
            assertThat(made.height()).isEqualTo(108);
            assertThat(files(cache)).hasSize(1);
            Path kept = files(cache).getFirst();
            Files.setLastModifiedTime(kept, FileTime.from(Instant.EPOCH));
            assertThat(thumbnails.of(log)).isPresent();
            assertThat(Files.getLastModifiedTime(kept)).as("not made again").isEqualTo(FileTime.from(Instant.EPOCH));
            assertThat(files(logs)).containsExactly(log);
        }
    }

    @Test
    void logWithoutAPictureHasNoThumbnail() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.bin"));
        Path readings = new SmallLog().add(SmallLog.temperature(0)).write(folder.resolve("readings.bin"));
        try (Thumbnails thumbnails = new Thumbnails(folder.resolve("cache"), 10)) {
            assertThat(thumbnails.of(empty)).isEmpty();
            assertThat(thumbnails.of(readings)).isEmpty();
            assertThat(thumbnails.of(folder.resolve("gone.bin"))).isEmpty();
        }
    }

    @Test
    void lineAskedForLastIsFetchedFirstAndLinesScrolledPastAreNot() {
        Queue<Runnable> work = new ArrayDeque<>();
        List<Path> fetched = new ArrayList<>();
        ThumbnailLoader loader = new ThumbnailLoader(log -> {
            fetched.add(log);
            return Optional.empty();
        }, work::add, Runnable::run, () -> {
        });
        for (int i = 0; i < 2000; i++) {
            loader.of(Path.of("log" + i), 1);
        }
        while (!work.isEmpty()) {
            work.remove().run();
        }
        assertThat(fetched).hasSizeLessThan(50).startsWith(Path.of("log0"), Path.of("log1999"), Path.of("log1998"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
