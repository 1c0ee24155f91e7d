package org.labreel.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;

/**
 * P8: a log of 100 GB. It is a sparse file: every record has its real header, but the pictures of only each thousandth
 * frame are written, all others are holes. What an index reads is all there.
 */
final class HugeBench {
    private static final long BYTES = 100_000_000_000L;
    private static final int SOLID = 1000;

    private HugeBench() {
    }

    static void run() throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("bench.folder", "target/bench")));
        Path log = folder.resolve("huge.bin");
        Path cache = Files.createTempDirectory(folder, "cache");
        try {
            List<Bytes> jpegs = LargeLog.jpegs(4, 190_000);
            int frames = LargeLog.sparse(log, jpegs, BYTES, SOLID);
            boolean cold = PageCache.forget(log);
            System.out.printf(Locale.ROOT, "huge: %.0f GB in a sparse file (pictures of each %dth frame written), "
                    + "%,d frames, %s%n", Files.size(log) / 1e9, SOLID, frames, cold ? "cold" : "WARM");
            measure(log, cache);
            if (PageCache.forget(log)) {
                reopen(log, cache);
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static void measure(Path log, Path cache) throws Exception {
        long before = used();
        long start = System.nanoTime();
        try (LogReader reader = LogReader.begin(log, Optional.of(cache), Duration.ofMillis(50), () -> false);
                PictureDecoder decoder = PictureDecoder.best()) {
            Picture picture = decoder.decode(reader.image(0), Optional.empty());
            System.out.printf(Locale.ROOT, "P8 first frame (%dx%d) decoded     %9.1f ms after opening, %,d frames to "
                    + "step through by then%n", picture.width(), picture.height(), since(start),
                    reader.index().frames());
            double longest = 0;
            while (!reader.complete()) {
                long slice = System.nanoTime();
                reader.indexOn(Duration.ofMillis(500), _ -> {
                }, () -> false);
                longest = Math.max(longest, since(slice));
            }
            System.out.printf(Locale.ROOT, "P8 whole index, in the background  %9.1f ms (%.1f GB/s), in slices of at "
                    + "most %.0f ms%n", since(start), Files.size(log) / since(start) / 1e6, longest);
            System.out.printf(Locale.ROOT, "P8 memory of the index             %9.1f MB (<= 100) for %,d records%n",
                    (used() - before) / 1e6, reader.index().records());
            long keep = System.nanoTime();
            reader.keepIndex(() -> false);
            System.out.printf(Locale.ROOT, "P8 index kept in the cache folder  %9.1f ms%n", since(keep));
        }
    }

    private static void reopen(Path log, Path cache) throws Exception {
        long start = System.nanoTime();
        try (LogReader reader = LogReader.begin(log, Optional.of(cache), Duration.ofMillis(50), () -> false)) {
            System.out.printf(Locale.ROOT, "P8 opened again by the kept index  %9.1f ms, %s%n", since(start),
                    reader.complete() ? "whole" : "NOT whole");
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Bytes of the heap in use after a collection. */
    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
