package org.labreel.session;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Has things done with sessions one after the other, and answers with the session as it stands then. */
final class Turns {
    private final Roster roster;
    private final Executor work;
    private final BooleanSupplier closed;

    /**
     * @param work
     *            where that is done which has no session yet
     * @param closed
     *            whether nothing is taken any more
     */
    Turns(Roster roster, Executor work, BooleanSupplier closed) {
        this.roster = roster;
        this.work = work;
        this.closed = closed;
    }

    /** Has it done in the session's turn. */
    CompletableFuture<SessionView> turn(UUID id, Consumer<Slot> change) {
        return turn(id, (slot, taken) -> {
            change.accept(slot);
            taken.run();
        });
    }

    /** What is done in a session's turn, and says itself when it is. */
    interface Turn {
        void take(Slot slot, Runnable taken);
    }

    CompletableFuture<SessionView> turn(UUID id, Turn change) {
        CompletableFuture<SessionView> answer = new CompletableFuture<>();
        try {
            refuseWhenClosed();
            Slot slot = roster.slot(id);
            slot.execute(() -> {
                try {
                    change.take(slot, () -> answer.complete(roster.view(slot)));
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
                roster.tell(slot);
            });
        } catch (Refusal e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    private void refuseWhenClosed() {
        if (closed.getAsBoolean()) {
            throw new Refusal(Refusal.Kind.NOT_NOW, "Labreel is ending.");
        }
    }

    /** Makes a session, or brings one back. */
    interface Making {
        Slot slot() throws IOException;
    }

    CompletableFuture<SessionView> made(Making what) {
        CompletableFuture<SessionView> answer = new CompletableFuture<>();
        work.execute(() -> {
            try {
                refuseWhenClosed();
                Slot slot = what.slot();
                answer.complete(roster.view(slot));
                roster.tell(slot);
            } catch (IOException e) {
                answer.completeExceptionally(new Refusal(Refusal.Kind.FAILED, SessionWords.why(e), e));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }
}
