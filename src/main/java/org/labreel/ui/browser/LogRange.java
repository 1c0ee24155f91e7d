package org.labreel.ui.browser;

import java.time.Duration;
import java.util.UUID;
import org.labreel.model.NamedRange;

/**
 * A named range at its place in a log.
 *
 * @param first
 *            its first frame, counted from 0
 * @param last
 *            its last frame, included
 */
record LogRange(int first, int last, NamedRange range) implements Annotation {
    @Override
    public UUID id() {
        return range.id();
    }

    @Override
    public int frame() {
        return first;
    }

    @Override
    public String text() {
        return range.name();
    }

    @Override
    public String colour() {
        return range.colour();
    }

    @Override
    public String words() {
        return range.name().isBlank() ? "Range" : range.name();
    }

    int frames() {
        return last - first + 1;
    }

    Duration duration() {
        return range.range().duration();
    }

    @Override
    public LogRange renamed(String text) {
        return new LogRange(first, last,
                new NamedRange(range.id(), range.file(), text, range.range(), range.colour()));
    }

    @Override
    public LogRange recoloured(String css) {
        return new LogRange(first, last,
                new NamedRange(range.id(), range.file(), range.name(), range.range(), css));
    }
}
