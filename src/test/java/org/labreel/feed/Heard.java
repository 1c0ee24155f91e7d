package org.labreel.feed;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.Board;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/** A listener that remembers all it heard, and that a test can wait upon. */
public class Heard implements FeedListener {
    private static final long PATIENCE_SECONDS = 20;

    public final List<RawMessage> messages = new CopyOnWriteArrayList<>();
    public final List<FeedStatus> statuses = new CopyOnWriteArrayList<>();
    public final List<Loss> losses = new CopyOnWriteArrayList<>();
    public final List<Board> boards = new CopyOnWriteArrayList<>();
    public final List<DeviceEvent> told = new CopyOnWriteArrayList<>();
    public final Set<EventKind> kinds = Collections.synchronizedSet(EnumSet.noneOf(EventKind.class));
    private final List<Wish> wishes = new CopyOnWriteArrayList<>();

    private record Wish(BooleanSupplier fulfilled, CompletableFuture<Boolean> future) {
        void check() {
            if (fulfilled.getAsBoolean()) {
                future.complete(true);
            }
        }
    }

    /** Waits until it is so; whatever is heard is a reason to look again. */
    public void await(BooleanSupplier fulfilled) throws Exception {
        Wish wish = new Wish(fulfilled, new CompletableFuture<>());
        wishes.add(wish);
        wish.check();
        wish.future().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        wishes.remove(wish);
    }

    public void awaitMessages(int count) throws Exception {
        await(() -> messages.size() >= count);
    }

    public void awaitLoss(Loss.Cause cause) throws Exception {
        await(() -> losses.stream().anyMatch(loss -> loss.cause() == cause));
    }

    public void awaitStatus(Predicate<FeedStatus> wanted) throws Exception {
        await(() -> statuses.stream().anyMatch(wanted));
    }

    public List<Bytes> payloads() {
        return messages.stream().map(RawMessage::payload).toList();
    }

    private void look() {
        wishes.forEach(Wish::check);
    }

    @Override
    public void message(RawMessage message) {
        messages.add(message);
        try {
            kinds.add(EventPeek.of(message.payload()).kind());
        } catch (MalformedEventException _) {
            kinds.add(EventKind.UNKNOWN);
        }
        look();
    }

    @Override
    public void status(FeedStatus status) {
        statuses.add(status);
        look();
    }

    @Override
    public void loss(Loss loss) {
        losses.add(loss);
        look();
    }

    @Override
    public void board(Board board) {
        boards.add(board);
        look();
    }

    @Override
    public void told(DeviceEvent event) {
        told.add(event);
        look();
    }
}
