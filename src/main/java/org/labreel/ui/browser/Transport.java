package org.labreel.ui.browser;

import java.util.OptionalInt;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.labreel.log.LogIndex;

/**
 * Where the operator stands in a log and what is marked: stepping, playing, jumping, the range. Knows times and frame
 * numbers only; whoever shows pictures follows {@link #frameProperty()}. JavaFX thread.
 */
final class Transport {
    private final Playback playback = new Playback();
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<LogIndex> index;
    private final ReadOnlyIntegerWrapper frame = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper direction = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyObjectWrapper<FrameRange> range = new ReadOnlyObjectWrapper<>(FrameRange.WHOLE);

    /**
     * @param nanos
     *            a clock that never steps, {@link System#nanoTime()}
     */
    Transport(LogIndex empty, LongSupplier nanos) {
        this.index = new ReadOnlyObjectWrapper<>(empty);
        this.nanos = nanos;
    }

    /** Begins a log at its first frame, nothing marked. */
    void load(LogIndex next) {
        stop();
        range.set(FrameRange.WHOLE);
        index.set(next);
        frame.set(next.frames() == 0 ? -1 : 0);
    }

    /** Goes on with a longer index of the same log. */
    void extend(LogIndex longer) {
        index.set(longer);
        if (frame.get() < 0 && longer.frames() > 0) {
            frame.set(0);
        }
    }

    ReadOnlyObjectProperty<LogIndex> indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** The frame that is wanted, counted from 0; -1 in a log without frames. */
    ReadOnlyIntegerProperty frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** 1 forward, -1 backward, 0 standing. */
    ReadOnlyIntegerProperty directionProperty() {
        return direction.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<FrameRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    int frame() {
        return frame.get();
    }

    LogIndex index() {
        return index.get();
    }

    /** Goes to a frame, or to the end that lies nearest, and stands there. */
    void goTo(int wanted) {
        stop();
        move(wanted);
    }

    void step(int frames) {
        goTo(frame.get() + frames);
    }

    void home() {
        goTo(0);
    }

    void end() {
        goTo(index().frames() - 1);
    }

    /** Goes to where the operator typed; false when the text says no place. */
    boolean goTo(String text) {
        var place = GoTo.parse(text);
        place.ifPresent(found -> goTo(switch (found) {
            case GoTo.Frame(int number) -> number;
            case GoTo.Elapsed(var time) -> index().frameAt(index().timeZero().plus(time));
            case GoTo.At(var instant) -> index().frameAt(instant);
        }));
        return place.isPresent();
    }

    /** False when there is no electrode change any further that way. */
    boolean change(int towards) {
        OptionalInt found = towards > 0
                ? ElectrodeChanges.next(index(), frame.get())
                : ElectrodeChanges.previous(index(), frame.get());
        found.ifPresent(this::goTo);
        return found.isPresent();
    }

    void markIn() {
        if (frame.get() >= 0) {
            range.set(range.get().withIn(frame.get()));
        }
    }

    void markOut() {
        if (frame.get() >= 0) {
            range.set(range.get().withOut(frame.get()));
        }
    }

    /** Marks frames {@code first} to {@code last}, both included. */
    void select(int first, int last) {
        range.set(FrameRange.WHOLE.withIn(first).withOut(last));
    }

    void clearRange() {
        range.set(FrameRange.WHOLE);
    }

    /** Plays forward, or stands still when it was playing; from the end it begins anew. */
    void toggle() {
        if (playback.direction() != 0) {
            stop();
            return;
        }
        if (frame.get() == index().frames() - 1) {
            move(0);
        }
        playback.play(1, nanos.getAsLong());
        publish();
    }

    /** J (-1) and L (1): plays that way, pressed again the next faster speed. */
    void ramp(int towards) {
        playback.ramp(towards, nanos.getAsLong());
        publish();
    }

    void stop() {
        playback.stop();
        publish();
    }

    void setSpeed(double next) {
        playback.setSpeed(next);
        publish();
    }

    /** Shows the frame that is due; to be called at every pulse while playing. */
    void tick() {
        if (playback.direction() != 0 && frame.get() >= 0) {
            move(playback.advance(index(), frame.get(), nanos.getAsLong()));
        }
        publish();
    }

    private void move(int wanted) {
        int frames = index().frames();
        frame.set(frames == 0 ? -1 : Math.clamp(wanted, 0, frames - 1));
    }

    private void publish() {
        direction.set(playback.direction());
        speed.set(playback.speed());
    }
}
