package org.labreel.app;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.labreel.archive.ChosenBoard;
import org.labreel.ui.kit.Preferences;

/** Opens sources for the live page, away from its thread: the first can open while the window is still being made. */
final class LinkMaker {
    private final Sources sources;
    private final Supplier<Preferences> preferences;
    private final ChosenBoard boards;
    private final Executor workers;

    /**
     * @param boards
     *            for sources that tell none
     */
    LinkMaker(Sources sources, Supplier<Preferences> preferences, ChosenBoard boards, Executor workers) {
        this.sources = sources;
        this.preferences = preferences;
        this.boards = boards;
        this.workers = workers;
    }

    /** Fails with what is wrong with the address, or with what it leads to. */
    CompletableFuture<Link> open(String address) {
        return CompletableFuture.supplyAsync(() -> {
            SourceChoice choice = SourceChoice.of(address);
            Link opened = new Link(sources.shared(choice).branch(), choice, preferences, InstantSource.system(),
                    sources.memory());
            opened.source().model().fallBackOn(boards.get());
            sources.camera(choice).ifPresent(opened.source().model()::offer);
            boolean started = false;
            try {
                opened.source().model().start();
                started = true;
                return opened;
            } finally {
                if (!started) {
                    opened.close();
                }
            }
        }, workers);
    }
}
