package org.labreel.ui.export;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.labreel.export.ExportRequest;

/** Names under which nothing stands yet and nothing is going to: files are never overwritten. */
final class FreeNames {
    private final Predicate<Path> taken;
    private final boolean csv;
    private final boolean sidecar;

    /**
     * @param taken
     *            whether a name is promised already, to a clip that waits to be made
     * @param csv
     *            whether the name beside it for a table must be free as well
     */
    FreeNames(Predicate<Path> taken, boolean csv, boolean sidecar) {
        this.taken = taken;
        this.csv = csv;
        this.sidecar = sidecar;
    }

    /** The name itself, or with the first number behind it that is free: clip.mp4, clip-2.mp4, ... */
    Path like(Path wanted) {
        String name = String.valueOf(wanted.getFileName());
        String ending = ending(name);
        String stem = name.substring(0, name.length() - ending.length());
        Path path = wanted;
        for (int number = 2; !free(path); number++) {
            path = wanted.resolveSibling(stem + "-" + number + ending);
        }
        return path;
    }

    private boolean free(Path path) {
        return Stream.of(path, csv ? csvOf(path) : path, sidecar ? ExportRequest.sidecarOf(path) : path)
                .noneMatch(each -> Files.exists(each, LinkOption.NOFOLLOW_LINKS) || taken.test(each));
    }

    /** Where the table of a clip stands: beside it, with its name. */
    static Path csvOf(Path target) {
        String name = String.valueOf(target.getFileName());
        return target.resolveSibling(name.substring(0, name.length() - ending(name).length()) + ".csv");
    }

    /** A word as it can stand in a file's name anywhere. */
    static String word(String text) {
        String word = text.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return word.length() > 60 ? word.substring(0, 60) : word;
    }

    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= 5 ? name.substring(dot) : "";
    }
}
