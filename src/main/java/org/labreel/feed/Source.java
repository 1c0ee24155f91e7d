package org.labreel.feed;

/** Something that sends messages: a device server, a log being replayed. */
public interface Source extends AutoCloseable {
    /** Its address as the operator knows it, "ws://host:7001". */
    String address();

    /** Connects, and keeps connecting until closed. Called once; does nothing once closed. */
    void start(FeedListener listener);

    /** Disconnects; afterwards the listener is not called. Safe from any thread, more than once. */
    @Override
    void close();
}
