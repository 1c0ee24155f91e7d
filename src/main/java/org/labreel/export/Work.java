package org.labreel.export;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Tells how many frames are done, and asks whether to go on. */
record Work(IntConsumer done, BooleanSupplier cancelled) {
    /**
     * @throws CancellationException
     *             when the operator has given up
     */
    void goOn() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The export was cancelled; nothing of it was kept.");
        }
    }
}
