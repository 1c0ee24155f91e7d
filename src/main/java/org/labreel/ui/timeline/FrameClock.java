package org.labreel.ui.timeline;

/** When the frames of a log were taken; frames are counted from 0, times are nanoseconds since the epoch. */
public interface FrameClock {
    FrameClock NONE = of(EventTimes.EMPTY);

    int count();

    long nanos(int frame);

    /** The last frame at or before the instant; 0 when all are later, -1 when there is none. */
    int at(long nanos);

    /** All of them, sorted by time. */
    EventTimes times();

    /** The frame nearest in time; -1 when there is none. */
    default int nearest(long nanos) {
        int frame = at(nanos);
        return frame >= 0 && frame + 1 < count()
                && Math.abs(nanos(frame + 1) - nanos) < Math.abs(nanos - nanos(frame)) ? frame + 1 : frame;
    }

    /** Frames whose times ascend. */
    static FrameClock of(EventTimes times) {
        return new FrameClock() {
            @Override
            public int count() {
                return times.size();
            }

            @Override
            public long nanos(int frame) {
                return times.at(frame);
            }

            @Override
            public int at(long nanos) {
                return times.size() == 0 ? -1 : Math.max(0, times.lastUntil(nanos));
            }

            @Override
            public EventTimes times() {
                return times;
            }
        };
    }
}
