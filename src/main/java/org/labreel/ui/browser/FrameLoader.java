package org.labreel.ui.browser;

import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.labreel.log.LogReader;
import org.labreel.model.DeviceState;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureException;
import org.labreel.ui.kit.Latest;

/**
 * Decodes the frame that was asked for last, away from the window's thread, and then those that will be asked for next.
 * It is a class of its own because scrubbing must never queue: a request that was not begun is replaced by the next, so
 * is a result that was not fetched, and nothing is decoded ahead while a request waits.
 */
final class FrameLoader implements AutoCloseable {
    /** Pixels of frames around the playhead: a dozen of a megapixel. */
    private static final long KEPT_BYTES = 64L << 20;

    private final Executor worker;
    private final Executor ui;
    private final Consumer<Loaded> ready;
    private final Supplier<PictureDecoder> decoders;
    private final Latest<Request> wanted = new Latest<>();
    private final Latest<Loaded> done = new Latest<>();
    private final Queue<Loaded> returned = new ConcurrentLinkedQueue<>();
    private final Queue<Picture> spare = new ConcurrentLinkedQueue<>();
    /** Made, used and closed on the worker only, as all below. */
    private Optional<PictureDecoder> decoder = Optional.empty();
    private final FrameStore<Loaded> store = new FrameStore<>(KEPT_BYTES);
    private boolean ahead;

    /**
     * @param worker
     *            runs one task at a time
     * @param ui
     *            where {@code ready} is called
     */
    FrameLoader(Executor worker, Executor ui, Supplier<PictureDecoder> decoders, Consumer<Loaded> ready) {
        this.worker = worker;
        this.ui = ui;
        this.decoders = decoders;
        this.ready = ready;
    }

    private record Request(LogReader reader, int frame) {
    }

    /**
     * A frame with what was known at it.
     *
     * @param frame
     *            counted from 0; -1 for the end of a log without frames
     * @param picture
     *            empty when nothing of it can be shown
     * @param known
     *            of the device at the frame
     * @param trouble
     *            why the picture is missing or what is damaged, for the operator
     */
    record Loaded(LogReader reader, int frame, Optional<Picture> picture, StateAtFrame known,
            Optional<String> trouble) implements FrameStore.Shown {
        DeviceState state() {
            return known.now();
        }
    }

    /** Asks for a frame; an earlier request that was not begun is forgotten. */
    void request(LogReader reader, int frame) {
        if (wanted.set(new Request(reader, frame)).isEmpty()) {
            worker.execute(() -> wanted.take().ifPresent(this::work));
        }
    }

    /** Takes back a frame that is shown no more: it may be asked for again, else its picture is overwritten. */
    void recycle(Loaded loaded) {
        returned.add(loaded);
    }

    /** Takes back a picture that is shown no more, to be overwritten. */
    void recycle(Picture picture) {
        if (spare.isEmpty()) {
            spare.add(picture);
        }
    }

    /** Runs once nothing reads any more of what was asked for so far: the place to close a log. */
    void afterwards(Runnable task) {
        worker.execute(() -> {
            // What was decoded ahead belongs to a log that may be gone now.
            store.turnTo(Optional.empty());
            task.run();
        });
    }

    private void work(Request request) {
        takeBack();
        store.turnTo(Optional.of(request.reader()));
        store.ask(request.frame());
        Loaded found = store.take(request.frame()).orElseGet(() -> load(request.reader(), request.frame()));
        Optional<Loaded> missed = done.set(found);
        missed.ifPresent(store::put);
        if (missed.isEmpty()) {
            ui.execute(() -> done.take().ifPresent(ready));
        }
        goAhead();
    }

    private void takeBack() {
        for (Loaded each = returned.poll(); each != null; each = returned.poll()) {
            store.put(each);
        }
    }

    /** One frame a task, so that a request is never behind more than one of them. */
    private void goAhead() {
        if (!ahead && store.next().isPresent()) {
            ahead = true;
            worker.execute(() -> {
                ahead = false;
                Optional<Request> pending = wanted.take();
                if (pending.isPresent()) {
                    work(pending.get());
                    return;
                }
                takeBack();
                store.next().ifPresent(each -> {
                    store.put(load(each.reader(), each.frame()));
                    goAhead();
                });
            });
        }
    }

    private Loaded load(LogReader reader, int frame) {
        try {
            StateAtFrame known = StateAtFrame.read(reader, frame);
            return frame < 0
                    ? new Loaded(reader, frame, Optional.empty(), known, Optional.empty())
                    : picture(reader, frame, known);
        } catch (IOException e) {
            return new Loaded(reader, frame, Optional.empty(), StateAtFrame.NOTHING, Optional.of(words(frame, e)));
        }
    }

    private Loaded picture(LogReader reader, int frame, StateAtFrame known) throws IOException {
        try {
            Optional<Picture> reuse = store.room().or(() -> Optional.ofNullable(spare.poll()));
            Picture picture = decoder().decode(reader.image(frame), reuse);
            return new Loaded(reader, frame, Optional.of(picture), known, picture.damage());
        } catch (PictureException e) {
            return new Loaded(reader, frame, Optional.empty(), known, Optional.of(words(frame, e)));
        }
    }

    private static String words(int frame, IOException e) {
        return "Frame " + frame + " cannot be shown: " + e.getMessage();
    }

    private PictureDecoder decoder() {
        PictureDecoder made = decoder.orElseGet(decoders);
        decoder = Optional.of(made);
        return made;
    }

    @Override
    public void close() {
        worker.execute(() -> {
            store.turnTo(Optional.empty());
            decoder.ifPresent(PictureDecoder::close);
            decoder = Optional.empty();
        });
    }
}
