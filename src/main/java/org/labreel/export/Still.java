package org.labreel.export;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.model.Board;
import org.labreel.model.DeviceState;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureSize;

/** One frame by itself at full size, painted by the painter of clips, so that a still looks like its clip. */
public final class Still {
    private Still() {
    }

    /**
     * What is drawn over the frame. A damaged frame is marked in any case.
     *
     * @param time
     *            elapsed since the start of the log
     * @param scale
     *            a bar of a round length; needs {@code millimetresPerUnit}
     * @param board
     *            to draw the electrodes of
     * @param millimetresPerUnit
     *            0 when not known
     */
    public record Style(boolean electrodes, boolean time, boolean scale, Optional<Board> board,
            double millimetresPerUnit) {
        /** The frame as it was recorded. */
        public static final Style PLAIN = new Style(false, false, false, Optional.empty(), 0);

        Set<Overlay> shown() {
            Set<Overlay> chosen = EnumSet.noneOf(Overlay.class);
            if (electrodes && board.isPresent()) {
                chosen.add(Overlay.ELECTRODES);
            }
            if (time) {
                chosen.add(Overlay.TIME);
            }
            if (scale && millimetresPerUnit > 0) {
                chosen.add(Overlay.SCALE);
            }
            return chosen;
        }
    }

    /**
     * Decodes and paints a frame.
     *
     * @param frame
     *            counted from 0
     * @throws IOException
     *             in the operator's words when nothing of it can be shown
     */
    public static Picture of(LogReader log, int frame, Style style, PictureDecoder decoder) throws IOException {
        Picture picture = decoder.decode(log.image(frame), Optional.empty());
        FrameFacts facts = facts(log, frame, picture);
        new Painter(request(log, frame, style), List.of(), picture.width(), picture.height()).paint(picture, facts);
        return picture;
    }

    private static FrameFacts facts(LogReader log, int frame, Picture picture) throws IOException {
        LogIndex index = log.index();
        DeviceState state = log.stateAt(index.recordOfFrame(frame));
        PlannedFrame planned = new PlannedFrame(0, frame, index.frameTime(frame),
                Duration.between(index.timeZero(), index.frameTime(frame)), 0, 0, Duration.ZERO);
        PictureSize size = new PictureSize(picture.width(), picture.height());
        return new FrameFacts(planned, state, FrameSource.boardToClip(state, size, Placement.whole(size)),
                picture.damage());
    }

    private static ExportRequest request(LogReader log, int frame, Style style) {
        Overlays overlays = Overlays.NONE.showing(style.shown()).withMillimetresPerUnit(style.millimetresPerUnit());
        return ExportRequest.of(new ExportRequest.Range(log.file(), frame, frame), log.file())
                .withSettings(ClipSettings.PLAIN.withPreset(Preset.STILLS).withOverlays(overlays))
                .withBoard(style.board());
    }
}
