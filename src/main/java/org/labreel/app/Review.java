package org.labreel.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.labreel.archive.AnnotationStore;
import org.labreel.archive.Thumbnails;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.browser.AnnotationDesk;
import org.labreel.ui.browser.BoardChoice;
import org.labreel.ui.browser.BrowserServices;
import org.labreel.ui.browser.BrowserView;
import org.labreel.ui.browser.ExportDoor;
import org.labreel.ui.export.Exports;
import org.labreel.ui.export.ExportServices;
import org.labreel.ui.export.ExportSubject;
import org.labreel.ui.export.ExportView;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.PreferencesHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser and the export sheet over it, joined: neither knows the other. */
final class Review implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Review.class);
    private static final int WRITE_SECONDS = 5;
    /** About 5 kB each. */
    private static final int THUMBNAILS = 5000;

    private final ExecutorService decoding = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("review decode").daemon().factory());
    private final ExecutorService writing = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("review notes").daemon().factory());
    private final ExecutorService reading = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("review folder").daemon().factory());
    private final Thumbnails thumbnails;
    private final ExecutorService previewing = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("export preview").daemon().factory());
    private final BrowserView browser;
    private final ExportView export;

    /**
     * @param remembered
     *            file that keeps the board that the operator chose last; notes on logs without a session lie in a
     *            folder beside it
     * @param cache
     *            folder for what can be made anew
     * @param exports
     *            the clips that are made, not closed here
     */
    Review(Background background, PreferencesHolder preferences, Notices notices, Opener opener, Path remembered,
            Path cache, Exports exports) {
        this.thumbnails = new Thumbnails(cache.resolve("thumbnails"), THUMBNAILS);
        BrowserServices services = new BrowserServices(background, preferences, notices, opener,
                new BoardChoice(remembered),
                new AnnotationDesk(new AnnotationStore(remembered.resolveSibling("notes")), writing, notices),
                Optional.of(cache), thumbnails::of, reading, decoding,
                FxThread.executor(), PictureDecoder::forScreen, System::nanoTime,
                ZoneId.systemDefault());
        this.browser = new BrowserView(services, this::offer);
        this.export = new ExportView(new ExportServices(exports,
                new ExportMemoryFile(remembered.resolveSibling("exports.json")), new BoardScales(preferences), notices,
                opener, previewing, FxThread.executor(), ZoneId.systemDefault()), browser::dismiss);
    }

    private void offer(ExportDoor.Offer offer) {
        export.offer(subject(offer));
        browser.present(export.root());
    }

    /** What the browser offers in the words of the sheet. */
    static ExportSubject subject(ExportDoor.Offer offer) {
        return new ExportSubject(offer.log(), pieces(offer.parts()), offer.board(), offer.markers(),
                Optional.of(others(offer.others())), offer.cameras());
    }

    private static List<ExportSubject.Piece> pieces(List<ExportDoor.Part> parts) {
        return parts.stream().map(part -> new ExportSubject.Piece(part.title(), part.named(), part.range(),
                part.duration(), part.chosen())).toList();
    }

    private static ExportSubject.Others others(ExportDoor.Others others) {
        return new ExportSubject.Others() {
            @Override
            public void session(Consumer<ExportSubject.More> found) {
                others.session(more -> found.accept(more(more)));
            }

            @Override
            public void log(Path log, Consumer<ExportSubject.More> found) {
                others.log(log, more -> found.accept(more(more)));
            }
        };
    }

    private static ExportSubject.More more(ExportDoor.More more) {
        return new ExportSubject.More(pieces(more.parts()), more.markers());
    }

    BrowserView browser() {
        return browser;
    }

    ExportView export() {
        return export;
    }

    @Override
    public void close() {
        browser.close();
        previewing.shutdown();
        decoding.shutdown();
        reading.execute(thumbnails::close);
        reading.shutdown();
        writing.shutdown();
        try {
            // What the operator noted last is still on its way to the disk, a small file away.
            if (!writing.awaitTermination(WRITE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the last changes of markers and ranges may not be saved: the disk does not answer");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
