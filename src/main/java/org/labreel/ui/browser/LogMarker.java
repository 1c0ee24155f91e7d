package org.labreel.ui.browser;

import org.labreel.model.Marker;

/**
 * A marker of the session at its place in a log.
 *
 * @param frame
 *            the frame that was newest when it was set
 */
record LogMarker(int frame, Marker marker) {
    /** Its text, or a word where it has none. */
    String words() {
        return marker.text().isBlank() ? "Marker" : marker.text();
    }
}
