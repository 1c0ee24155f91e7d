package org.labreel.ui.source;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.labreel.feed.FeedStatus;

/** What the page of sources asks of whoever connects them. JavaFX thread. */
public interface SourceUse {
    /** Why a text names no source, for the operator; empty when it names one. */
    Optional<String> problem(String text);

    /** The address of the source that a text without a {@link #problem} names, as it is remembered. */
    String address(String text);

    /** The sources on the live page by address, in their order. */
    Map<String, FeedStatus> shown();

    /** When the last message of a source on the live page came; empty when none did yet. */
    Optional<Instant> heard(String address);

    /**
     * Shows this source alone.
     *
     * @throws IllegalArgumentException
     *             with a sentence for the operator when it cannot be now
     */
    void connect(String address);

    /** Shows this source beside the others; throws as {@link #connect}. */
    void add(String address);
}
