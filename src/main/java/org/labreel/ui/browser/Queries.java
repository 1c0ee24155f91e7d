package org.labreel.ui.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.labreel.export.ExportRequest;
import org.labreel.query.Hit;
import org.labreel.query.Query;
import org.labreel.ui.kit.MarkerColour;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.TimeSpan;
import org.labreel.ui.timeline.TimelineRange;

/** Searching in the browser put together: the model, the bar, the list of hits, its keys. JavaFX thread. */
final class Queries implements BrowserKeys.QueryActions, QueryBar.Actions, QueryHits.Actions {
    private static final int LONGEST_NAME = 40;
    /** More cannot be told apart on any screen. */
    private static final int MOST_DRAWN = 2000;

    private final BrowserModel browser;
    private final Transport transport;
    private final BrowserServices services;
    private final ExportDoor door;
    private final Annotations annotations;
    private final Consumer<KeyEvent> keys;
    private final QueryModel model;
    private final QueryBar bar;
    private final QueryHits hits;
    private Optional<QueryRow.Place> awaited = Optional.empty();

    /**
     * @param keys
     *            takes the keys that mean nothing in the list
     */
    Queries(BrowserModel browser, Transport transport, BrowserServices services, ExportDoor door,
            Annotations annotations, Consumer<KeyEvent> keys) {
        this.browser = browser;
        this.transport = transport;
        this.services = services;
        this.door = door;
        this.annotations = annotations;
        this.keys = keys;
        this.model = new QueryModel(services.background(), services.preferences(), services.marks(), services.ui());
        this.bar = new QueryBar(model, this);
        this.hits = new QueryHits(model, this);
        browser.openProperty().subscribe(this::opened);
    }

    QueryModel model() {
        return model;
    }

    /** For above the frame; not there until it is asked for. */
    Parent bar() {
        return bar.root();
    }

    /** The list of recordings, and in its place what was found while there is anything. */
    StackPane over(Parent recordings) {
        model.resultsProperty().subscribe(results -> recordings.setVisible(results.isEmpty()));
        return new StackPane(recordings, hits.root());
    }

    /** Shows on a timeline where the hits of the open log are. */
    void drawOn(BrowserTimeline timeline) {
        model.resultsProperty().subscribe(_ -> draw(timeline));
        browser.openProperty().subscribe(_ -> draw(timeline));
    }

    private void draw(BrowserTimeline timeline) {
        List<Hit> found = browser.openProperty().get().flatMap(open -> model.resultsProperty().get()
                .map(results -> results.in(open.reader().file()))).orElse(List.of());
        timeline.setHits(found.stream().limit(MOST_DRAWN).map(Queries::drawn).toList());
    }

    private static TimelineRange drawn(Hit hit) {
        return new TimelineRange(UUID.randomUUID(), "Hit", TimeSpan.between(EpochNanos.of(hit.time().start()),
                EpochNanos.of(hit.time().end())), MarkerColour.GREEN.css());
    }

    private void opened(Optional<OpenLog> log) {
        model.resultsProperty().get().filter(results -> !results.everywhere())
                .filter(results -> log.filter(open -> of(results, open)).isEmpty()).ifPresent(_ -> model.clear());
        awaited.filter(place -> isOpen(place.log())).ifPresent(place -> {
            awaited = Optional.empty();
            transport.goTo(place.hit().firstFrame());
        });
    }

    private boolean of(QueryModel.Results results, OpenLog open) {
        return results.groups().stream().allMatch(group -> group.log().equals(open.reader().file()));
    }

    private boolean isOpen(Path log) {
        return browser.openProperty().get().filter(open -> open.reader().file().equals(log)).isPresent();
    }

    @Override
    public void find() {
        bar.open();
    }

    @Override
    public void nextHit(int towards) {
        hits.step(towards);
    }

    @Override
    public void search(Query query, boolean everywhere) {
        Optional<OpenLog> open = browser.openProperty().get();
        if (everywhere || open.isEmpty()) {
            model.searchAll(query);
        } else {
            model.search(query, open.get().reader());
        }
    }

    @Override
    public void left() {
        model.clear();
    }

    @Override
    public void goTo(QueryRow.Place place) {
        if (isOpen(place.log())) {
            transport.goTo(place.hit().firstFrame());
        } else {
            awaited = Optional.of(place);
            browser.open(place.log());
        }
    }

    @Override
    public void keep(List<QueryRow.Place> places) {
        List<QueryRow.Place> here = places.stream()
                .filter(place -> isOpen(place.log()) && place.hit().firstFrame() >= 0).toList();
        List<Annotations.Part> parts = new ArrayList<>();
        for (QueryRow.Place place : here) {
            parts.add(new Annotations.Part(name(parts.size(), here.size()), place.hit().firstFrame(),
                    place.hit().lastFrame(), MarkerColour.GREEN.css()));
        }
        annotations.addRanges(parts);
        int others = places.size() - here.size();
        String kept = here.size() == 1 ? "One range was kept" : here.size() + " ranges were kept";
        services.notices().info(here.isEmpty() ? "Nothing was kept" : kept,
                others == 0
                        ? "They stand among the marks; Ctrl+Z takes them back."
                        : others + " hits lie in other logs: open one of those to keep its hits.");
    }

    private String name(int n, int of) {
        String query = model.resultsProperty().get().map(QueryModel.Results::query).orElse("");
        String shown = query.length() > LONGEST_NAME ? query.substring(0, LONGEST_NAME) + "…" : query;
        return of == 1 ? shown : shown + " " + (n + 1);
    }

    /** Hits of several logs can be joined as well. The board is that of the open log. */
    @Override
    public void export(List<QueryRow.Place> places) {
        List<QueryRow.Place> shown = places.stream().filter(place -> place.hit().firstFrame() >= 0).toList();
        if (shown.isEmpty()) {
            services.notices().info("There is nothing to export", "These hits have no frames.");
            return;
        }
        boolean several = shown.stream().map(QueryRow.Place::log).distinct().count() > 1;
        List<ExportDoor.Part> parts = new ArrayList<>();
        for (QueryRow.Place place : shown) {
            Hit hit = place.hit();
            String name = name(parts.size(), shown.size());
            parts.add(new ExportDoor.Part(several ? place.log().getFileName() + ": " + name : name, true,
                    new ExportRequest.Range(place.log(), hit.firstFrame(), hit.lastFrame()), hit.time().duration(),
                    true));
        }
        Path log = shown.stream().map(QueryRow.Place::log).filter(this::isOpen).findFirst()
                .orElseGet(() -> shown.getFirst().log());
        door.offer(new ExportDoor.Offer(log, parts,
                browser.openProperty().get().filter(_ -> isOpen(log)).flatMap(OpenLog::board)
                        .map(BoardChoice.Found::board),
                List.of(), new OtherLogs(log, services)));
    }

    @Override
    public void key(KeyEvent event) {
        keys.accept(event);
    }
}
