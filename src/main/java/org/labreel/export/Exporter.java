package org.labreel.export;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Makes clips. Blocking: runs on a background thread. */
public final class Exporter {
    private Exporter() {
    }

    /** Told how far an export is. */
    public interface Progress {
        void done(int frames, int of);
    }

    /**
     * Writes to a .part file beside the target and renames it at the end. A failure or a cancel leaves nothing.
     *
     * @throws java.util.concurrent.CancellationException
     *             when cancelled
     * @throws IOException
     *             with the reason in the operator's words
     */
    public static ExportReport run(ExportRequest request, Progress progress, BooleanSupplier cancelled)
            throws IOException {
        throw new UnsupportedOperationException();
    }
}
