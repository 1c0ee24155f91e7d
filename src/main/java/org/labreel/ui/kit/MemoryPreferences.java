package org.labreel.ui.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Preferences that live as long as the program: for the guided tour and for tests. */
public final class MemoryPreferences implements PreferencesHolder {
    private final AtomicReference<Preferences> current;
    private final List<Consumer<Preferences>> listeners = new CopyOnWriteArrayList<>();

    public MemoryPreferences(Preferences first) {
        this.current = new AtomicReference<>(first);
    }

    @Override
    public Preferences get() {
        return current.get();
    }

    @Override
    public void update(UnaryOperator<Preferences> change) {
        Preferences before = current.get();
        Preferences after = current.updateAndGet(change);
        if (!after.equals(before)) {
            listeners.forEach(listener -> listener.accept(after));
        }
    }

    @Override
    public Subscription onChange(Consumer<Preferences> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
