package org.labreel.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.labreel.archive.ChosenBoard;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.live.LiveSource;
import org.labreel.ui.live.LiveView;
import org.labreel.ui.live.RecordControl;

/**
 * The sources on the live page, and their recording into one session. JavaFX thread, except where said.
 */
final class LiveLinks implements AutoCloseable {
    private final LinkMaker maker;
    private final PreferencesHolder preferences;
    private final ExecutorService workers;
    private final BiConsumer<String, Throwable> notOpened;
    private final ExecutorService disk = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("record").factory());
    private final RecordControl control;
    private volatile List<Link> links = List.of();
    private Optional<LiveView> page = Optional.empty();
    private Consumer<List<String>> listener = _ -> {
    };
    /** Counts the sets that were asked for: only the newest is ever shown, in whatever order they open. */
    private int wanted;
    private volatile boolean closed;

    /**
     * @param boards
     *            for sources that tell none
     * @param workers
     *            where sources are opened and closed
     * @param notOpened
     *            told an address that could not be opened, on the JavaFX thread
     */
    LiveLinks(Sources sources, PreferencesHolder preferences, ChosenBoard boards, ExecutorService workers,
            BiConsumer<String, Throwable> notOpened) {
        this.maker = new LinkMaker(sources, preferences::get, boards, workers);
        this.preferences = preferences;
        this.workers = workers;
        this.notOpened = notOpened;
        this.control = new RecordControl(() -> preferences.get().recordings(), now -> UnplannedSession.of(now, links),
                disk,
                FxThread.executor(), InstantSource.system());
    }

    /**
     * @param changed
     *            told the addresses that are shown, each time that they change
     */
    void showOn(LiveView live, Consumer<List<String>> changed) {
        page = Optional.of(live);
        listener = changed;
    }

    RecordControl control() {
        return control;
    }

    List<String> addresses() {
        return links.stream().map(Link::address).toList();
    }

    boolean recording() {
        return control.phase() == RecordControl.Phase.RECORDING || control.phase() == RecordControl.Phase.STARTING;
    }

    /** Bytes received that wait to be written. Any thread. */
    long queuedBytes() {
        return control.status().queuedBytes();
    }

    /** Takes over the recording settings as they are now. */
    void recordAsPreferred() {
        links.forEach(Link::recordAsPreferred);
    }

    /**
     * Shows these in place of what is shown, once they are open. What was shown stays when none of them opens.
     * Completes then; fails when none opened.
     */
    CompletionStage<Void> open(List<String> addresses) {
        int turn = ++wanted;
        List<CompletableFuture<Link>> opening = addresses.stream().map(maker::open).toList();
        return CompletableFuture.allOf(opening.toArray(CompletableFuture[]::new)).handleAsync((_, failure) -> {
            List<Link> opened = new ArrayList<>();
            for (int i = 0; i < opening.size(); i++) {
                if (opening.get(i).isCompletedExceptionally()) {
                    tell(addresses.get(i), opening.get(i), turn);
                } else {
                    opened.add(opening.get(i).join());
                }
            }
            replace(opened, turn);
            if (opened.isEmpty() && failure != null) {
                throw new CompletionException(cause(failure));
            }
            return null;
        }, FxThread.executor());
    }

    /** Shows one more. Completes once it is there. */
    CompletionStage<Void> add(String address) {
        return admit(address, Optional.empty());
    }

    /** Shows another in the place of this one, which stays when the other does not open. Not while it is recorded. */
    CompletionStage<Void> swap(String address, String by) {
        return admit(by, Optional.of(address));
    }

    private CompletionStage<Void> admit(String address, Optional<String> instead) {
        int turn = wanted;
        CompletableFuture<Link> opening = maker.open(address);
        return opening.handleAsync((opened, failure) -> {
            Optional<Link> leaving = instead.flatMap(this::link);
            if (failure != null) {
                tell(address, opening, turn);
            } else if (closed || turn != wanted || link(opened.address()).isPresent()
                    || leaving.isPresent() != instead.isPresent()) {
                end(opened);
            } else if (leaving.isPresent() && recording()) {
                end(opened);
                notOpened.accept(address, new IllegalStateException("a recording has begun"));
            } else {
                join(opened, leaving);
            }
            return null;
        }, FxThread.executor());
    }

    private Optional<Link> link(String address) {
        return links.stream().filter(link -> link.address().equals(address)).findFirst();
    }

    private void join(Link opened, Optional<Link> leaving) {
        List<Link> next = new ArrayList<>(links);
        leaving.ifPresentOrElse(gone -> {
            control.remove(gone.address());
            next.set(next.indexOf(gone), opened);
        }, () -> next.add(opened));
        links = List.copyOf(next);
        CompletionStage<Void> recorded = control.add(opened.address(), opened.source().recorder());
        recorded.whenComplete((_, why) -> {
            if (why != null) {
                notOpened.accept(opened.address() + " (its recording)", cause(why));
            }
        });
        show();
        leaving.ifPresent(this::leave);
    }

    private void tell(String address, CompletionStage<Link> failed, int turn) {
        if (!closed && turn == wanted) {
            failed.whenComplete((_, failure) -> notOpened.accept(address, cause(failure)));
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private void replace(List<Link> opened, int turn) {
        if (closed || turn != wanted || opened.isEmpty()) {
            opened.forEach(LiveLinks::end);
            return;
        }
        List<Link> before = links;
        before.forEach(link -> control.remove(link.address()));
        control.newSession();
        links = List.copyOf(opened);
        opened.forEach(link -> {
            CompletableFuture<Void> _ = control.add(link.address(), link.source().recorder());
        });
        show();
        before.forEach(this::leave);
    }

    /** Shows one less. Not while it is recorded. */
    void remove(String address) {
        link(address).ifPresent(gone -> {
            links = links.stream().filter(link -> !link.equals(gone)).toList();
            control.remove(address);
            show();
            leave(gone);
        });
    }

    /** Puts them in this order. */
    void arrange(List<String> order) {
        List<Link> next = new ArrayList<>(links);
        next.sort(Comparator.comparingInt(link -> order.indexOf(link.address())));
        links = List.copyOf(next);
        show();
    }

    private void show() {
        List<LiveSource> shown = links.stream().map(Link::source).toList();
        page.ifPresent(live -> live.show(shown, control));
        listener.accept(addresses());
    }

    private void leave(Link link) {
        noteSeen(link);
        workers.execute(link::close);
    }

    /** When its last message came, for the list of sources. */
    private void noteSeen(Link link) {
        Optional<Duration> age = link.source().model().figures().messageAge();
        age.ifPresent(since -> preferences.update(p -> p.withSources(p.sources().remembering(link.address(),
                Optional.of(Instant.now().minus(since))))));
    }

    /** Its own thread: the workers may have gone home. */
    private static void end(Link link) {
        Thread.ofVirtual().start(link::close);
    }

    /** To be called before {@link #close()}, on the JavaFX thread. */
    void leaveAll() {
        closed = true;
        links.forEach(this::noteSeen);
    }

    /** Completes what is recorded and closes all. Not on the JavaFX thread. */
    @Override
    public void close() {
        closed = true;
        links.forEach(Link::close);
        disk.close();
    }
}
