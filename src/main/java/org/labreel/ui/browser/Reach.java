package org.labreel.ui.browser;

/** How far the index of an open log reaches. */
enum Reach {
    /** Not to the end of the file yet. */
    PART,
    /** To the end of a file that does not grow. */
    WHOLE,
    /** To the end of a file that is still being written. */
    GROWING
}
