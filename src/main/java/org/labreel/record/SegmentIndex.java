package org.labreel.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.labreel.log.Sidecar;
import org.labreel.log.SidecarWriter;
import org.labreel.model.RawMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index beside a file. Given up for good once it cannot be written: a log is whole without it. One thread. */
final class SegmentIndex {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentIndex.class);

    private final Path log;
    private final boolean made;
    private Optional<SidecarWriter> writer;

    private SegmentIndex(Path log, Optional<SidecarWriter> writer) {
        this.log = log;
        this.made = writer.isPresent();
        this.writer = writer;
    }

    static SegmentIndex beside(Path log, String source) {
        try {
            return new SegmentIndex(log, Optional.of(SidecarWriter.beside(log, source)));
        } catch (IOException e) {
            LOG.warn("{} is recorded without an index: {}", log, e.toString());
            return new SegmentIndex(log, Optional.empty());
        }
    }

    /** Enters a record that is in the log. */
    void add(long offset, RawMessage message, SidecarWriter.Part part) {
        if (writer.isEmpty()) {
            return;
        }
        try {
            writer.get().add(offset, message.payload(), message.arrival(), part);
        } catch (IOException e) {
            LOG.warn("The index of {} ends here: {}", log, e.toString());
            close();
        }
    }

    void close() {
        try {
            if (writer.isPresent()) {
                writer.get().close();
            }
        } catch (IOException e) {
            LOG.warn("The index of {} could not be closed: {}", log, e.toString());
        }
        writer = Optional.empty();
    }

    /** Removes it with its log. */
    void discard() throws IOException {
        close();
        if (made) {
            Files.deleteIfExists(Sidecar.beside(log));
        }
    }
}
