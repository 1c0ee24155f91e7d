package org.labreel.ui.browser;

import java.util.UUID;
import org.labreel.model.Marker;

/**
 * A marker at its place in a log.
 *
 * @param frame
 *            the frame that was newest when it was set
 */
record LogMarker(int frame, Marker marker) implements Annotation {
    @Override
    public UUID id() {
        return marker.id();
    }

    @Override
    public String text() {
        return marker.text();
    }

    @Override
    public String colour() {
        return marker.colour();
    }

    @Override
    public String words() {
        return marker.text().isBlank() ? "Marker" : marker.text();
    }

    @Override
    public LogMarker renamed(String text) {
        return new LogMarker(frame, new Marker(marker.id(), marker.at(), text, marker.colour()));
    }

    @Override
    public LogMarker recoloured(String css) {
        return new LogMarker(frame, new Marker(marker.id(), marker.at(), marker.text(), css));
    }
}
