package org.labreel.ui.kit;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;

/**
 * At most one pending redraw. However often it is asked, the drawing happens once, on the JavaFX thread, on the next
 * pulse; between requests nothing runs.
 */
public final class Pulse implements AutoCloseable {
    private final Runnable draw;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final AnimationTimer timer;
    private volatile boolean closed;

    /**
     * @param draw
     *            reads the newest values and draws them
     */
    public Pulse(Runnable draw) {
        this.draw = draw;
        this.timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                beat();
            }
        };
    }

    /** Asks for a redraw. Any thread. */
    public void request() {
        if (!closed && pending.compareAndSet(false, true)) {
            FxThread.run(timer::start);
        }
    }

    private void beat() {
        timer.stop();
        // Cleared before the drawing reads its values, so that a value set meanwhile asks for another redraw.
        pending.set(false);
        if (!closed) {
            draw.run();
        }
    }

    /** Nothing is drawn any more. */
    @Override
    public void close() {
        closed = true;
    }
}
