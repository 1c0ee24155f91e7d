package org.labreel.feed;

/** Looks for sources in the network, again and again, until closed. */
public interface Discovery extends AutoCloseable {
    /** Hears a search. Called on the search's own thread, one call at a time, and must return at once. */
    interface Listener {
        /** A source answered; called again each time that it does, with the time of that answer. */
        void found(FoundSource source);

        /** A source that was found has not answered for too long. */
        void lost(String address);

        /** The search itself cannot be done, or can again; empty when all is well. For the operator. */
        default void trouble(String words) {
        }
    }

    /** Begins to search. Called once; does nothing once closed. Returns at once. */
    void start(Listener listener);

    /** Ends the search; afterwards the listener is not called. Safe from any thread, more than once. */
    @Override
    void close();
}
