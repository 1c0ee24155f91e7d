package org.labreel.feed.pi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The controls of one camera. They are there before the camera is connected and stay through every reconnect, so that a
 * view holds on to them and not to a connection.
 */
public final class PiDesk implements PiCamera {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private PiCameraState state = PiCameraState.UNKNOWN;
    private Optional<Long> filmingSinceNanos = Optional.empty();
    private Optional<Consumer<PiCommand>> line = Optional.empty();

    @Override
    public synchronized PiCameraState state() {
        return state;
    }

    @Override
    public synchronized Optional<Duration> filmingFor() {
        return filmingSinceNanos.filter(_ -> state.status().equals(Optional.of(CameraStatus.RECORDING)))
                .map(since -> Duration.ofNanos(System.nanoTime() - since));
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public boolean send(PiCommand command) {
        Consumer<PiCommand> to;
        synchronized (this) {
            if (line.isEmpty()) {
                return false;
            }
            to = line.get();
            state = state.after(command);
        }
        to.accept(command);
        changed();
        return true;
    }

    /** The camera is reached: this sends commands on their way, from any thread. */
    void connected(Consumer<PiCommand> commands) {
        synchronized (this) {
            line = Optional.of(commands);
            state = state.withConnected(true);
        }
        changed();
    }

    void disconnected() {
        synchronized (this) {
            line = Optional.empty();
            filmingSinceNanos = Optional.empty();
            state = state.withConnected(false);
        }
        changed();
    }

    void told(PiSignal signal) {
        synchronized (this) {
            if (signal instanceof PiSignal.RecordingStarted) {
                filmingSinceNanos = Optional.of(System.nanoTime());
            }
            PiCameraState next = state.after(signal);
            if (next.equals(state)) {
                return;
            }
            state = next;
        }
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
