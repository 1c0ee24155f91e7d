package org.labreel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * A real file system of a few kilobytes, in memory. It takes the right to mount one; without it the test is skipped.
 */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    public static SmallDisk mount(Path folder, int kilobytes) throws InterruptedException {
        String failure = run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString());
        assumeTrue(failure.isEmpty(), "no small file system can be mounted here: " + failure);
        return new SmallDisk(folder);
    }

    /** @return what went wrong */
    private static String run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            int code = process.waitFor();
            return code == 0 ? "" : code + " " + said.strip();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            String failure = run("umount", folder.toString());
            if (!failure.isEmpty()) {
                throw new AssertionError(failure);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
