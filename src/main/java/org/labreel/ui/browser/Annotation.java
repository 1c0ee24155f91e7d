package org.labreel.ui.browser;

import java.util.UUID;

/** Something that the operator noted on a log, at its place in it. */
sealed interface Annotation permits LogMarker, LogRange {
    UUID id();

    /** Where to go to see it; counted from 0. */
    int frame();

    /** As the operator wrote it; may be empty. */
    String text();

    /** CSS colour. */
    String colour();

    /** Its text, or a word where it has none. */
    String words();

    Annotation renamed(String text);

    Annotation recoloured(String css);
}
