package org.labreel.ui.kit;

import java.util.Optional;

/** How it goes with what is served. Any thread. */
public interface ServingState {
    /** Nothing is served by anybody. */
    ServingState NOBODY = _ -> Optional.empty();

    /**
     * How a service stands.
     *
     * @param running
     *            whether it can be called
     * @param words
     *            its address, or why it cannot be called
     * @param detail
     *            how it goes; may be empty
     */
    record Standing(boolean running, String words, String detail) {
        public Standing(boolean running, String words) {
            this(running, words, "");
        }
    }

    /** Empty while it is switched off. */
    Optional<Standing> of(Serving.Service service);
}
