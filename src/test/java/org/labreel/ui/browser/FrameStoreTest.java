package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.log.LogReader;
import org.labreel.picture.Picture;

class FrameStoreTest {
    private static final long FRAME_BYTES = 40_000;

    @TempDir
    private Path folder;
    private final FrameStore<FrameLoader.Loaded> store = new FrameStore<>(9 * FRAME_BYTES);
    @SuppressWarnings("NullAway.Init")
    private LogReader reader;

    @BeforeEach
    void open() throws IOException {
        reader = LogReader.open(SmallLog.ofFrames(100).write(folder.resolve("a.bin")));
        store.turnTo(Optional.of(reader));
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
    }

    @Test
    void framesAheadAreForeseenInTheDirectionAndAtThePaceOfTheLastStep() {
        go(50);
        go(51);
        assertThat(ahead()).containsExactly(52, 53, 54, 55);
        go(50);
        assertThat(ahead()).startsWith(49, 48, 47);
        go(54);
        assertThat(ahead()).startsWith(58, 62);
    }

    @Test
    void nothingIsForeseenAfterAJump() {
        go(10);
        go(60);
        assertThat(ahead()).isEmpty();
        go(61);
        assertThat(ahead()).isNotEmpty();
    }

    @Test
    void nothingIsForeseenBeyondEitherEnd() {
        go(97);
        go(98);
        assertThat(ahead()).containsExactly(99);
        go(2);
        go(1);
        assertThat(ahead()).containsExactly(0);
    }

    @Test
    void noMoreIsKeptThanItsBound() {
        int made = 0;
        for (int frame = 0; frame < 100; frame++) {
            go(frame);
            for (Optional<FrameStore.Place> next = store.next(); next.isPresent(); next = store.next()) {
                made += store.room().isEmpty() ? 1 : 0;
                store.put(loaded(next.get().frame()));
            }
        }
        assertThat(made).isLessThanOrEqualTo(9);
        go(98);
        assertThat(store.take(97)).as("the way back").isPresent();
        assertThat(store.take(1)).isEmpty();
    }

    @Test
    void framesOfAnotherLogAreForgotten() throws IOException {
        go(1);
        store.put(loaded(2));
        try (LogReader other = LogReader.open(SmallLog.ofFrames(10).write(folder.resolve("b.bin")))) {
            store.turnTo(Optional.of(other));
            assertThat(store.take(2)).isEmpty();
            store.put(loaded(3));
            assertThat(store.take(3)).as("a frame of the log before").isEmpty();
        }
    }

    private void go(int frame) {
        store.ask(frame);
        store.put(store.take(frame).orElseGet(() -> loaded(frame)));
    }

    private List<Integer> ahead() {
        List<Integer> frames = new ArrayList<>();
        for (Optional<FrameStore.Place> next = store.next(); next.isPresent(); next = store.next()) {
            frames.add(next.get().frame());
            store.put(loaded(next.get().frame()));
        }
        return frames;
    }

    private FrameLoader.Loaded loaded(int frame) {
        return new FrameLoader.Loaded(reader, frame, Optional.of(new Picture(100, 100)), StateAtFrame.NOTHING,
                Optional.empty());
    }
}
