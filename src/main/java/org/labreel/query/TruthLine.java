package org.labreel.query;

/** Takes down how something changes between true, false and unknown, from the first point of a log to the last. */
final class TruthLine {
    enum Level {
        YES, NO, UNKNOWN;

        static Level of(boolean yes) {
            return yes ? YES : NO;
        }
    }

    private final Runs.Builder yes = new Runs.Builder();
    private final Runs.Builder unknown = new Runs.Builder();
    private Level level;
    private long since;

    TruthLine(Level first) {
        this.level = first;
    }

    /** From this point on it is so. */
    void from(long point, Level next) {
        if (next != level) {
            put(point);
            level = next;
            since = point;
        }
    }

    /** True at the moment of a record only. */
    void moment(int record) {
        from(2L * record, Level.YES);
        from(2L * record + 1, Level.NO);
    }

    private void put(long until) {
        switch (level) {
            case YES -> yes.add(since, until);
            case UNKNOWN -> unknown.add(since, until);
            case NO -> {
            }
        }
    }

    Truth until(long points) {
        put(points);
        return new Truth(yes.build(), unknown.build());
    }
}
