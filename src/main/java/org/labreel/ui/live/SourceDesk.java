package org.labreel.ui.live;

import java.util.List;
import java.util.Optional;
import org.labreel.feed.cpl.CplPlayer;

/** What the live page asks of whoever connects sources. */
public interface SourceDesk {
    /**
     * Leaves all that is shown for the source at this address.
     *
     * @throws IllegalArgumentException
     *             with a sentence for the operator when it is none, or cannot be now
     */
    void connect(String address);

    /**
     * Shows the source at this address beside what is shown.
     *
     * @throws IllegalArgumentException
     *             with a sentence for the operator when it is none, or is shown already
     */
    void add(String address);

    /**
     * Shows this source no more.
     *
     * @throws IllegalArgumentException
     *             with a sentence for the operator when it cannot be now
     */
    void remove(String address);

    /**
     * Shows another source in the place of this one.
     *
     * @throws IllegalArgumentException
     *             with a sentence for the operator when it cannot be now
     */
    default void replace(String address, String by) {
        remove(address);
        add(by);
    }

    /** What the source at this address tells as a player of a remote recorder; empty when it is none, or not open. */
    default Optional<CplPlayer> remoteRecorder(String address) {
        return Optional.empty();
    }

    /** The operator put the sources in this order. */
    void arrange(List<String> addresses);

    /** Opens the list of all known sources. */
    void showAll();
}
