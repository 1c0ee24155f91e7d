package org.labreel.ui.browser;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.labreel.picture.Picture;

/**
 * Fetches thumbnails for the lines of a list that are in sight: the one asked for last comes first, since whoever
 * scrolls has passed the others. Bounded both ways. JavaFX thread.
 */
final class ThumbnailLoader {
    private static final int MOST_KEPT = 256;
    private static final int MOST_WAITING = 40;

    private final Function<Path, Optional<Picture>> source;
    private final Executor worker;
    private final Executor ui;
    private final Runnable changed;
    private final Map<Key, Optional<Image>> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Deque<Key> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * @param source
     *            makes a thumbnail, on the worker
     * @param changed
     *            told on the JavaFX thread that one came
     */
    ThumbnailLoader(Function<Path, Optional<Picture>> source, Executor worker, Executor ui, Runnable changed) {
        this.source = source;
        this.worker = worker;
        this.ui = ui;
        this.changed = changed;
    }

    /** A log as it was at a size: a longer one may have its first frame only now. */
    private record Key(Path log, boolean empty) {
    }

    /** The thumbnail, if it is at hand; else it is fetched. */
    Optional<Image> of(Path log, long bytes) {
        Key key = new Key(log, bytes == 0);
        Optional<Image> known = kept.getOrDefault(key, Optional.empty());
        if (!kept.containsKey(key)) {
            waiting.remove(key);
            waiting.addFirst(key);
            if (waiting.size() > MOST_WAITING) {
                waiting.removeLast();
            }
            fetch();
        }
        return known;
    }

    private void fetch() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        Key next = waiting.removeFirst();
        worker.execute(() -> {
            Optional<Picture> picture = source.apply(next.log());
            ui.execute(() -> fetched(next, picture));
        });
    }

    private void fetched(Key key, Optional<Picture> picture) {
        busy = false;
        kept.put(key, picture.map(ThumbnailLoader::image));
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        changed.run();
        fetch();
    }

    private static Image image(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter().setPixels(0, 0, picture.width(), picture.height(), PixelFormat.getByteBgraInstance(),
                picture.pixels().array(), 0, picture.width() * 4);
        return image;
    }
}
