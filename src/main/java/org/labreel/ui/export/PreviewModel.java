package org.labreel.ui.export;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.labreel.export.ClipOutline;
import org.labreel.export.ClipSettings;
import org.labreel.export.Crop;
import org.labreel.export.ExportRequest;
import org.labreel.export.Overlay;
import org.labreel.export.Overlays;
import org.labreel.export.Preset;
import org.labreel.export.Preview;
import org.labreel.export.PreviewShot;
import org.labreel.ui.kit.Latest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a clip before it is made, away from the window's thread, the newest wish first: what was asked for before is
 * forgotten. JavaFX thread.
 */
final class PreviewModel {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewModel.class);

    private final Executor worker;
    private final Executor ui;
    private final Supplier<Preview> previews;
    private final Latest<Wish> wanted = new Latest<>();
    private final Latest<Seen> found = new Latest<>();
    private final IntegerProperty frame = new SimpleIntegerProperty(0);
    private final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(Sight.CLIP);
    private final ReadOnlyObjectWrapper<Optional<Seen>> seen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ExportRequest> request = Optional.empty();
    /** Made, used and closed on the worker only. */
    private Optional<Preview> preview = Optional.empty();

    /** What is looked at. */
    enum Sight {
        /** The whole frame, to choose a part of it. */
        FRAME,
        /** The clip. */
        CLIP,
        /** The clip at half its size, as a figure in print may be. */
        HALF
    }

    private record Wish(ExportRequest request, int frame, Sight sight) {
    }

    /**
     * What there is to be seen.
     *
     * @param outline
     *            of the clip; absent when none can be made
     * @param shot
     *            absent when there is no picture
     * @param trouble
     *            why, in words
     */
    record Seen(Sight sight, Optional<ClipOutline> outline, Optional<PreviewShot> shot, Optional<String> trouble) {
    }

    /**
     * @param worker
     *            runs one task at a time
     * @param ui
     *            the JavaFX thread
     */
    PreviewModel(Executor worker, Executor ui, Supplier<Preview> previews) {
        this.worker = worker;
        this.ui = ui;
        this.previews = previews;
        frame.subscribe((_, _) -> look());
        sight.subscribe((_, _) -> look());
    }

    /** Of the clip, counted from 0. */
    IntegerProperty frameProperty() {
        return frame;
    }

    ObjectProperty<Sight> sightProperty() {
        return sight;
    }

    ReadOnlyObjectProperty<Optional<Seen>> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** Turns to a clip; empty = to none. */
    void show(Optional<ExportRequest> next) {
        if (!next.equals(request)) {
            request = next;
            look();
        }
    }

    private void look() {
        request.ifPresent(now -> {
            if (wanted.set(new Wish(now, frame.get(), sight.get())).isEmpty()) {
                worker.execute(() -> wanted.take().ifPresent(this::work));
            }
        });
    }

    private void work(Wish wish) {
        if (found.set(seen(wish)).isEmpty()) {
            ui.execute(() -> found.take().ifPresent(result -> seen.set(Optional.of(result))));
        }
    }

    private Seen seen(Wish wish) {
        Optional<ClipOutline> outline = Optional.empty();
        try {
            outline = Optional.of(preview().outline(wish.request()));
            PreviewShot shot = preview().shot(shown(wish), wish.frame());
            return new Seen(wish.sight(), outline, Optional.of(shot), Optional.empty());
        } catch (IOException e) {
            LOG.debug("no preview", e);
            return new Seen(wish.sight(), outline, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** The slider goes over the frames of the range, whatever rate the clip has. */
    private static ExportRequest shown(Wish wish) {
        ClipSettings settings = wish.request().settings();
        ClipSettings even = settings.withTiming(settings.timing().withConstantFps(0));
        return switch (wish.sight()) {
            case CLIP, HALF -> wish.request().withSettings(even);
            case FRAME -> {
                Overlays overlays = settings.overlays();
                boolean electrodes = overlays.has(Overlay.ELECTRODES);
                yield wish.request().withSettings(ClipSettings.PLAIN.withPreset(Preset.STILLS).withOverlays(
                        electrodes ? overlays.showing(Set.of(Overlay.ELECTRODES)) : Overlays.NONE));
            }
        };
    }

    /** Finds where the board lies in the frame that is looked at. */
    void findBoard(Consumer<Optional<Crop>> then) {
        request.ifPresent(now -> {
            int at = frame.get();
            worker.execute(() -> {
                Optional<Crop> part = boardPart(now, at);
                ui.execute(() -> then.accept(part));
            });
        });
    }

    private Optional<Crop> boardPart(ExportRequest now, int at) {
        try {
            return preview().boardPart(now, at);
        } catch (IOException e) {
            LOG.debug("no board", e);
            return Optional.empty();
        }
    }

    private Preview preview() {
        Preview made = preview.orElseGet(previews);
        preview = Optional.of(made);
        return made;
    }

    /** Lets go of the logs until there is something to look at again. */
    void rest() {
        request = Optional.empty();
        worker.execute(() -> {
            try {
                preview().close();
            } catch (IOException e) {
                LOG.warn("a log did not close in order", e);
            }
        });
    }
}
