package org.labreel.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.labreel.picture.Picture;

/** Pictures that were looked at once and found good. */
final class Golden {
    private Golden() {
    }

    /**
     * The golden picture, put beside the one that was made so that both can be looked at. With
     * {@code -Dlabreel.golden=FOLDER} the one that was made is copied there, to become the golden one when it is
     * better.
     */
    static Path file(String name, Path made) throws IOException {
        String folder = System.getProperty("labreel.golden", "");
        if (!folder.isEmpty()) {
            Files.copy(made, Path.of(folder, name), StandardCopyOption.REPLACE_EXISTING);
        }
        Path copy = made.resolveSibling("golden-" + name);
        try (InputStream in = Golden.class.getResourceAsStream(name)) {
            return Files.write(copy, Objects.requireNonNull(in, name).readAllBytes());
        }
    }

    /** Mean difference of a colour value, 0 to 255. */
    static double meanDifference(Picture a, Picture b) {
        long sum = 0;
        byte[] ours = a.pixels().array();
        byte[] golden = b.pixels().array();
        for (int i = 0; i < golden.length; i++) {
            sum += Math.abs((ours[i] & 0xFF) - (golden[i] & 0xFF));
        }
        return (double) sum / golden.length;
    }

    /** Part of the colour values that differ by more than {@code limit}. */
    static double shareOver(Picture a, Picture b, int limit) {
        long over = 0;
        byte[] ours = a.pixels().array();
        byte[] golden = b.pixels().array();
        for (int i = 0; i < golden.length; i++) {
            over += Math.abs((ours[i] & 0xFF) - (golden[i] & 0xFF)) > limit ? 1 : 0;
        }
        return (double) over / golden.length;
    }
}
