package org.labreel.query;

import java.util.ArrayList;
import java.util.List;
import org.labreel.log.LogIndex;
import org.labreel.model.TimeRange;

/** Tells stretches of points as times, records and frames. */
final class Hits {
    private Hits() {
    }

    static List<Hit> of(Runs runs, PointClock clock) {
        List<Hit> hits = new ArrayList<>(runs.size());
        for (int n = 0; n < runs.size(); n++) {
            hits.add(hit(runs.start(n), runs.end(n), clock));
        }
        return List.copyOf(hits);
    }

    private static Hit hit(long start, long end, PointClock clock) {
        LogIndex index = clock.index();
        TimeRange time = new TimeRange(clock.instant(start), clock.instant(end));
        int firstRecord = (int) (start >> 1);
        int lastRecord = (int) ((end - 1) >> 1);
        boolean moment = end == start + 1 && (start & 1) == 0;
        int first = index.frameBefore(firstRecord) + 1;
        int behind = moment ? Math.min(first + 1, index.frames()) : index.frameBefore(lastRecord + 1) + 1;
        int frames = Math.max(0, behind - first);
        return new Hit(time, firstRecord, lastRecord, Math.min(first, index.frames() - 1), frames);
    }
}
