package org.labreel.ui.browser;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.PreferencesHolder;

/**
 * What the browser is given.
 *
 * @param boards
 *            finds the board of a log
 * @param marks
 *            keeps markers and ranges
 * @param cache
 *            folder for what can be made anew: indexes of logs elsewhere, thumbnails; empty keeps nothing
 * @param thumbnails
 *            makes the thumbnail of a log, on the disk's thread
 * @param disk
 *            reads the recordings folder, one task at a time; not closed by the browser
 * @param worker
 *            decodes frames, one task at a time; not closed by the browser
 * @param ui
 *            the JavaFX thread
 * @param decoders
 *            makes the decoder, on the worker
 * @param nanos
 *            a clock that never steps, for playing
 * @param zone
 *            of the wall times shown
 */
public record BrowserServices(Background background, PreferencesHolder preferences, Notices notices, Opener opener,
        BoardChoice boards, AnnotationDesk marks, Optional<Path> cache,
        Function<Path, Optional<Picture>> thumbnails, Executor disk, Executor worker, Executor ui,
        Supplier<PictureDecoder> decoders,
        LongSupplier nanos,
        ZoneId zone) {
    /** Nothing is kept that can be made anew, and there are no thumbnails. */
    public BrowserServices(Background background, PreferencesHolder preferences, Notices notices, Opener opener,
            BoardChoice boards, AnnotationDesk marks, Executor worker, Executor ui, Supplier<PictureDecoder> decoders,
            LongSupplier nanos, ZoneId zone) {
        this(background, preferences, notices, opener, boards, marks, Optional.empty(), _ -> Optional.empty(), worker,
                worker, ui, decoders, nanos, zone);
    }
}
