package org.labreel.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.labreel.feed.SourceAddress;

/** What the operator may name as a source: the demo, a device server, a log to be played as if it were live. */
sealed interface SourceChoice {
    /** The address that means the simulated device. */
    String DEMO = "demo";

    /** The simulated device. */
    record Demo() implements SourceChoice {
    }

    /** A log on disk. */
    record Log(Path file) implements SourceChoice {
    }

    /** A PurpleDrop device server. */
    record Device(SourceAddress address) implements SourceChoice {
    }

    /**
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    static SourceChoice of(String text) {
        String given = text.strip();
        if (given.isEmpty()) {
            throw new IllegalArgumentException("Type an address first, such as ws://host:7001.");
        }
        if (given.equals(DEMO)) {
            return new Demo();
        }
        return isFile(given) ? new Log(Path.of(given)) : new Device(SourceAddress.parse(given));
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
