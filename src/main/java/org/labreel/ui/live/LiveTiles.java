package org.labreel.ui.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.PreferencesHolder;

/** The tiles of the live page: which are there, in which order, which one is large and which one the panels tell of. */
final class LiveTiles implements LiveTile.Hands {
    private static final String LARGE = "live.large";

    private final OverlayPanel overlay;
    private final Notices notices;
    private final PreferencesHolder preferences;
    private final SourceDesk desk;
    private final Consumer<LiveTile> chosen;
    private final LiveGrid grid = new LiveGrid(this::move);
    private List<LiveTile> tiles = List.of();
    private Optional<LiveTile> large = Optional.empty();
    private Optional<LiveTile> selected = Optional.empty();

    /**
     * @param chosen
     *            told the tile that the panels tell of from now on
     */
    LiveTiles(OverlayPanel overlay, Notices notices, PreferencesHolder preferences, SourceDesk desk,
            Consumer<LiveTile> chosen) {
        this.overlay = overlay;
        this.notices = notices;
        this.preferences = preferences;
        this.desk = desk;
        this.chosen = chosen;
    }

    LiveGrid grid() {
        return grid;
    }

    List<LiveTile> all() {
        return tiles;
    }

    Optional<LiveTile> selected() {
        return selected;
    }

    /**
     * Shows these from now on, those that were there as they are.
     *
     * @param made
     *            told each tile that is new
     * @return whether any of the sources before is still there
     */
    boolean show(List<LiveSource> sources, Consumer<LiveTile> made) {
        List<LiveTile> next = new ArrayList<>();
        boolean any = false;
        for (LiveSource source : sources) {
            Optional<LiveTile> there = tiles.stream().filter(tile -> tile.source().equals(source)).findFirst();
            any |= there.isPresent();
            next.add(there.orElseGet(() -> {
                LiveTile tile = new LiveTile(source, overlay, this);
                made.accept(tile);
                return tile;
            }));
        }
        List<LiveTile> before = tiles;
        tiles.stream().filter(tile -> !next.contains(tile)).forEach(tile -> tile.setSeen(false, false));
        tiles = List.copyOf(next);
        selected = selected.flatMap(tile -> heir(tile, before));
        large = before.isEmpty() ? remembered() : large.flatMap(tile -> heir(tile, before));
        place();
        return any;
    }

    /** The tile itself, or the one that took its place: the same source with other settings. */
    private Optional<LiveTile> heir(LiveTile tile, List<LiveTile> before) {
        if (tiles.contains(tile)) {
            return Optional.of(tile);
        }
        int place = before.indexOf(tile);
        boolean taken = place >= 0 && before.size() == tiles.size() && !before.contains(tiles.get(place));
        return taken ? Optional.of(tiles.get(place)) : Optional.empty();
    }

    /** Chooses one when none is, or the one before is gone. */
    void settle() {
        if (selected.filter(tiles::contains).isEmpty()) {
            selected = Optional.empty();
            large.or(() -> tiles.stream().findFirst()).ifPresent(this::select);
        } else {
            selected.ifPresent(chosen);
        }
        tiles.forEach(tile -> tile.setSelected(tiles.size() > 1 && selected.filter(tile::equals).isPresent()));
    }

    private Optional<LiveTile> remembered() {
        int index = preferences.get().layout().getOrDefault(LARGE, -1.0).intValue();
        return index >= 0 && index < tiles.size() && tiles.size() > 1
                ? Optional.of(tiles.get(index))
                : Optional.empty();
    }

    private void place() {
        grid.show(tiles, large);
    }

    @Override
    public void select(LiveTile tile) {
        if (selected.filter(tile::equals).isEmpty() && tiles.contains(tile)) {
            selected = Optional.of(tile);
            settle();
        }
    }

    /** Selects the tile with this number, counted from 0, if there is one. */
    void select(int number) {
        if (number < tiles.size()) {
            select(tiles.get(number));
        }
    }

    @Override
    public void enlarge(LiveTile tile) {
        if (tiles.size() < 2) {
            return;
        }
        large = large.filter(tile::equals).isPresent() ? Optional.empty() : Optional.of(tile);
        select(tile);
        place();
        int index = large.map(tiles::indexOf).orElse(-1);
        preferences.update(p -> p.withLayout(LARGE, index));
    }

    void enlargeSelected() {
        selected.ifPresent(this::enlarge);
    }

    /** All alike again. @return false when they were */
    boolean level() {
        Optional<LiveTile> now = large;
        now.ifPresent(this::enlarge);
        return now.isPresent();
    }

    /** Moves the selected one by so many places. */
    void shift(int places) {
        selected.ifPresent(tile -> move(tile, Math.clamp(tiles.indexOf(tile) + places, 0, tiles.size() - 1)));
    }

    private void move(LiveTile tile, int to) {
        List<LiveTile> next = new ArrayList<>(tiles);
        next.remove(tile);
        next.add(to, tile);
        if (!next.equals(tiles)) {
            tiles = List.copyOf(next);
            place();
            desk.arrange(tiles.stream().map(each -> each.source().address()).toList());
        }
    }

    @Override
    public void remove(LiveTile tile) {
        if (tiles.size() < 2) {
            return;
        }
        try {
            desk.remove(tile.source().address());
        } catch (IllegalArgumentException e) {
            notices.warning(tile.source().title() + " stays", String.valueOf(e.getMessage()));
        }
    }

    void removeSelected() {
        selected.ifPresent(this::remove);
    }
}
