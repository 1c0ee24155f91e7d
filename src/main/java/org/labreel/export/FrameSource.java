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
import org.labreel.picture.PictureEncoder;
import org.labreel.picture.PictureException;
import org.labreel.picture.PictureSize;
import org.labreel.picture.YuvPicture;

/** Reads, decodes, fits and paints frames. One thread at a time; several sources may share the logs. */
final class FrameSource implements AutoCloseable {
    private final OpenLogs logs;
    private final Layout layout;
    private final Painter painter;
    private final boolean needsState;
    private final PictureDecoder decoder = PictureDecoder.best();
    private final Picture canvas;
    private final Composer composer = new Composer();
    private final Optional<MosaicPainter> mosaic;
    private Optional<Picture> decoded = Optional.empty();
    private Optional<ToYuv> converter = Optional.empty();

    FrameSource(ExportRequest request, OpenLogs logs, ExportPlan plan, Layout layout) throws IOException {
        this.logs = logs;
        this.layout = layout;
        this.painter = new Painter(request, plan.chapters(), layout.width(), layout.height());
        this.canvas = new Picture(layout.width(), layout.height());
        this.mosaic = logs.mosaic().isPresent()
                ? Optional.of(new MosaicPainter(logs.mosaic().get(), logs, decoder))
                : Optional.empty();
        this.needsState = request.csv().isPresent() || request.settings().overlays().needsBoard();
    }

    /** Size of the first frame of the plan whose header can be read; of several cameras that of all together. */
    static PictureSize firstSize(ExportPlan plan, OpenLogs logs) throws IOException {
        if (logs.mosaic().isPresent()) {
            return logs.mosaic().get().size();
        }
        for (PlannedFrame frame : plan.frames()) {
            try {
                return PictureSize.read(logs.of(frame).image(frame.frame()));
            } catch (PictureException | MalformedEventException e) {
                // The next one may tell; if none does, that is said below.
            }
        }
        throw new IOException("None of the " + plan.frames().size() + " frames holds a picture that can be shown.");
    }

    /** For an encoder, in {@code target}. A damaged one is marked, never left out. */
    ShownFrame<YuvPicture> show(PlannedFrame frame, YuvPicture target) throws IOException {
        if (!painter.paints(frame) && mosaic.isEmpty()) {
            Optional<ShownFrame<YuvPicture>> plain = plain(frame, target);
            if (plain.isPresent()) {
                return plain.get();
            }
        }
        ShownFrame<Picture> painted = show(frame);
        if (converter.isEmpty()) {
            converter = Optional.of(YuvWay.best(layout.width(), layout.height()));
        }
        converter.get().convert(painted.picture(), target);
        return new ShownFrame<>(painted.facts(), target, painted.otherSize());
    }

    /** A frame on which nothing is to be seen but itself goes from the decoder to the encoder as it is. */
    private Optional<ShownFrame<YuvPicture>> plain(PlannedFrame frame, YuvPicture target) throws IOException {
        try {
            Bytes image = logs.of(frame).image(frame.frame());
            PictureSize size = PictureSize.read(image);
            Placement place = layout.place(size);
            if (!place.isIdentity(size.width(), size.height(), layout.width(), layout.height())
                    || !decoder.decode(image, target)) {
                return Optional.empty();
            }
            DeviceState state = state(frame);
            return Optional.of(new ShownFrame<>(
                    new FrameFacts(frame, state, boardToClip(state, size, place), Optional.empty()), target, false));
        } catch (PictureException | MalformedEventException e) {
            // The long way marks it.
            return Optional.empty();
        }
    }

    /** As a PNG. */
    ShownFrame<Bytes> png(PlannedFrame frame) throws IOException {
        ShownFrame<Picture> shown = show(frame);
        return new ShownFrame<>(shown.facts(), PictureEncoder.png(shown.picture()), shown.otherSize());
    }

    /** As pixels, which stay until the next frame is asked for. */
    ShownFrame<Picture> show(PlannedFrame frame) throws IOException {
        return mosaic.isPresent() ? together(frame, mosaic.get()) : alone(frame);
    }

    private ShownFrame<Picture> together(PlannedFrame frame, MosaicPainter cameras) throws IOException {
        Picture whole = cameras.show(frame);
        Placement place = layout.place(layout.first());
        composer.compose(whole, place, canvas);
        DeviceState state = state(frame);
        Optional<Transform> transform = cameras.leadingSize().flatMap(size -> boardToFrame(state, size)
                .flatMap(t -> cameras.leadingToWhole().map(t::then)).map(t -> t.then(place.transform())));
        FrameFacts facts = new FrameFacts(frame, state, transform, whole.damage());
        painter.paint(canvas, facts);
        return new ShownFrame<>(facts, canvas, false);
    }

    private ShownFrame<Picture> alone(PlannedFrame frame) throws IOException {
        Optional<String> damage;
        Optional<PictureSize> size = Optional.empty();
        Optional<Placement> placement = Optional.empty();
        try {
            Bytes image = logs.of(frame).image(frame.frame());
            PictureSize read = PictureSize.read(image);
            Placement place = layout.place(read);
            size = Optional.of(read);
            placement = Optional.of(place);
            damage = fill(image, read, place);
        } catch (PictureException | MalformedEventException e) {
            Composer.black(canvas);
            damage = Optional.of(String.valueOf(e.getMessage()));
        }
        DeviceState state = state(frame);
        Optional<Transform> transform = Optional.empty();
        if (size.isPresent() && placement.isPresent()) {
            transform = boardToClip(state, size.get(), placement.get());
        }
        FrameFacts facts = new FrameFacts(frame, state, transform, damage);
        painter.paint(canvas, facts);
        return new ShownFrame<>(facts, canvas, size.isPresent() && !size.get().equals(layout.first()));
    }

    private Optional<String> fill(Bytes image, PictureSize size, Placement place) throws PictureException {
        boolean direct = place.isIdentity(size.width(), size.height(), layout.width(), layout.height());
        Picture picture = decoder.decode(image, direct ? Optional.of(canvas) : decoded);
        if (!direct) {
            decoded = Optional.of(picture);
        }
        if (picture != canvas) {
            composer.compose(picture, place, canvas);
        }
        return picture.damage();
    }

    private DeviceState state(PlannedFrame frame) throws IOException {
        if (!needsState) {
            return DeviceState.EMPTY;
        }
        LogReader log = logs.of(frame);
        return log.stateAt(log.index().recordOfFrame(frame.frame()));
    }

    /** The logged transform is in pixels of the size that it names, which may not be that of the frame. */
    static Optional<Transform> boardToClip(DeviceState state, PictureSize size, Placement placement) {
        return boardToFrame(state, size).map(t -> t.then(placement.transform()));
    }

    private static Optional<Transform> boardToFrame(DeviceState state, PictureSize size) {
        if (state.imageTransform().isEmpty()) {
            return Optional.empty();
        }
        ImageTransform logged = state.imageTransform().get();
        double sx = logged.imageWidth() > 0 ? (double) size.width() / logged.imageWidth() : 1;
        double sy = logged.imageHeight() > 0 ? (double) size.height() / logged.imageHeight() : 1;
        return logged.transform().map(t -> t.then(Transform.scaleThenShift(sx, sy, 0, 0)));
    }

    @Override
    public void close() {
        decoder.close();
        converter.ifPresent(ToYuv::close);
    }
}
