package org.labreel.export;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What exports have left half made whose process was killed. Those that others are making are not touched. */
public final class LeftParts {
    private static final Logger LOG = LoggerFactory.getLogger(LeftParts.class);
    private static final String NOTES = "labreel-export-*.lock";

    private LeftParts() {
    }

    /**
     * Clears it away.
     *
     * @return the files, and folders of stills, that were removed
     */
    public static List<Path> clear() {
        return clear(PartName.notes());
    }

    static List<Path> clear(Path notes) {
        List<Path> cleared = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(notes, NOTES)) {
            for (Path note : found) {
                try {
                    PartName.clearLeft(note).ifPresent(cleared::add);
                } catch (IOException | InvalidPathException e) {
                    // The next export of that name says what is wrong there, if it still is.
                    LOG.info("what {} is about stays: {}", note, e.toString());
                }
            }
        } catch (IOException e) {
            LOG.info("{} cannot be looked through: {}", notes, e.toString());
        }
        return cleared;
    }
}
