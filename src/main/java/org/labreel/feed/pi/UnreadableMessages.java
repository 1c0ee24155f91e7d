package org.labreel.feed.pi;

import java.time.Instant;
import java.util.Optional;
import org.labreel.model.Loss;

/**
 * Counts messages that could not be read, so that a camera that sends nothing else makes one entry a look and no more.
 */
final class UnreadableMessages {
    private final String source;
    private Optional<Loss> counted = Optional.empty();

    UnreadableMessages(String source) {
        this.source = source;
    }

    void add(String why, Instant at) {
        Instant start = counted.map(Loss::start).filter(at::isAfter).orElse(at);
        long count = counted.map(Loss::count).orElse(0L) + 1;
        counted = Optional.of(new Loss(Loss.Cause.UNREADABLE_MESSAGE, source, start, at, count,
                "a message was left out: " + why));
    }

    /** Those since the last call. */
    Optional<Loss> take() {
        Optional<Loss> taken = counted;
        counted = Optional.empty();
        return taken;
    }
}
