package org.labreel.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.labreel.archive.SessionFolder;
import org.labreel.log.SidecarWriter;
import org.labreel.model.Arrival;
import org.labreel.model.RawMessage;

/** Makes the files of a recording, each with the head state in front; leaves none behind that it could not fill. */
final class SegmentOpener {
    private static final int MAX_NAMES = 1000;

    private final SessionFolder folder;
    private final String source;
    private final Surroundings around;
    private final HeadState head;

    SegmentOpener(SessionFolder folder, String source, Surroundings around, HeadState head) {
        this.folder = folder;
        this.source = source;
        this.around = around;
        this.head = head;
    }

    /** A file with nothing in it. Whoever comes second to a name takes the next. */
    SegmentFile empty(Arrival now) throws IOException {
        Files.createDirectories(folder.path());
        for (int tries = 1;; tries++) {
            Path path = folder.nextSegment();
            try {
                return SegmentFile.create(path, source, around.disk(), now);
            } catch (FileAlreadyExistsException e) {
                if (tries == MAX_NAMES) {
                    throw e;
                }
            }
        }
    }

    /** A file with the head state and this message in it. */
    SegmentFile beginningWith(RawMessage message, SidecarWriter.Part part) throws IOException {
        SegmentFile made = empty(message.arrival());
        boolean done = false;
        try {
            writeHead(made, List.of(message));
            made.write(message, part);
            done = true;
            return made;
        } finally {
            if (!done) {
                made.discard();
            }
        }
    }

    void writeHead(SegmentFile target, List<RawMessage> following) throws IOException {
        for (RawMessage record : head.records(following)) {
            target.write(record, SidecarWriter.Part.HEAD);
        }
    }
}
