package org.labreel.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.labreel.log.LogReader;

/** P3: index of a 2 GB log, against a walk over the record headers in C, and against reading every byte. */
final class IndexBench {
    private static final long BYTES = 2_000_000_000L;
    private static final int ROUNDS = 5;

    private IndexBench() {
    }

    static void run() throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("bench.folder", "target/bench")));
        Path log = folder.resolve("index.bin");
        Path cache = Files.createTempDirectory(folder, "cache");
        try {
            int frames = LargeLog.dense(log, LargeLog.jpegs(4, 190_000), BYTES);
            boolean cold = PageCache.forget(log);
            System.out.printf(Locale.ROOT, "index: %.2f GB, %d frames, %s%n", Files.size(log) / 1e9, frames, cold
                    ? "page cache of the file dropped before each reading (the disk of the host may still cache)"
                    : "WARM: this machine does not let the page cache be dropped");
            measure(log, cache, HeaderWalk.compiled(folder));
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static void measure(Path log, Path cache, Optional<HeaderWalk> walk) throws Exception {
        List<double[]> rounds = new ArrayList<>();
        open(log, Optional.of(cache));
        for (int round = 0; round < ROUNDS; round++) {
            double[] cold = {walk(walk, log), cold(log, () -> open(log, Optional.empty())), walk(walk, log),
                    cold(log, () -> open(log, Optional.empty())), cold(log, () -> child(log)),
                    cold(log, () -> walk.isPresent() ? walk.get().everyByte(log) : Double.NaN),
                    cold(log, () -> open(log, Optional.of(cache)))};
            // What every byte was read of is warm.
            open(log, Optional.empty());
            rounds.add(new double[]{Math.min(cold[0], cold[2]), cold[4], Math.min(cold[1], cold[3]), cold[5], cold[6],
                    open(log, Optional.empty()), walk.isPresent() ? walk.get().headers(log) : Double.NaN,
                    open(log, Optional.of(cache))});
        }
        print(rounds, Files.size(log));
    }

    /** Gives milliseconds. */
    private interface Timed {
        double run() throws Exception;
    }

    private static double cold(Path log, Timed work) throws Exception {
        PageCache.forget(log);
        return work.run();
    }

    private static double walk(Optional<HeaderWalk> walk, Path log) throws Exception {
        return cold(log, () -> walk.isPresent() ? walk.get().headers(log) : Double.NaN);
    }

    private static void print(List<double[]> rounds, long bytes) {
        double[] m = new double[8];
        for (int i = 0; i < m.length; i++) {
            int column = i;
            m[i] = Duel.median(rounds.stream().mapToDouble(round -> round[column]).toArray());
        }
        if (Double.isNaN(m[0])) {
            System.out.println("P3 there is no C compiler here: that peer is skipped");
        }
        System.out.printf(Locale.ROOT, "P3 index in the running program        %8.1f ms (%.2f GB/s)%n", m[2],
                bytes / m[2] / 1e6);
        System.out.printf(Locale.ROOT, "P3 the first one of a new JVM          %8.1f ms (%.2f GB/s)%n", m[1],
                bytes / m[1] / 1e6);
        System.out.printf(Locale.ROOT, "P3 pread walk over the headers in C    %8.1f ms: ratio %.2f, new JVM %.2f "
                + "(1 = its speed)%n", m[0], ratio(rounds, 0, 2), ratio(rounds, 0, 1));
        System.out.printf(Locale.ROOT, "P3 every byte read in C                %8.1f ms: ratio %.2f (>= 3)%n", m[3],
                ratio(rounds, 3, 2));
        System.out.printf(Locale.ROOT, "P3 reopened by the sidecar             %8.1f ms: %.2f %% of a rescan (<= 1)%n",
                m[4], 100 / ratio(rounds, 2, 4));
        System.out.printf(Locale.ROOT, "P3 warm: index %.1f ms, C %.1f ms (ratio %.2f), sidecar %.1f ms%n", m[5], m[6],
                ratio(rounds, 6, 5), m[7]);
    }

    private static double ratio(List<double[]> rounds, int peer, int ours) {
        return Duel.median(rounds.stream().mapToDouble(round -> round[peer] / round[ours]).toArray());
    }

    /** Milliseconds. */
    static double open(Path log, Optional<Path> cache) throws IOException {
        long start = System.nanoTime();
        try (LogReader reader = LogReader.open(log, cache, _ -> {
        }, () -> false)) {
            if (reader.index().frames() == 0) {
                throw new IllegalStateException("no frames found");
            }
            return (System.nanoTime() - start) / 1e6;
        }
    }

    private static double child(Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("--class-path=" + System.getProperty("java.class.path").replace(
                File.pathSeparator + File.pathSeparator, File.pathSeparator));
        command.add(FirstIndex.class.getName());
        command.add(log.toString());
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String line = process.inputReader().readLine();
        if (process.waitFor() != 0 || line == null) {
            throw new IOException("the index of a new JVM failed");
        }
        return Double.parseDouble(line);
    }
}
