package org.labreel.ui.browser;

import java.util.Optional;
import java.util.function.Consumer;
import org.labreel.log.FrameArrivals;
import org.labreel.log.LogReader;
import org.labreel.ui.kit.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads when the frames of a log arrived, in the background, and reads on in one that grows. JavaFX thread. */
final class ArrivalReading {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivalReading.class);

    private final Background background;
    private final Consumer<Optional<FrameArrivals>> found;
    private Optional<LogReader> reader = Optional.empty();
    private Optional<FrameArrivals> arrivals = Optional.empty();
    private boolean reading;
    private Optional<OpenLog> next = Optional.empty();

    /**
     * @param found
     *            told whenever more is known; empty as long as nothing is
     */
    ArrivalReading(Background background, Consumer<Optional<FrameArrivals>> found) {
        this.background = background;
        this.found = found;
    }

    /** Of the log that is shown now. */
    Optional<FrameArrivals> arrivals() {
        return arrivals;
    }

    /** Turns to a log, or to the same as it has grown. */
    void show(Optional<OpenLog> log) {
        if (!log.map(OpenLog::reader).equals(reader)) {
            reader = log.map(OpenLog::reader);
            arrivals = Optional.empty();
            found.accept(arrivals);
        }
        next = log.filter(open -> open.frames() > arrivals.map(FrameArrivals::count).orElse(0));
        if (!reading) {
            read();
        }
    }

    private void read() {
        next.ifPresent(log -> {
            next = Optional.empty();
            reading = true;
            Optional<FrameArrivals> before = arrivals;
            background.submit("Arrivals of " + log.reader().file().getFileName(),
                    _ -> FrameArrivals.read(log.reader(), log.index(), before), read -> done(log.reader(), read),
                    failure -> {
                        reading = false;
                        LOG.debug("the arrivals of {} are not known: {}", log.reader().file(), failure.toString());
                        read();
                    });
        });
    }

    private void done(LogReader of, FrameArrivals read) {
        reading = false;
        if (reader.filter(now -> now == of).isPresent()) {
            arrivals = Optional.of(read);
            found.accept(arrivals);
        }
        read();
    }
}
