package org.labreel.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.log.FileDisk;
import org.labreel.log.LogDisk;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.Session;

/** Recorders on a clock and in a folder of the test's own, closed when it ends. */
abstract class OnDisk {
    /** Two seconds of pre-roll, every frame kept, no part so large that it is split. */
    static final RecorderSettings SETTINGS = new RecorderSettings(Duration.ofSeconds(2), 1 << 20, 8 << 20, 1L << 30,
            false, 0);
    /** The tests turn the wheel themselves. */
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    Path root;
    final Feed feed = new Feed(1);
    private final List<Recorder> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Recorder::close);
    }

    Recorder recorder(RecorderSettings settings) {
        return recorder(settings, new FileDisk());
    }

    Recorder recorder(RecorderSettings settings, LogDisk disk) {
        Recorder recorder = new Recorder("ws://test", settings, feed::now, feed::nanos, disk, NEVER);
        open.add(recorder);
        return recorder;
    }

    SessionFolder folder() throws IOException {
        return SessionFolder.create(root, Session.named("trial", Feed.START));
    }

    /** All records of a log in order, head state among them. */
    static List<Bytes> bodies(Path log) throws IOException {
        try (LogReader reader = LogReader.open(log)) {
            List<Bytes> all = new ArrayList<>();
            for (int i = 0; i < reader.index().records(); i++) {
                all.add(reader.body(i));
            }
            return all;
        }
    }
}
