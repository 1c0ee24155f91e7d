package org.labreel.ui.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.labreel.log.Damage;
import org.labreel.log.LogIndex;
import org.labreel.model.EventKind;

/** An index made by hand: records of some kinds at some milliseconds. */
final class FakeIndex implements LogIndex {
    static final Instant ZERO = Instant.parse("2026-03-01T10:00:00Z");

    private record Entry(EventKind kind, long millis) {
    }

    private final List<Entry> entries = new ArrayList<>();
    private final List<Damage> damage = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** Frames at these milliseconds. */
    static FakeIndex frames(long... millis) {
        FakeIndex index = new FakeIndex();
        for (long each : millis) {
            index.frame(each);
        }
        return index;
    }

    FakeIndex frame(long millis) {
        return with(EventKind.IMAGE, millis);
    }

    FakeIndex with(EventKind kind, long millis) {
        entries.add(new Entry(kind, millis));
        return this;
    }

    FakeIndex damaged(Damage place) {
        damage.add(place);
        return this;
    }

    FakeIndex pause(Gap gap) {
        gaps.add(gap);
        return this;
    }

    @Override
    public int records() {
        return entries.size();
    }

    @Override
    public long offset(int record) {
        return record * 100L;
    }

    @Override
    public int length(int record) {
        return 96;
    }

    @Override
    public EventKind kind(int record) {
        return entries.get(record).kind();
    }

    @Override
    public Instant time(int record) {
        return ZERO.plusMillis(entries.get(record).millis());
    }

    @Override
    public boolean timed(int record) {
        return kind(record) != EventKind.ELECTRODE_STATE;
    }

    @Override
    public int frames() {
        return count(EventKind.IMAGE);
    }

    @Override
    public int recordOfFrame(int frame) {
        return recordOf(EventKind.IMAGE, frame);
    }

    @Override
    public int frameAt(Instant instant) {
        int found = frames() == 0 ? -1 : 0;
        for (int frame = 0; frame < frames(); frame++) {
            found = frameTime(frame).isAfter(instant) ? found : frame;
        }
        return found;
    }

    @Override
    public int frameBefore(int record) {
        return (int) entries.subList(0, record).stream().filter(e -> e.kind() == EventKind.IMAGE).count() - 1;
    }

    @Override
    public int count(EventKind kind) {
        return (int) entries.stream().filter(e -> e.kind() == kind).count();
    }

    @Override
    public int recordOf(EventKind kind, int n) {
        int seen = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).kind() == kind && seen++ == n) {
                return i;
            }
        }
        throw new IndexOutOfBoundsException(n);
    }

    @Override
    public int lastOf(EventKind kind, int record) {
        int at = record;
        while (at >= 0 && kind(at) != kind) {
            at--;
        }
        return at;
    }

    @Override
    public int headRecords() {
        return 0;
    }

    @Override
    public Instant timeZero() {
        return frames() == 0 ? Instant.EPOCH : frameTime(0);
    }

    @Override
    public Duration duration() {
        return records() == 0 ? Duration.ZERO : Duration.between(time(0), time(records() - 1));
    }

    @Override
    public List<Damage> damage() {
        return damage;
    }

    @Override
    public List<Gap> gaps() {
        return gaps;
    }
}
