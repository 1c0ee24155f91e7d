package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.log.LogReader;
import org.labreel.ui.kit.Background;

class LogFollowerTest {
    private static final int FRAMES = 400;

    @TempDir
    private Path folder;
    private final Queue<Runnable> jobs = new ArrayDeque<>();
    private final List<OpenLog> found = new ArrayList<>();
    private final LogFollower follower = new LogFollower(
            new Background(jobs::add, Runnable::run, InstantSource.system()), Runnable::run, Runnable::run, found::add);
    @SuppressWarnings("NullAway.Init")
    private Path file;
    @SuppressWarnings("NullAway.Init")
    private LogReader reader;

    @BeforeEach
    void begin() throws IOException {
        file = SmallLog.ofFrames(FRAMES).write(folder.resolve("a.bin"));
        // No longer than the first look takes.
        reader = LogReader.begin(file, Optional.empty(), Duration.ZERO, () -> false);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
    }

    @Test
    void largeLogIsShownFromItsFirstFramesOnAndIndexedInTheBackground() {
        OpenLog first = OpenLog.of(reader, Optional.empty());
        assertThat(first.reach()).isEqualTo(Reach.PART);
        assertThat(first.frames()).isBetween(1, FRAMES - 1);
        follower.follow(first);
        assertThat(follower.indexingProperty().get()).isPresent();
        work();
        assertThat(found.getLast().reach()).isEqualTo(Reach.WHOLE);
        assertThat(found.getLast().frames()).isEqualTo(FRAMES);
        assertThat(follower.indexingProperty().get()).isEmpty();
    }

    @Test
    void indexingThatIsStoppedKeepsWhatItHasAndCanGoOn() {
        follower.follow(OpenLog.of(reader, Optional.empty()));
        follower.stop();
        work();
        assertThat(found).isEmpty();
        assertThat(reader.complete()).isFalse();
        follower.index();
        work();
        assertThat(found.getLast().frames()).isEqualTo(FRAMES);
    }

    @Test
    void anotherLogEndsTheIndexingOfTheOneBefore() throws IOException {
        follower.follow(OpenLog.of(reader, Optional.empty()));
        try (LogReader other = LogReader.open(SmallLog.ofFrames(2).write(folder.resolve("b.bin")))) {
            follower.follow(OpenLog.of(other, Optional.empty()));
            work();
            assertThat(found).noneMatch(log -> log.reader() == reader);
        }
    }

    @Test
    void logThatGrowsIsFollowedAndItsHalfRecordIsNeitherShownNorCalledDamage() throws IOException {
        follower.follow(OpenLog.of(reader, Optional.empty()));
        work();
        byte[] longer = Files.readAllBytes(SmallLog.ofFrames(FRAMES + 3).write(folder.resolve("longer.bin")));
        int have = (int) Files.size(file);
        append(Arrays.copyOfRange(longer, have, longer.length - 5));
        follower.look();
        assertThat(found.getLast().reach()).isEqualTo(Reach.GROWING);
        assertThat(found.getLast().frames()).isEqualTo(FRAMES + 2);
        assertThat(found.getLast().notes()).noneMatch(LogNotes.Note::warning);
        append(Arrays.copyOfRange(longer, longer.length - 5, longer.length));
        follower.look();
        assertThat(found.getLast().frames()).isEqualTo(FRAMES + 3);
    }

    @Test
    void logThatStandsStillForSecondsIsNotCalledGrowingAnyMoreAndItsTornEndIsTold() throws IOException {
        follower.follow(OpenLog.of(reader, Optional.empty()));
        work();
        append(new byte[]{40, 0, 0, 0, 26, 7});
        for (int second = 0; second < 10; second++) {
            follower.look();
        }
        assertThat(found.getLast().reach()).isEqualTo(Reach.WHOLE);
        assertThat(found.getLast().notes()).anyMatch(LogNotes.Note::warning);
        assertThat(found.getLast().frames()).isEqualTo(FRAMES);
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.APPEND);
    }

    private void work() {
        while (!jobs.isEmpty()) {
            jobs.remove().run();
        }
    }
}
