package org.labreel.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the system forget what it holds in memory of a file, so that the next reading is cold. */
final class PageCache {
    private PageCache() {
    }

    /** False where the machine does not let it be done (GNU dd is needed). */
    static boolean forget(Path file) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
