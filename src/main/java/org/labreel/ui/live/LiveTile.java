package org.labreel.ui.live;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.Loss;
import org.labreel.picture.Picture;
import org.labreel.ui.view.FrameTransform;
import org.labreel.ui.view.FrameView;

/** One source on the live page. Alone it is only its picture; among others it has its name, state and figures too. */
final class LiveTile extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /** A tile that is less wide is small. */
    static final double ROOM_PX = 320;

    private final LiveSource source;
    private final OverlayPanel overlay;
    private final FrameView frame = new FrameView();
    private final TileFace face;
    private final TileLosses losses = new TileLosses();
    private int pictureWidth;
    private int pictureHeight;
    private Optional<DeviceEvent.ImageTransform> transform = Optional.empty();
    private boolean seen;
    private boolean past;
    private boolean zoomed;

    /** What an operator does to a tile. */
    interface Hands {
        void select(LiveTile tile);

        void enlarge(LiveTile tile);

        void remove(LiveTile tile);
    }

    LiveTile(LiveSource source, OverlayPanel overlay, Hands hands) {
        this.source = source;
        this.overlay = overlay;
        this.face = new TileFace(source, () -> hands.enlarge(this), () -> hands.remove(this));
        getStyleClass().add("live-tile");
        setAccessibleText(source.title());
        frame.setMinSize(0, 0);
        setVgrow(frame, Priority.ALWAYS);
        getChildren().add(frame);
        overlay.bind(frame);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            zoomed = frame.geometry().isZoomed();
            hands.select(this);
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            // In a zoomed picture a double click fits it, as everywhere.
            if (getChildren().size() > 1 && !zoomed && event.getButton() == MouseButton.PRIMARY
                    && event.getClickCount() == 2
                    && event.isStillSincePress()) {
                hands.enlarge(this);
            }
        });
    }

    LiveSource source() {
        return source;
    }

    LiveModel model() {
        return source.model();
    }

    FrameView frame() {
        return frame;
    }

    TileFace face() {
        return face;
    }

    TileLosses losses() {
        return losses;
    }

    /** Whether there are others beside it. */
    void setAmongOthers(boolean others) {
        if (others != getChildren().size() > 1) {
            getChildren().setAll(frame);
            if (others) {
                getChildren().addFirst(face.head());
                getChildren().addLast(face.figures());
            }
        }
        pseudoClassStateChanged(PseudoClass.getPseudoClass("alone"), !others);
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** Whether anybody sees it, in the present: nothing is decoded otherwise. */
    void setSeen(boolean next, boolean lookingBack) {
        seen = next;
        past = lookingBack;
        model().setActive(seen && !past);
    }

    /** Whether there is no room for sentences. */
    private boolean small() {
        return getChildren().size() > 1 && frame.getWidth() < ROOM_PX;
    }

    private static String few(LiveFigures figures) {
        String words = TileFace.words(figures.status().state());
        return words.isEmpty() ? "no frames" : words;
    }

    @Override
    protected void layoutChildren() {
        face.setWidth(getWidth());
        super.layoutChildren();
    }

    /** Draws what came since the last time. */
    void draw() {
        if (!seen || past) {
            return;
        }
        LiveModel from = model();
        from.takeFrame().ifPresent(newest -> {
            Picture picture = newest.picture();
            frame.show(picture);
            pictureWidth = picture.taken().width();
            pictureHeight = picture.taken().height();
            transform = newest.state().imageTransform();
            from.shown(newest);
        });
        DeviceState state = from.state();
        frame.setOverlay(from.board(), FrameTransform.of(transform, pictureWidth, pictureHeight), state.activePins());
        heat(state);
    }

    /** Draws a moment of the past. */
    void drawPast(LookBack.Seen moment) {
        moment.picture().ifPresent(picture -> {
            frame.show(picture);
            frame.setOverlay(model().board(),
                    FrameTransform.of(moment.state().imageTransform(), picture.taken().width(),
                            picture.taken().height()),
                    moment.state().activePins());
        });
        frame.setBanner(moment.picture().isPresent() ? Optional.empty() : moment.trouble());
        heat(moment.state());
    }

    /** While the others show the past: there is nothing of this one from then. */
    void drawNothing() {
        frame.setBanner(Optional.of("Nothing of this source is kept from then."));
    }

    private void heat(DeviceState state) {
        frame.setHeat(state.scan().map(DeviceEvent.ScanCapacitance::picofarads), overlay.maximumPicofarads());
    }

    /**
     * Brings words and figures up to date.
     *
     * @param then
     *            the device at the moment that is shown, while that is not the present
     * @return a loss that the operator is to be told
     */
    Optional<Loss> refresh(RecordControl control, Optional<DeviceState> then) {
        LiveFigures figures = model().figures();
        Optional<Loss> news = losses.look(model(), control, figures);
        face.refresh(figures, losses, control.status(source.address()));
        heat(then.orElse(model().state()));
        if (!past) {
            frame.setBanner(FrameBanner.of(figures).map(words -> small() ? few(figures) : words));
        }
        return news;
    }
}
