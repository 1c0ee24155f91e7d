package org.labreel.ui.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.labreel.record.Recent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that has passed and can still be shown, in one row: the segments of this session and what the recorder keeps for
 * the next. One thread, not the window's.
 */
final class PastReel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PastReel.class);

    private final Supplier<List<Path>> files;
    private final Kept kept;
    private final List<RecordedPast> recorded = new ArrayList<>();
    private Optional<KeptPast> memory = Optional.empty();

    /** Asks the recorder. */
    interface Kept {
        Recent now() throws IOException;
    }

    /** A frame of one of the pasts. */
    record Place(Past past, int frame) {
        long nanos() throws IOException {
            return past.nanos(frame);
        }
    }

    /**
     * @param files
     *            the segments recorded so far, oldest first, that being written too
     */
    PastReel(Supplier<List<Path>> files, Kept kept) {
        this.files = files;
        this.kept = kept;
    }

    /** The last frame that had arrived by then, else the oldest of all; empty when there is no frame at all. */
    Optional<Place> at(long nanos) throws IOException {
        if (end() < nanos) {
            load();
        }
        Optional<Place> found = Optional.empty();
        for (Past past : pasts()) {
            int frame = past.at(nanos);
            if (frame >= 0) {
                found = later(found, new Place(past, frame));
            }
        }
        return found.isPresent() ? found : oldest();
    }

    private static Optional<Place> later(Optional<Place> one, Place other) throws IOException {
        return one.isPresent() && one.get().nanos() > other.nanos() ? one : Optional.of(other);
    }

    private Optional<Place> oldest() throws IOException {
        Optional<Place> found = Optional.empty();
        for (Past past : pasts()) {
            if (past.frames() > 0 && (found.isEmpty() || past.nanos(0) < found.get().nanos())) {
                found = Optional.of(new Place(past, 0));
            }
        }
        return found;
    }

    /** So many frames on from a place; empty when that is beyond what has come. */
    Optional<Place> step(Place from, int frames) throws IOException {
        Place place = from;
        int left = frames;
        while (left != 0) {
            int inside = place.frame() + left;
            if (inside >= 0 && inside < place.past().frames()) {
                return Optional.of(new Place(place.past(), inside));
            }
            Optional<Place> over = left < 0 ? before(place) : after(place);
            if (over.isEmpty()) {
                return left < 0 ? Optional.of(new Place(place.past(), 0)) : Optional.empty();
            }
            left = left < 0 ? inside + 1 : inside - place.past().frames();
            place = over.get();
        }
        return Optional.of(place);
    }

    private Optional<Place> before(Place place) throws IOException {
        long start = place.past().nanos(0);
        Optional<Place> found = Optional.empty();
        for (Past past : pasts()) {
            int frame = past.equals(place.past()) ? -1 : past.at(start - 1);
            if (frame >= 0) {
                found = later(found, new Place(past, frame));
            }
        }
        return found;
    }

    private Optional<Place> after(Place place) throws IOException {
        long end = place.past().nanos(place.past().frames() - 1);
        load();
        Optional<Place> found = Optional.empty();
        for (Past past : pasts()) {
            int frame = past.at(end) + 1;
            if (frame < past.frames() && (found.isEmpty() || past.nanos(frame) < found.get().nanos())) {
                found = Optional.of(new Place(past, frame));
            }
        }
        return found;
    }

    private List<Past> pasts() {
        List<Past> all = new ArrayList<>(recorded);
        memory.ifPresent(all::add);
        return all;
    }

    private long end() throws IOException {
        long end = Long.MIN_VALUE;
        for (Past past : pasts()) {
            end = past.frames() == 0 ? end : Math.max(end, past.nanos(past.frames() - 1));
        }
        return end;
    }

    /** Takes up what has come since. */
    private void load() throws IOException {
        for (Path file : files.get()) {
            if (recorded.stream().noneMatch(each -> each.file().equals(file))) {
                open(file);
            }
        }
        for (RecordedPast past : recorded) {
            past.refresh();
        }
        memory = Optional.of(new KeptPast(kept.now()));
    }

    private void open(Path file) {
        try {
            recorded.add(new RecordedPast(file));
        } catch (IOException e) {
            // One that has no record yet is no log yet; it is tried again when more has come.
            LOG.debug("{} cannot be looked back at: {}", file, e.getMessage());
        }
    }

    @Override
    public void close() {
        for (Past past : pasts()) {
            try {
                past.close();
            } catch (IOException e) {
                LOG.warn("a segment that was looked back at could not be closed: {}", e.toString());
            }
        }
        recorded.clear();
        memory = Optional.empty();
    }
}
