package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRoomTest {
    @TempDir
    private Path folder;
    private final AtomicLong nanos = new AtomicLong();
    private final Deque<Runnable> disk = new ArrayDeque<>();

    private DiskRoom room() {
        return new DiskRoom(() -> folder.resolve("recordings").resolve("not made yet"), disk::add, nanos::get);
    }

    @Test
    void roomOfAFolderThatIsNotMadeYetIsThatOfTheDiskBelow() {
        DiskRoom room = room();
        assertThat(room.bytes()).isEmpty();
        disk.remove().run();
        assertThat(room.bytes().orElse(-1)).isPositive();
    }

    @Test
    void diskIsAskedNowAndThenAndNeverTwiceAtOnce() {
        DiskRoom room = room();
        for (int i = 0; i < 100; i++) {
            room.bytes();
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(250));
        }
        assertThat(disk).as("the disk has not answered yet").hasSize(1);
        disk.remove().run();
        room.bytes();
        room.bytes();
        assertThat(disk).hasSize(1);
    }
}
