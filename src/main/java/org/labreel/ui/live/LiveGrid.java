package org.labreel.ui.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.labreel.ui.view.FrameView;

/** The tiles of the live page in their places. A tile is dragged by its head onto the place of another. */
final class LiveGrid extends Region {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final FrameView waiting = new FrameView();
    private final BiConsumer<LiveTile, Integer> moved;
    private List<LiveTile> tiles = List.of();
    private Optional<LiveTile> large = Optional.empty();
    private Optional<LiveTile> target = Optional.empty();

    /**
     * @param moved
     *            told a tile and the place to which it was dragged
     */
    LiveGrid(BiConsumer<LiveTile, Integer> moved) {
        this.moved = moved;
        getStyleClass().add("live-grid");
        setId("liveGrid");
        setMinSize(0, 0);
        waiting.setBanner(Optional.of("Starting…"));
        getChildren().add(waiting);
    }

    /** Shows these, in this order. */
    void show(List<LiveTile> next, Optional<LiveTile> enlarged) {
        tiles = List.copyOf(next);
        large = enlarged.filter(tiles::contains);
        tiles.forEach(tile -> {
            tile.setAmongOthers(tiles.size() > 1);
            tile.face().setLarge(large.filter(tile::equals).isPresent());
            drag(tile);
        });
        getChildren().setAll(tiles.isEmpty() ? List.<Node>of(waiting) : tiles);
        requestLayout();
    }

    List<LiveTile> tiles() {
        return tiles;
    }

    Optional<LiveTile> large() {
        return large;
    }

    private void drag(LiveTile tile) {
        Node head = tile.face().head();
        head.setCursor(Cursor.OPEN_HAND);
        head.setOnMouseDragged(event -> aim(tile, event));
        head.setOnMouseReleased(_ -> {
            target.ifPresent(at -> moved.accept(tile, tiles.indexOf(at)));
            mark(Optional.empty());
        });
    }

    private void aim(LiveTile dragged, MouseEvent event) {
        mark(tiles.stream().filter(tile -> !tile.equals(dragged)
                && tile.contains(tile.sceneToLocal(event.getSceneX(), event.getSceneY()))).findFirst());
    }

    private void mark(Optional<LiveTile> next) {
        if (!next.equals(target)) {
            target.ifPresent(tile -> tile.pseudoClassStateChanged(TARGET, false));
            next.ifPresent(tile -> tile.pseudoClassStateChanged(TARGET, true));
            target = next;
        }
    }

    @Override
    protected void layoutChildren() {
        waiting.resizeRelocate(0, 0, getWidth(), getHeight());
        List<Rectangle2D> places = TilePlaces.of(tiles.size(),
                large.map(tile -> OptionalInt.of(tiles.indexOf(tile))).orElse(OptionalInt.empty()), getWidth(),
                getHeight());
        for (int i = 0; i < places.size(); i++) {
            Rectangle2D place = places.get(i);
            tiles.get(i).resizeRelocate(Math.floor(place.getMinX()), Math.floor(place.getMinY()),
                    Math.floor(place.getWidth()), Math.floor(place.getHeight()));
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 480;
    }
}
