package org.labreel.bench;

import java.nio.file.Path;
import java.util.Optional;

/** Opens a log in a JVM that has done nothing yet, and prints how many milliseconds it took. */
final class FirstIndex {
    private FirstIndex() {
    }

    public static void main(String[] args) throws Exception {
        System.out.println(IndexBench.open(Path.of(args[0]), Optional.empty()));
    }
}
