package org.labreel.ui.live;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labreel.model.DeviceState;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureException;
import org.labreel.ui.kit.Latest;

/**
 * Shows what has passed while the feed and the recording go on. The newest request wins: a place that was not reached
 * before the next was asked for is passed over, steps are added up. JavaFX thread, but for the work.
 */
final class LookBack implements AutoCloseable {
    private final PastReel reel;
    private final Supplier<PictureDecoder> decoders;
    private final Executor worker;
    private final Executor ui;
    private final Consumer<Optional<Seen>> shown;
    private final Latest<Wish> wish = new Latest<>();
    private final Latest<Picture> spare = new Latest<>();
    /** Tells what was asked for before the return to the present from what was asked for after it. */
    private final AtomicInteger visit = new AtomicInteger();
    private boolean looking;
    private Optional<Seen> seen = Optional.empty();
    // On the worker only.
    private @Nullable PictureDecoder decoder;
    private Optional<PastReel.Place> place = Optional.empty();

    private record Wish(int visit, OptionalLong at, int steps) {
        Wish and(Wish next) {
            return next.at.isPresent() || next.visit != visit ? next : new Wish(visit, at, steps + next.steps);
        }
    }

    /**
     * A frame of the past.
     *
     * @param nanos
     *            when it arrived, since the epoch
     * @param picture
     *            empty when nothing of it can be shown
     * @param trouble
     *            why there is no picture, or what is damaged, for the operator
     */
    record Seen(long nanos, Optional<Picture> picture, DeviceState state, Optional<String> trouble) {
    }

    /**
     * @param worker
     *            runs one task at a time
     * @param shown
     *            told each frame that was reached, and nothing at the return to the present; JavaFX thread
     */
    LookBack(PastReel reel, Supplier<PictureDecoder> decoders, Executor worker, Executor ui,
            Consumer<Optional<Seen>> shown) {
        this.reel = reel;
        this.decoders = decoders;
        this.worker = worker;
        this.ui = ui;
        this.shown = shown;
    }

    /** Whether the past is shown, or about to be. */
    boolean looking() {
        return looking;
    }

    Optional<Seen> seen() {
        return seen;
    }

    /** Shows the last frame that had arrived by then. */
    void seek(long nanos) {
        looking = true;
        ask(new Wish(visit.get(), OptionalLong.of(nanos), 0));
    }

    /** From the present, {@code from} tells where that is. Beyond the newest frame it is the present again. */
    void step(int frames, long from) {
        if (!looking) {
            if (frames >= 0) {
                return;
            }
            looking = true;
            ask(new Wish(visit.get(), OptionalLong.of(from), frames));
            return;
        }
        ask(new Wish(visit.get(), OptionalLong.empty(), frames));
    }

    /** Back to the present. */
    void live() {
        if (!looking) {
            return;
        }
        looking = false;
        seen = Optional.empty();
        visit.incrementAndGet();
        shown.accept(Optional.empty());
        worker.execute(() -> {
            place = Optional.empty();
            reel.close();
        });
    }

    private void ask(Wish next) {
        Optional<Wish> waiting = wish.take();
        wish.set(waiting.map(before -> before.and(next)).orElse(next));
        if (waiting.isEmpty()) {
            worker.execute(() -> wish.take().filter(each -> each.visit() == visit.get()).ifPresent(this::work));
        }
    }

    private void work(Wish next) {
        try {
            Optional<PastReel.Place> start = next.at().isPresent() ? reel.at(next.at().getAsLong()) : place;
            Optional<PastReel.Place> found = start.isPresent() && next.steps() != 0
                    ? reel.step(start.get(), next.steps())
                    : start;
            place = found;
            if (found.isEmpty()) {
                ui.execute(this::live);
                return;
            }
            publish(next.visit(), decode(found.get()));
        } catch (IOException e) {
            publish(next.visit(), new Seen(next.at().orElse(0), Optional.empty(), DeviceState.EMPTY,
                    Optional.of("This moment cannot be read: " + e.getMessage())));
        }
    }

    private Seen decode(PastReel.Place at) throws IOException {
        Past.Moment moment = at.past().moment(at.frame());
        PictureDecoder with = decoder;
        if (with == null) {
            with = decoders.get();
            decoder = with;
        }
        try {
            Picture picture = with.decode(moment.jpeg(), spare.take());
            return new Seen(at.nanos(), Optional.of(picture), moment.state(), picture.damage());
        } catch (PictureException e) {
            return new Seen(at.nanos(), Optional.empty(), moment.state(),
                    Optional.of("This frame cannot be shown: " + e.getMessage()));
        }
    }

    private void publish(int of, Seen found) {
        ui.execute(() -> {
            if (of == visit.get()) {
                seen = Optional.of(found);
                shown.accept(seen);
            }
            // Whoever shows it copies it, so that the next may be decoded into it.
            found.picture().ifPresent(spare::set);
        });
    }

    @Override
    public void close() {
        live();
        visit.incrementAndGet();
        worker.execute(() -> {
            reel.close();
            PictureDecoder old = decoder;
            decoder = null;
            if (old != null) {
                old.close();
            }
        });
    }
}
