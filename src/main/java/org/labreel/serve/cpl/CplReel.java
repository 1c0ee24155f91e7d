package org.labreel.serve.cpl;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.labreel.codec.EventCodec;
import org.labreel.codec.MalformedEventException;
import org.labreel.feed.cpl.CplMessage;
import org.labreel.feed.cpl.CplTally;
import org.labreel.model.Arrival;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureException;
import org.labreel.picture.PictureSize;
import org.labreel.picture.PixelFormat;
import org.labreel.picture.RawWriter;

/** Turns a source's images into recordings of a remote recorder: each of one size, its frames timed and counted. */
final class CplReel implements AutoCloseable {
    /** So many frames tell the rate. */
    private static final int ENOUGH = 10;

    private final CplRoom room;
    private final PixelFormat format;
    private final CplTally tally;
    private Optional<PictureDecoder> decoder = Optional.empty();
    private Optional<Picture> pixels = Optional.empty();
    private Optional<PictureSize> recording = Optional.empty();
    private Instant zero = Instant.EPOCH;
    /** When the rate was last looked at. */
    private Instant mark = Instant.EPOCH;
    private long count;
    /** Frames per second, 0 until known. */
    private double rate;
    private boolean closed;

    CplReel(CplRoom room, PixelFormat format, CplTally tally) {
        this.room = room;
        this.format = format;
        this.tally = tally;
    }

    /** @return false when its picture cannot be shown */
    boolean take(RawMessage message) {
        if (closed) {
            return false;
        }
        try {
            if (!(EventCodec.decode(message.payload()) instanceof DeviceEvent.Image image)) {
                return true;
            }
            PictureSize size = PictureSize.read(image.data());
            Instant time = image.time().orElseGet(() -> arrived(message.arrival()));
            if (!recording.equals(Optional.of(size))) {
                ends();
                begins(size, time);
            }
            count++;
            double t = seconds(zero, time);
            if (count % ENOUGH == 0) {
                refine(size, time);
            }
            show(image, t);
            return true;
        } catch (MalformedEventException | PictureException e) {
            return false;
        }
    }

    private void show(DeviceEvent.Image image, double t) throws PictureException {
        if (room.playing() == 0) {
            tally.skippedThere(1);
            return;
        }
        CplMessage.Image shown = CplMessage.Image.of(RawWriter.raw(decoded(image), format), t, count);
        room.image(shown);
        tally.recorded(shown.pixels().length());
        tally.received(shown.pixels().length());
    }

    /** Who asks from now on is told the rate of the last frames, to a hundredth. */
    private void refine(PictureSize size, Instant time) {
        double seconds = seconds(mark, time);
        if (seconds > 0) {
            rate = Math.rint(ENOUGH / seconds * 100) / 100;
            room.refined(started(size, rate));
            tally.refined(started(size, rate));
        }
        mark = time;
    }

    /** However far apart they are: stamps are the source's own, and can be of any year. */
    private static double seconds(Instant from, Instant to) {
        Duration between = Duration.between(from, to);
        return between.getSeconds() + between.getNano() / 1e9;
    }

    private static Instant arrived(Arrival arrival) {
        return arrival.wall();
    }

    private Picture decoded(DeviceEvent.Image image) throws PictureException {
        PictureDecoder used = decoder.orElseGet(PictureDecoder::best);
        decoder = Optional.of(used);
        Picture picture = used.decode(image.data(), pixels);
        pixels = Optional.of(picture);
        return picture;
    }

    private void begins(PictureSize size, Instant time) {
        recording = Optional.of(size);
        zero = time;
        mark = time;
        count = 0;
        room.begins(started(size, rate));
        tally.started(started(size, rate));
    }

    private CplMessage.StartedRecording started(PictureSize size, double framesPerSecond) {
        return new CplMessage.StartedRecording(format.word(), size.width(), size.height(), framesPerSecond);
    }

    void ends() {
        if (recording.isPresent()) {
            recording = Optional.empty();
            room.ends();
            tally.ended();
        }
    }

    @Override
    public void close() {
        closed = true;
        decoder.ifPresent(PictureDecoder::close);
    }
}
