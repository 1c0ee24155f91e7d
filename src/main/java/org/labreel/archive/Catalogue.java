package org.labreel.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Session;

/** What stands in a recordings folder. */
public final class Catalogue {
    private Catalogue() {
    }

    /** One log in the recordings folder. {@code session} is absent for a log that lies there by itself. */
    public record Entry(Path log, Optional<Session> session, String title, Instant modified, long bytes) {
    }

    /** Every log under {@code root}, newest first; folders that cannot be read are passed over and reported. */
    public static List<Entry> list(Path root) throws IOException {
        throw new UnsupportedOperationException();
    }
}
