package org.labreel.export;

import java.io.IOException;
import java.util.Optional;
import org.labreel.codec.MalformedEventException;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent.ImageTransform;
import org.labreel.model.DeviceState;
import org.labreel.model.Transform;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureException;
import org.labreel.picture.PictureSize;

/** Reads, decodes, fits and paints the frames of a plan. One thread at a time. */
final class FrameSource implements AutoCloseable {
    private final OpenLogs logs;
    private final Layout layout;
    private final Painter painter;
    private final boolean needsState;
    private final PictureDecoder decoder = PictureDecoder.best();
    private Optional<Picture> decoded = Optional.empty();

    FrameSource(ExportRequest request, OpenLogs logs, Layout layout) throws IOException {
        this.logs = logs;
        this.layout = layout;
        this.painter = new Painter(request, layout.width(), layout.height());
        this.needsState = request.csv().isPresent()
                || request.settings().overlays().needsBoard();
    }

    /** Size of the first frame of the plan whose header can be read. */
    static PictureSize firstSize(ExportPlan plan, OpenLogs logs) throws IOException {
        for (PlannedFrame frame : plan.frames()) {
            try {
                return PictureSize.read(logs.of(frame).image(frame.frame()));
            } catch (PictureException | MalformedEventException e) {
                // The next one may tell; if none does, that is said below.
            }
        }
        throw new IOException("None of the " + plan.frames().size() + " frames holds a picture that can be shown.");
    }

    /** The frame in the clip's picture {@code target}. A damaged one is marked, never left out. */
    ShownFrame show(PlannedFrame frame, Picture target) throws IOException {
        Optional<String> damage;
        Optional<PictureSize> size = Optional.empty();
        Optional<Placement> placement = Optional.empty();
        try {
            Bytes image = logs.of(frame).image(frame.frame());
            PictureSize read = PictureSize.read(image);
            Placement place = layout.place(read);
            size = Optional.of(read);
            placement = Optional.of(place);
            damage = fill(image, read, place, target);
        } catch (PictureException | MalformedEventException e) {
            Composer.black(target);
            damage = Optional.of(String.valueOf(e.getMessage()));
        }
        DeviceState state = needsState ? state(frame) : DeviceState.EMPTY;
        Optional<Transform> transform = Optional.empty();
        if (size.isPresent() && placement.isPresent()) {
            transform = boardToClip(state, size.get(), placement.get());
        }
        FrameFacts facts = new FrameFacts(frame, state, transform, damage);
        if (painter.paints(facts)) {
            painter.paint(target, facts);
        }
        return new ShownFrame(facts, target, size.isPresent() && !size.get().equals(layout.first()));
    }

    private Optional<String> fill(Bytes image, PictureSize size, Placement place, Picture target)
            throws PictureException {
        boolean direct = place.isIdentity(size.width(), size.height(), layout.width(), layout.height());
        Picture picture = decoder.decode(image, direct ? Optional.of(target) : decoded);
        if (!direct) {
            decoded = Optional.of(picture);
        }
        if (picture != target) {
            Composer.compose(picture, place, target);
        }
        return picture.damage();
    }

    private DeviceState state(PlannedFrame frame) throws IOException {
        LogReader log = logs.of(frame);
        return log.stateAt(log.index().recordOfFrame(frame.frame()));
    }

    /** The logged transform is in pixels of the size that it names, which may not be that of the frame. */
    static Optional<Transform> boardToClip(DeviceState state, PictureSize size, Placement placement) {
        if (state.imageTransform().isEmpty()) {
            return Optional.empty();
        }
        ImageTransform logged = state.imageTransform().get();
        double sx = logged.imageWidth() > 0 ? (double) size.width() / logged.imageWidth() : 1;
        double sy = logged.imageHeight() > 0 ? (double) size.height() / logged.imageHeight() : 1;
        return logged.transform()
                .map(t -> t.then(Transform.scaleThenShift(sx, sy, 0, 0)).then(placement.transform()));
    }

    @Override
    public void close() {
        decoder.close();
    }
}
