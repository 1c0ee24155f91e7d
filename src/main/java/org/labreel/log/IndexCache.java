package org.labreel.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the folder of indexes that can be made anew from growing without end. */
final class IndexCache {
    private IndexCache() {
    }

    /** Deletes the oldest indexes until all together have no more than so many bytes. */
    static void tidy(Path folder, long mostBytes) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            newestFirst = files.filter(file -> file.toString().endsWith(".idx"))
                    .sorted(Comparator.comparing(IndexCache::age).reversed()).toList();
        }
        long bytes = 0;
        for (Path file : newestFirst) {
            bytes += Files.size(file);
            if (bytes > mostBytes) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }
}
