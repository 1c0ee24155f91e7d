package org.labreel.export;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.Point;
import org.labreel.model.Transform;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureSize;

/**
 * Shows what a clip will look like, by the very painter that makes it. It keeps the logs open from one look to the
 * next. Blocking; one thread at a time.
 */
public final class Preview implements AutoCloseable {
    /** Part of the board's own size that is left free around it. */
    private static final double BOARD_MARGIN = 0.03;

    private Optional<Opened> opened = Optional.empty();
    private Optional<Laid> laid = Optional.empty();

    /** The logs of these ranges. */
    private record Opened(List<ExportRequest.Range> ranges, SideBySide beside, OpenLogs logs) {
    }

    /** Everything that is ready to show frames of a request. */
    private record Laid(ExportRequest request, ExportPlan plan, Layout layout, FrameSource source) {
    }

    /**
     * @throws IOException
     *             in the operator's words when no clip can be made of this
     */
    public ClipOutline outline(ExportRequest request) throws IOException {
        OpenLogs logs = open(request);
        ExportPlan plan = Planner.plan(request, logs.indexes());
        PictureSize first = FrameSource.firstSize(plan, logs);
        Layout layout = Layout.of(first, request.settings());
        int shown = request.ranges().stream().mapToInt(range -> range.last() - range.first() + 1).sum();
        return new ClipOutline(plan.frames().size(), shown, plan.duration(), layout.width(), layout.height(), first,
                plan.notes());
    }

    /**
     * @param frame
     *            of the clip, counted from 0; one behind its end shows the last
     * @throws IOException
     *             in the operator's words when no clip can be made of this
     */
    public PreviewShot shot(ExportRequest request, int frame) throws IOException {
        Laid ready = lay(request);
        ShownFrame<Picture> shown = show(ready, frame);
        FrameFacts facts = shown.facts();
        return new PreviewShot(copy(shown.picture()), facts.frame().frame(), facts.frame().elapsed(), facts.damage());
    }

    private static ShownFrame<Picture> show(Laid ready, int frame) throws IOException {
        List<PlannedFrame> frames = ready.plan().frames();
        return ready.source().show(frames.get(Math.clamp(frame, 0, frames.size() - 1)));
    }

    /** The source overwrites its own. */
    private static Picture copy(Picture shown) {
        Picture own = new Picture(shown.width(), shown.height());
        own.pixels().duplicate().put(shown.pixels().duplicate().clear());
        own.setDamage(shown.damage());
        return own;
    }

    /**
     * The part of the frame that shows the whole board with a little room around it.
     *
     * @return empty when there is no board, or it was not found in this frame
     */
    public Optional<Crop> boardPart(ExportRequest request, int frame) throws IOException {
        if (request.board().isEmpty()) {
            return Optional.empty();
        }
        ExportRequest whole = request.withSettings(ClipSettings.PLAIN.withPreset(Preset.STILLS)
                .withOverlays(Overlays.NONE.showing(Set.of(Overlay.ELECTRODES))));
        Laid ready = lay(whole);
        PictureSize size = ready.layout().first();
        return show(ready, frame).facts().boardToClip()
                .flatMap(transform -> around(request.board().get(), transform, size));
    }

    private static Optional<Crop> around(Board board, Transform boardToFrame, PictureSize frame) {
        double left = frame.width();
        double top = frame.height();
        double right = 0;
        double bottom = 0;
        for (Electrode electrode : board.electrodes()) {
            for (Point corner : electrode.outline()) {
                Point p = boardToFrame.apply(corner);
                left = Math.min(left, p.x());
                top = Math.min(top, p.y());
                right = Math.max(right, p.x());
                bottom = Math.max(bottom, p.y());
            }
        }
        double room = Math.max(right - left, bottom - top) * BOARD_MARGIN;
        int x = (int) Math.clamp(Math.floor(left - room), 0, frame.width());
        int y = (int) Math.clamp(Math.floor(top - room), 0, frame.height());
        int width = (int) Math.clamp(Math.ceil(right + room), 0, frame.width()) - x;
        int height = (int) Math.clamp(Math.ceil(bottom + room), 0, frame.height()) - y;
        return width < 2 || height < 2 ? Optional.empty() : Optional.of(new Crop(x, y, width, height));
    }

    private Laid lay(ExportRequest request) throws IOException {
        if (laid.isPresent() && laid.get().request().equals(request)) {
            return laid.get();
        }
        OpenLogs logs = open(request);
        ExportPlan plan = Planner.plan(request, logs.indexes());
        Layout layout = Layout.of(FrameSource.firstSize(plan, logs), request.settings());
        letGo();
        Laid ready = new Laid(request, plan, layout, new FrameSource(request, logs, plan, layout));
        laid = Optional.of(ready);
        return ready;
    }

    private OpenLogs open(ExportRequest request) throws IOException {
        if (opened.isPresent() && opened.get().ranges().equals(request.ranges())
                && opened.get().beside().equals(request.sideBySide())) {
            return opened.get().logs();
        }
        close();
        OpenLogs logs = new OpenLogs(request, () -> false);
        opened = Optional.of(new Opened(request.ranges(), request.sideBySide(), logs));
        return logs;
    }

    private void letGo() {
        laid.ifPresent(before -> before.source().close());
        laid = Optional.empty();
    }

    /** Lets go of the logs; they are opened again when there is something to show. */
    @Override
    public void close() throws IOException {
        letGo();
        if (opened.isPresent()) {
            OpenLogs logs = opened.get().logs();
            opened = Optional.empty();
            logs.close();
        }
    }
}
