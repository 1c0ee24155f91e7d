package org.labreel.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.labreel.log.Damage;
import org.labreel.log.LogIndex;
import org.labreel.model.TimeRange;

/** Where the places stand that are known without reading a record: markers, pauses, losses. */
final class Places {
    private final PointClock clock;
    private final LogIndex index;
    private final Surroundings around;

    Places(PointClock clock, Surroundings around) {
        this.clock = clock;
        this.index = clock.index();
        this.around = around;
    }

    private record Stretch(long start, long end) {
    }

    Runs marked(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return runs(around.markers().stream().filter(mark -> mark.text().toLowerCase(Locale.ROOT).contains(wanted))
                .filter(mark -> mark.frame() >= 0 && mark.frame() < index.frames())
                .map(mark -> moment(index.recordOfFrame(mark.frame()))).toList());
    }

    /** From the last frame before a pause, that stays on the screen, to the next one. */
    Runs gaps() {
        return runs(index.gaps().stream().map(gap -> new Stretch(2L * index.recordOfFrame(gap.afterFrame()) + 1,
                2L * index.recordOfFrame(gap.afterFrame() + 1))).toList());
    }

    Runs lost() {
        List<Stretch> found = new ArrayList<>();
        for (TimeRange loss : around.losses()) {
            long start = clock.from(nanos(loss.start()));
            long end = clock.until(nanos(loss.end()));
            found.add(end > start ? new Stretch(start, end) : moment((int) (start / 2)));
        }
        for (Damage damage : index.damage()) {
            found.add(moment(recordBehind(damage.offset())));
        }
        return runs(found);
    }

    /** At a record; at the last one for what stands behind it. */
    private Stretch moment(int record) {
        long at = 2L * Math.min(record, index.records() - 1);
        return new Stretch(at, at + 1);
    }

    private int recordBehind(long offset) {
        int low = 0;
        int high = index.records();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (index.offset(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Runs runs(List<Stretch> stretches) {
        Runs.Builder out = new Runs.Builder();
        stretches.stream().sorted(Comparator.comparingLong(Stretch::start))
                .forEach(stretch -> out.add(stretch.start(), stretch.end()));
        return out.build();
    }

    /** Of a time that may be anything; what lies out of the reach of a long is at its end. */
    private static long nanos(Instant instant) {
        long seconds = Math.clamp(instant.getEpochSecond(), -4_000_000_000L, 8_000_000_000L);
        return seconds * 1_000_000_000L + instant.getNano();
    }
}
