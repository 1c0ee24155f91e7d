package org.labreel.ui.kit;

/** Long work done off the JavaFX thread. */
@FunctionalInterface
public interface Work<T> {
    /**
     * Does it.
     *
     * @throws java.util.concurrent.CancellationException
     *             when it stopped because the operator cancelled it
     */
    T run(Control control) throws Exception;

    /** What work in progress tells and asks. Any thread. */
    interface Control {
        /**
         * @param part
         *            0 to 1; negative while nobody can know
         */
        void progress(double part);

        /** What it is at: "frame 120 of 480". */
        void note(String text);

        /** Whether the operator wants it to end; ask often. */
        boolean cancelled();
    }
}
