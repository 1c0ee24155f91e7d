package org.labreel.app;

import java.util.Optional;
import org.labreel.ui.kit.Serving;

/** Which source a service of the console serves: the one chosen for it, else the first on the live page. */
final class ServedSource {
    private volatile Optional<SourceChoice> first = Optional.empty();

    /** The first source on the live page; whether it is another than before. */
    boolean choose(SourceChoice next) {
        boolean other = !Optional.of(next).equals(first);
        first = Optional.of(next);
        return other;
    }

    /**
     * @throws IllegalArgumentException
     *             when what was chosen is no address
     * @throws IllegalStateException
     *             when there is none yet
     */
    SourceChoice of(Serving.Door door) {
        String chosen = door.choices().source();
        return chosen.isBlank()
                ? first.orElseThrow(() -> new IllegalStateException("no source is live yet"))
                : SourceChoice.of(chosen);
    }
}
