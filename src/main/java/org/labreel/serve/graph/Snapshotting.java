package org.labreel.serve.graph;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes subscriptions of what can be asked for. */
record Snapshotting(Executor work, Consumer<Runnable> listen, Consumer<Runnable> unlisten) {
    <T> Snapshots<T> of(Supplier<T> now) {
        return new Snapshots<>(now, work, listen, unlisten);
    }
}
