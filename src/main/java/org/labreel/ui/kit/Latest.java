package org.labreel.ui.kit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A slot for one value, newest wins: a slow reader misses values, it never makes the writer wait. Any thread. */
public final class Latest<T> {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();

    /** Puts a value in place of the one that nobody took. Returns the one that was displaced, for counting or reuse. */
    public Optional<T> set(T value) {
        return Optional.ofNullable(slot.getAndSet(value));
    }

    /** Takes the value out; empty when it was taken already. */
    public Optional<T> take() {
        return Optional.ofNullable(slot.getAndSet(null));
    }
}
