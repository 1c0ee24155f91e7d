package org.labreel.serve.pi;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lets the clients of a served source record it. Safe from any thread; returns at once. */
public interface RecordingSwitch {
    /** For a source that nobody may record from elsewhere. */
    RecordingSwitch NONE = new RecordingSwitch() {
        @Override
        public CompletionStage<Void> start() {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("This source is only shown here; recording it is not offered."));
        }

        @Override
        public CompletionStage<Void> stop() {
            return start();
        }

        @Override
        public boolean recording() {
            return false;
        }

        @Override
        public Optional<String> newest() {
            return Optional.empty();
        }
    };

    /** Fails with a sentence for the operator. */
    CompletionStage<Void> start();

    /** Fails with a sentence for the operator. */
    CompletionStage<Void> stop();

    boolean recording();

    /** Name of the newest finished recording. */
    Optional<String> newest();
}
