package org.labreel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks of files named on the command line. */
final class LogFiles {
    private LogFiles() {
    }

    /**
     * @throws CommandFailure
     *             when there is no such file, or it is a folder
     */
    static Path existing(@Nullable Path file) {
        if (file == null) {
            throw new CommandFailure("name a log file");
        }
        if (Files.isDirectory(file)) {
            throw new CommandFailure(file + " is a folder; name the log file in it (it ends in .bin)");
        }
        if (!Files.exists(file)) {
            throw new CommandFailure("there is no file " + file);
        }
        return file;
    }
}
