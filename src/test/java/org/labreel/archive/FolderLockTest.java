package org.labreel.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs that want one folder, over and over, at the same instant. */
class FolderLockTest {
    private static final int TAKEN = 1500;

    @TempDir
    private Path folder;

    @Test
    void twoProgramsNeverHoldAFolderAtOnce() throws Exception {
        List<Process> rivals = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                rivals.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Rival.class.getName(),
                        folder.toString()).redirectErrorStream(true).start());
            }
            for (Process rival : rivals) {
                try (BufferedReader out = rival.inputReader()) {
                    assertThat(out.lines()).containsExactly("alone each time");
                }
            }
        } finally {
            rivals.forEach(Process::destroyForcibly);
        }
        assertThat(folder.resolve(".recording")).as("nothing is left").doesNotExist();
    }

    /** Takes the folder and lets it go; while it has it, nobody else may have. */
    static final class Rival {
        private Rival() {
        }

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            Path owned = folder.resolve("owned");
            int taken = 0;
            while (taken < TAKEN) {
                Optional<FolderLock> lock = FolderLock.tryTake(folder);
                if (lock.isPresent()) {
                    try (FolderLock _ = lock.get()) {
                        Files.createFile(owned);
                        Files.delete(owned);
                        taken++;
                    }
                }
            }
            System.out.println("alone each time");
        }
    }
}
