package org.labreel.record;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Arrival;
import org.labreel.model.Segment;

/** Starts and ends that wait for no disk: what they need is made ready ahead, what they leave is completed behind. */
final class Armed {
    private final Turns turns;
    private final RecorderLoop loop;
    private final Housekeeping housekeeping;

    Armed(Turns turns, RecorderLoop loop, Housekeeping housekeeping) {
        this.turns = turns;
        this.loop = loop;
        this.housekeeping = housekeeping;
    }

    void arm(SessionFolder folder) throws IOException {
        turns.refuseWhenClosed();
        Recording first = loop.ready(folder);
        boolean taken = false;
        try {
            taken = turns.call(() -> loop.standby().arm(first));
        } finally {
            if (!taken) {
                first.discard();
            }
        }
    }

    CompletableFuture<Arrival> trigger() {
        CompletableFuture<Arrival> taken = turns.ask(loop::trigger);
        return taken.whenComplete((_, _) -> {
            boolean _ = turns.behind(() -> {
                // What is recorded is told first: the next start may be far away.
                housekeeping.save();
                housekeeping.prepare();
            });
        });
    }

    CompletableFuture<Segment> rest() throws IOException {
        Recording last = turns.call(loop::rest);
        CompletableFuture<Segment> saved = new CompletableFuture<>();
        Runnable finish = () -> {
            try {
                saved.complete(last.finish());
            } catch (IOException | RuntimeException e) {
                saved.completeExceptionally(e);
            }
        };
        if (!turns.behind(finish)) {
            // The recorder was closed a moment ago, and nobody else completes what rests.
            finish.run();
        }
        return saved;
    }

    void disarm() throws IOException {
        Optional<Recording> unused = turns.call(() -> loop.standby().disarm());
        if (unused.isPresent()) {
            unused.get().discard();
        }
    }
}
