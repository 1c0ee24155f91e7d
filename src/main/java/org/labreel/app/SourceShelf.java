package org.labreel.app;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.labreel.feed.Discovery;
import org.labreel.feed.FeedStatus;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.live.LiveSource;
import org.labreel.ui.live.LiveView;
import org.labreel.ui.source.SourceUse;
import org.labreel.ui.source.SourcesModel;
import org.labreel.ui.source.SourcesView;

/** The live page as the page of sources uses it. */
final class SourceShelf implements SourceUse {
    private final LiveDesk desk;
    private final LiveView live;

    SourceShelf(LiveDesk desk, LiveView live) {
        this.desk = desk;
        this.live = live;
    }

    /**
     * The page of sources, made when it is first wanted.
     *
     * @param searching
     *            makes a search, each time that the page is opened
     * @param toLive
     *            shows the live page
     */
    LatePage<SourcesView> page(PreferencesHolder preferences, Notices notices, Supplier<Discovery> searching,
            Runnable toLive) {
        return new LatePage<>("sources", "Sources", "mdi2v-video-input-component",
                () -> new SourcesView(new SourcesModel(preferences, this, searching), notices, toLive));
    }

    @Override
    public Optional<String> problem(String text) {
        try {
            SourceChoice.of(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String address(String text) {
        return desk.address(text);
    }

    @Override
    public Map<String, FeedStatus> shown() {
        Map<String, FeedStatus> out = new LinkedHashMap<>();
        for (LiveSource each : live.shown()) {
            out.put(each.address(), each.model().status());
        }
        return out;
    }

    @Override
    public Optional<Instant> heard(String address) {
        return live.shown().stream().filter(each -> each.address().equals(address)).findFirst()
                .flatMap(each -> each.model().figures().messageAge()).map(Instant.now()::minus);
    }

    @Override
    public void connect(String address) {
        desk.connect(address);
    }

    @Override
    public void add(String address) {
        desk.add(address);
    }
}
