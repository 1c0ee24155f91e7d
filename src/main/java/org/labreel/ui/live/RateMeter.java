package org.labreel.ui.live;

/** Counts how often something happens. One writer, any reader. */
final class RateMeter {
    private static final int CAPACITY = 1024;
    private static final long WINDOW_NANOS = 2_000_000_000L;

    private final long[] ticks = new long[CAPACITY];
    private long count;

    synchronized void tick(long nanos) {
        ticks[(int) (count % CAPACITY)] = nanos;
        count++;
    }

    synchronized long count() {
        return count;
    }

    /** Per second over the last two seconds, or as long as there is anything to count. */
    synchronized double perSecond(long nowNanos) {
        int known = (int) Math.min(count, CAPACITY);
        int inside = 0;
        long oldest = nowNanos;
        while (inside < known) {
            long tick = ticks[(int) ((count - 1 - inside) % CAPACITY)];
            if (nowNanos - tick > WINDOW_NANOS) {
                break;
            }
            oldest = tick;
            inside++;
        }
        boolean windowFull = inside < count;
        double seconds = (windowFull && inside < CAPACITY ? WINDOW_NANOS : nowNanos - oldest) / 1e9;
        return inside < 2 || seconds < 0.05 ? 0 : inside / seconds;
    }
}
