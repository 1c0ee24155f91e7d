package org.labreel.ui.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.labreel.log.Damage;
import org.labreel.log.LogIndex;
import org.labreel.model.EventKind;

/** The index that stands in while no log is open: no records, no frames. */
final class NoLog implements LogIndex {
    static final LogIndex INDEX = new NoLog();

    private NoLog() {
    }

    private static IndexOutOfBoundsException none() {
        return new IndexOutOfBoundsException("no log is open");
    }

    @Override
    public int records() {
        return 0;
    }

    @Override
    public long offset(int record) {
        throw none();
    }

    @Override
    public int length(int record) {
        throw none();
    }

    @Override
    public EventKind kind(int record) {
        throw none();
    }

    @Override
    public Instant time(int record) {
        throw none();
    }

    @Override
    public boolean timed(int record) {
        throw none();
    }

    @Override
    public int frames() {
        return 0;
    }

    @Override
    public int recordOfFrame(int frame) {
        throw none();
    }

    @Override
    public int frameAt(Instant instant) {
        return -1;
    }

    @Override
    public int frameBefore(int record) {
        return -1;
    }

    @Override
    public int count(EventKind kind) {
        return 0;
    }

    @Override
    public int recordOf(EventKind kind, int n) {
        throw none();
    }

    @Override
    public int lastOf(EventKind kind, int record) {
        return -1;
    }

    @Override
    public int headRecords() {
        return 0;
    }

    @Override
    public Instant timeZero() {
        return Instant.EPOCH;
    }

    @Override
    public Duration duration() {
        return Duration.ZERO;
    }

    @Override
    public List<Damage> damage() {
        return List.of();
    }

    @Override
    public List<Gap> gaps() {
        return List.of();
    }
}
