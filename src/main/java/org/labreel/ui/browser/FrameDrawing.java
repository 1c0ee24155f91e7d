package org.labreel.ui.browser;

import java.util.Optional;
import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.PinSet;
import org.labreel.model.Transform;
import org.labreel.picture.Picture;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.view.FrameTransform;
import org.labreel.ui.view.FrameView;

/** Draws a frame of a log with what was known at it. */
final class FrameDrawing {
    private final FrameView frame;
    private final BoardScales scales;

    FrameDrawing(FrameView frame, BoardScales scales) {
        this.frame = frame;
        this.scales = scales;
    }

    /** Draws it, or says on the view why it cannot be shown. */
    void draw(Optional<OpenLog> log, Optional<FrameLoader.Loaded> loaded) {
        Optional<FrameLoader.Loaded> shown = loaded
                .filter(found -> log.filter(open -> open.reader() == found.reader()).isPresent());
        Optional<Picture> picture = shown.flatMap(FrameLoader.Loaded::picture);
        picture.ifPresentOrElse(frame::show, frame::clearFrame);
        frame.setBanner(picture.isPresent() ? Optional.empty() : shown.flatMap(FrameLoader.Loaded::trouble));
        Optional<Board> board = log.flatMap(OpenLog::board).map(BoardChoice.Found::board);
        Optional<DeviceState> state = shown.map(FrameLoader.Loaded::state);
        Optional<Transform> transform = picture.flatMap(found -> FrameTransform
                .of(state.flatMap(DeviceState::imageTransform), found.taken().width(), found.taken().height()));
        boolean looksOn = state.filter(FrameDrawing::ofTheBoard).isEmpty();
        frame.setOverlay(picture.filter(_ -> !looksOn).flatMap(_ -> board), transform,
                state.map(DeviceState::activePins).orElse(PinSet.EMPTY));
        frame.measure().millimetresPerUnitProperty().set(scales.millimetresPerUnit(board));
    }

    /** The board of a session is that of its device; a camera that never told of electrodes only looks on. */
    static boolean ofTheBoard(DeviceState state) {
        return state.electrodes().isPresent() || state.scan().isPresent()
                || state.imageTransform().flatMap(DeviceEvent.ImageTransform::transform).isPresent();
    }
}
