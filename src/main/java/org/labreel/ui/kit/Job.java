package org.labreel.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A piece of background work as the operator sees it. Its properties change on the JavaFX thread. */
public final class Job {
    public enum State {
        RUNNING, DONE, FAILED, CANCELLED
    }

    private final String title;
    private final InstantSource clock;
    private final Instant started;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private volatile boolean cancelled;

    Job(String title, InstantSource clock) {
        this.title = title;
        this.clock = clock;
        this.started = clock.instant();
    }

    public String title() {
        return title;
    }

    /** 0 to 1; negative while unknown. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Asks the work to end; it does so at its next look. Any thread. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** At the pace so far; empty while too little is done to tell. JavaFX thread. */
    public Optional<Duration> remaining() {
        double part = progress.get();
        Duration spent = Duration.between(started, clock.instant());
        if (part < 0.02 || part > 1 || spent.toMillis() < 500) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis((long) (spent.toMillis() * (1 - part) / part)));
    }

    /** Waits for the end of the work, not on the JavaFX thread. */
    public void await() throws InterruptedException {
        ended.await();
    }

    void progress(double part) {
        progress.set(part);
    }

    void note(String text) {
        note.set(text);
    }

    void end(State how) {
        state.set(how);
        ended.countDown();
    }
}
