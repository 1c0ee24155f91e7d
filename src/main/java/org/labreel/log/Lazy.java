package org.labreel.log;

import java.util.Optional;
import java.util.function.Supplier;

/** A value worked out when first asked for. Two threads may both work it out, with the same result. */
final class Lazy<T> {
    private final Supplier<T> work;
    private volatile Optional<T> value = Optional.empty();

    Lazy(Supplier<T> work) {
        this.work = work;
    }

    T get() {
        Optional<T> known = value;
        if (known.isPresent()) {
            return known.get();
        }
        T made = work.get();
        value = Optional.of(made);
        return made;
    }
}
