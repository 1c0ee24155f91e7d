package org.labreel.feed.cpl;

/** What a source that plays from a remote recorder can tell of it. Safe from any thread. */
public interface CplPlayer {
    CplAddress remote();

    /** The figures now. */
    CplFigures figures();
}
