package org.labreel.export;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives packets the times at which they are decoded.
 * <p>
 * A movie stores for each picture how long after the one before it is decoded, and how long after that it is shown.
 * x264 counts decoding from before the start of the clip; then an edit list has to say where the clip begins, and it
 * ends too early, because the end is reckoned from the last decoded picture, which is not the last shown. Players that
 * go by that leave the last frames out. So each group of pictures is decoded right before the first of it is shown: the
 * clip begins at 0 without an edit list, and pictures in their own order are decoded when they are shown.
 */
final class DecodeOrder {
    private final List<Long> group = new ArrayList<>();
    private long shownBefore = -1;

    /**
     * Adds a packet in order of decoding.
     *
     * @return times of decoding of the packets before it that are now settled, in order; none while they wait
     */
    List<Long> add(long pts) {
        boolean next = !group.isEmpty() && pts > group.getFirst();
        List<Long> settled = next ? settle() : List.of();
        group.add(pts);
        return settled;
    }

    /** The times of decoding of all packets that wait. */
    List<Long> settle() {
        int count = group.size();
        long[] decoded = new long[count];
        long first = group.stream().min(Long::compare).orElse(0L);
        // Between the last picture of the group before and the first of this one.
        long step = Math.max(1, (first - shownBefore) / (count + 1));
        long later = Long.MAX_VALUE;
        long shownLater = Long.MAX_VALUE;
        for (int i = count - 1; i >= 0; i--) {
            shownLater = Math.min(shownLater, group.get(i));
            decoded[i] = later == Long.MAX_VALUE ? shownLater : Math.min(shownLater, later - step);
            later = decoded[i];
        }
        shownBefore = count == 0 ? shownBefore : group.getFirst();
        group.clear();
        List<Long> times = new ArrayList<>();
        for (long each : decoded) {
            times.add(each);
        }
        return times;
    }
}
