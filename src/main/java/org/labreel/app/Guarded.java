package org.labreel.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again: whatever happens in one round, the next must come. */
record Guarded(Runnable work) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

    @Override
    public void run() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("A round of work failed", e);
        }
    }
}
