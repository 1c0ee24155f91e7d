package org.labreel.ui.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Loss;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Ticker;

/** Keeps the words and figures of the live page up to date while it is open; the frames come by themselves. */
final class LiveWords {
    private static final Duration TICK = Duration.ofMillis(250);

    private final LiveTiles tiles;
    private final FeedLine feedLine;
    private final RecordPanel recordPanel;
    private final DevicePanels panels;
    private final LookBackPanel lookBack;
    private final Notices notices;
    private final RefreshPace pace = new RefreshPace();
    private final Ticker tick = new Ticker(TICK, this::beat);
    private Optional<RecordControl> control = Optional.empty();

    LiveWords(LiveTiles tiles, FeedLine feedLine, RecordPanel recordPanel, DevicePanels panels, LookBackPanel lookBack,
            Notices notices) {
        this.tiles = tiles;
        this.feedLine = feedLine;
        this.recordPanel = recordPanel;
        this.panels = panels;
        this.lookBack = lookBack;
        this.notices = notices;
    }

    /** Tells of this recording from now on. */
    void follow(RecordControl next) {
        if (control.filter(next::equals).isEmpty()) {
            control = Optional.of(next);
            // At once, since losses are counted from the press on and the next tick may come after the first of them.
            next.onChange(this::refresh);
        }
    }

    Optional<RecordControl> control() {
        return control;
    }

    /** The page is open. */
    void start() {
        tick.start();
    }

    void stop() {
        tick.close();
    }

    private void beat() {
        List<LiveFigures> figures = tiles.all().stream().map(tile -> tile.model().figures()).toList();
        if (control.filter(now -> pace.due(figures, now.phase() != RecordControl.Phase.IDLE)).isPresent()) {
            refresh();
        }
    }

    /** At once. */
    void refresh() {
        if (control.isPresent() && tiles.selected().isPresent()) {
            refresh(control.get(), tiles.selected().get());
        }
    }

    private void refresh(RecordControl recording, LiveTile chosen) {
        for (LiveTile tile : tiles.all()) {
            tile.refresh(recording, lookBack.state(tile)).ifPresent(loss -> tell(tile, loss));
        }
        recordPanel.refresh();
        lookBack.refresh();
        LiveFigures figures = chosen.model().figures();
        feedLine.show(tiles.all().size() > 1 ? Optional.of(chosen.source().title()) : Optional.empty(),
                figures.status());
        panels.refresh(recording, chosen, figures, lookBack.state(chosen));
    }

    private void tell(LiveTile tile, Loss loss) {
        String whose = tiles.all().size() > 1 ? tile.source().title() + ": loss" : "Loss";
        notices.warning(whose + " while recording: " + loss.cause().words(),
                LossText.sentence(loss) + " It is marked in the session; recording goes on.");
    }
}
