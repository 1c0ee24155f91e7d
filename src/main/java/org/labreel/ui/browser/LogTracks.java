package org.labreel.ui.browser;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.Job;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.FrameClock;
import org.labreel.ui.timeline.LogTimeline;
import org.labreel.ui.timeline.TimeSpan;
import org.labreel.ui.timeline.TimelineContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the tracks of the open log for the timeline, in the background, and reads on in one that grows: one job at a
 * time, and none for a log that is not open any more. JavaFX thread.
 */
final class LogTracks {
    private static final Logger LOG = LoggerFactory.getLogger(LogTracks.class);

    private final Background background;
    private final Consumer<TimelineContent> found;
    private Optional<Reading> reading = Optional.empty();

    LogTracks(Background background, Consumer<TimelineContent> found) {
        this.background = background;
        this.found = found;
    }

    /** What is read of one log. */
    private static final class Reading {
        private final LogTimeline timeline = new LogTimeline();
        private OpenLog log;
        private Optional<Job> job = Optional.empty();
        private boolean again;

        Reading(OpenLog log) {
            this.log = log;
        }
    }

    /** Turns to a log, or to the same as it has grown. */
    void show(Optional<OpenLog> next) {
        Optional<Reading> same = reading.filter(now -> next.isPresent() && next.get().reader() == now.log.reader());
        if (same.isPresent()) {
            boolean grown = !same.get().log.index().equals(next.orElseThrow().index());
            same.get().log = next.orElseThrow();
            if (grown) {
                read(same.get());
            }
            return;
        }
        reading.flatMap(now -> now.job).ifPresent(Job::cancel);
        reading = next.map(Reading::new);
        found.accept(next.map(LogTracks::bare).orElse(TimelineContent.EMPTY));
        reading.ifPresent(this::read);
    }

    /** The session of the log changed: its lanes are read again. */
    void again() {
        reading.ifPresent(this::read);
    }

    /** Its extent, until its tracks are known. */
    private static TimelineContent bare(OpenLog log) {
        long zero = EpochNanos.of(log.index().timeZero());
        TimeSpan span = new TimeSpan(zero, zero + Math.max(0, log.index().duration().toNanos()));
        return TimelineContent.of(subject(log), zero, span, FrameClock.NONE);
    }

    private static String subject(OpenLog log) {
        return path(log).toString();
    }

    private static Path path(OpenLog log) {
        return log.reader().file().toAbsolutePath();
    }

    private void read(Reading mine) {
        if (mine.job.isPresent()) {
            mine.again = true;
            return;
        }
        OpenLog log = mine.log;
        Job job = background.submit("Timeline of " + log.reader().file().getFileName(),
                control -> new SessionLanes(
                        mine.timeline.read(subject(log), log.reader(), log.index(), control::cancelled), path(log),
                        LogSession.of(path(log))).added(),
                content -> done(mine, content), failure -> failed(mine, failure));
        mine.job = job.stateProperty().get() == Job.State.RUNNING ? Optional.of(job) : Optional.empty();
    }

    private void done(Reading mine, TimelineContent content) {
        mine.job = Optional.empty();
        if (reading.filter(mine::equals).isPresent()) {
            found.accept(content);
            if (mine.again) {
                mine.again = false;
                read(mine);
            }
        }
    }

    private void failed(Reading mine, Exception failure) {
        mine.job = Optional.empty();
        if (reading.filter(mine::equals).isPresent()) {
            LOG.warn("the timeline of {} is not complete: {}", mine.log.reader().file(), failure.toString());
        }
    }
}
