package org.labreel.feed.pi;

import java.time.Duration;
import java.util.Optional;

/** A Pi camera to be controlled, whether it is connected at the moment or not. Safe from any thread. */
public interface PiCamera {
    /** What is known of it now. */
    PiCameraState state();

    /** How long it has been recording; empty when it is not, or began before it was heard. */
    Optional<Duration> filmingFor();

    /**
     * Tells of each change of the state, on whatever thread it came.
     *
     * @return takes the listener away again
     */
    AutoCloseable onChange(Runnable listener);

    /**
     * Sends a command; its effect shows in the state, when the camera tells it.
     *
     * @return false when the camera is not connected, so that nothing was sent
     */
    boolean send(PiCommand command);
}
