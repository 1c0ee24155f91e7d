package org.labreel.ui.browser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeMap;
import org.labreel.log.LogReader;
import org.labreel.picture.Picture;

/**
 * Decoded frames around the playhead of one log, and which to decode next: those that lie ahead in the direction and at
 * the pace of the last steps. After a jump nothing is foreseen, since whoever drags jumps on. Bounded in bytes. One
 * thread.
 *
 * @param <F>
 *            what is kept of a frame
 */
final class FrameStore<F extends FrameStore.Shown> {
    private static final int MOST_AHEAD = 8;
    /** Further is a jump: the pace of playing at sixteen times, and of a large step. */
    private static final int LARGEST_PACE = 16;

    private final TreeMap<Integer, F> frames = new TreeMap<>();
    private final Deque<Picture> spare = new ArrayDeque<>();
    private final long mostBytes;
    private Optional<LogReader> reader = Optional.empty();
    private int playhead = -1;
    private int pace;
    private long frameBytes;

    /**
     * @param mostBytes
     *            pixels that are kept, bytes
     */
    FrameStore(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** A decoded frame of a log. */
    interface Shown {
        LogReader reader();

        int frame();

        Optional<Picture> picture();
    }

    /** A frame of a log. */
    record Place(LogReader reader, int frame) {
    }

    /** Forgets the frames of any other log. */
    void turnTo(Optional<LogReader> next) {
        if (next.isEmpty() || reader.isEmpty() || reader.get() != next.get()) {
            frames.clear();
            spare.clear();
            reader = next;
            playhead = -1;
            pace = 0;
        }
    }

    /** Notes where the operator is, and from that which way it goes. */
    void ask(int frame) {
        int step = frame - playhead;
        if (playhead < 0) {
            pace = 1;
        } else if (step != 0) {
            pace = Math.abs(step) <= LARGEST_PACE ? step : 0;
        }
        playhead = frame;
    }

    /** Gives a frame away, if it is there. */
    Optional<F> take(int frame) {
        return Optional.ofNullable(frames.remove(frame));
    }

    void put(F loaded) {
        boolean ours = reader.filter(log -> log == loaded.reader()).isPresent() && loaded.frame() >= 0;
        loaded.picture().ifPresent(picture -> frameBytes = 4L * picture.width() * picture.height());
        Optional<F> replaced = Optional.of(loaded);
        if (ours) {
            replaced = Optional.ofNullable(frames.put(loaded.frame(), loaded));
        }
        replaced.flatMap(Shown::picture).ifPresent(spare::add);
        for (int over = frames.size() - capacity(); over > 0; over--) {
            drop();
        }
        while (spare.size() > 1) {
            spare.removeLast();
        }
    }

    /** How many frames are kept: one at least, that the way back is quick. */
    private int capacity() {
        return (int) Math.max(1, mostBytes / Math.max(1, frameBytes) - 1);
    }

    private int depth() {
        return Math.min(MOST_AHEAD, capacity() / 2);
    }

    /** What is worth decoding now. */
    Optional<Place> next() {
        if (reader.isEmpty() || pace == 0 || playhead < 0) {
            return Optional.empty();
        }
        int count = reader.get().index().frames();
        for (int i = 1; i <= depth(); i++) {
            int frame = playhead + i * pace;
            if (frame < 0 || frame >= count) {
                break;
            }
            if (!frames.containsKey(frame)) {
                return Optional.of(new Place(reader.get(), frame));
            }
        }
        return Optional.empty();
    }

    /** A picture to decode into: one that is free, or that of the frame least likely to be seen next. */
    Optional<Picture> room() {
        if (spare.isEmpty() && frames.size() >= capacity()) {
            drop();
        }
        return Optional.ofNullable(spare.poll());
    }

    /** Lets go of the frame that lies furthest off; never of one that is foreseen, or it would be decoded again. */
    private void drop() {
        int furthest = -1;
        for (int frame : frames.keySet()) {
            boolean further = furthest < 0 || Math.abs(frame - playhead) > Math.abs(furthest - playhead);
            furthest = further && !foreseen(frame) ? frame : furthest;
        }
        Optional.ofNullable(frames.remove(furthest)).flatMap(Shown::picture).ifPresent(spare::add);
    }

    private boolean foreseen(int frame) {
        int ahead = frame - playhead;
        return pace != 0 && ahead % pace == 0 && ahead / pace > 0 && ahead / pace <= depth();
    }
}
