package org.labreel.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.labreel.codec.EventCodec;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.Board;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/** A shared source while somebody listens: passes everything on, and knows what to tell whoever comes late. */
final class SharedConnection implements FeedListener {
    private final String address;
    private final Supplier<Source> open;
    /** Of the shared source; guards the hearers and what is known. */
    private final Object lock;
    private List<ShutOffListener> hearers = List.of();
    private Optional<FeedStatus> status = Optional.empty();
    private Optional<Board> board = Optional.empty();
    private final Map<EventKind, DeviceEvent> told = new EnumMap<>(EventKind.class);
    private final Map<EventKind, RawMessage> newest = new EnumMap<>(EventKind.class);
    private final Object sourceLock = new Object();
    private Optional<Source> source = Optional.empty();
    private boolean asked;
    private boolean over;

    SharedConnection(String address, Supplier<Source> open, Object lock) {
        this.address = address;
        this.open = open;
        this.lock = lock;
    }

    /** What is known now. */
    record Present(Optional<FeedStatus> status, Optional<Board> board, List<DeviceEvent> told,
            List<RawMessage> newest) {
        Present {
            told = List.copyOf(told);
            newest = List.copyOf(newest);
        }

        void tell(FeedListener late) {
            status.ifPresent(late::status);
            board.ifPresent(late::board);
            told.forEach(late::told);
            newest.forEach(late::earlier);
        }
    }

    /** To be called with the lock held. @return what it missed */
    Present add(ShutOffListener hearer) {
        List<ShutOffListener> next = new ArrayList<>(hearers);
        next.add(hearer);
        hearers = List.copyOf(next);
        return new Present(status, board, List.copyOf(told.values()), List.copyOf(newest.values()));
    }

    /** To be called with the lock held. @return whether it was the last */
    boolean remove(ShutOffListener hearer) {
        boolean heard = hearers.contains(hearer);
        hearers = hearers.stream().filter(each -> !each.equals(hearer)).toList();
        return heard && hearers.isEmpty();
    }

    List<ShutOffListener> hearers() {
        return hearers;
    }

    /** Opens the source, the first time. Returns at once when somebody else is about it. */
    void connect() {
        synchronized (sourceLock) {
            if (asked || over) {
                return;
            }
            asked = true;
        }
        Source opened = open.get();
        boolean unwanted;
        synchronized (sourceLock) {
            source = Optional.of(opened);
            unwanted = over;
        }
        if (unwanted) {
            opened.close();
        } else {
            opened.start(this);
        }
    }

    <T> Optional<T> offers(Class<T> ability) {
        synchronized (sourceLock) {
            return source.filter(ability::isInstance).map(ability::cast);
        }
    }

    void hangUp() {
        Optional<Source> ending;
        synchronized (sourceLock) {
            over = true;
            ending = source;
        }
        ending.ifPresent(Source::close);
    }

    @Override
    public void message(RawMessage message) {
        Optional<EventKind> state = state(message.payload());
        pass(() -> state.ifPresent(kind -> newest.put(kind, message)), hearer -> hearer.message(message));
    }

    @Override
    public void earlier(RawMessage message) {
        Optional<EventKind> state = state(message.payload());
        pass(() -> state.ifPresent(kind -> newest.putIfAbsent(kind, message)), hearer -> hearer.earlier(message));
    }

    @Override
    public void status(FeedStatus next) {
        pass(() -> status = Optional.of(next), hearer -> hearer.status(next));
    }

    @Override
    public void loss(Loss loss) {
        // In the ledger it stands under the name by which the source is recorded.
        Loss named = new Loss(loss.cause(), address, loss.start(), loss.end(), loss.count(), loss.detail());
        pass(() -> {
        }, hearer -> hearer.loss(named));
    }

    @Override
    public void board(Board next) {
        pass(() -> board = Optional.of(next), hearer -> hearer.board(next));
    }

    @Override
    public void told(DeviceEvent event) {
        pass(() -> told.put(event.kind(), event), hearer -> hearer.told(event));
    }

    /** Whoever joins hears it or finds it noted, never both and never neither. */
    private void pass(Runnable note, Consumer<FeedListener> tell) {
        List<ShutOffListener> now;
        synchronized (lock) {
            note.run();
            now = hearers;
        }
        now.forEach(tell);
    }

    /** The kind of a message that tells a state and can be read. */
    private static Optional<EventKind> state(Bytes message) {
        try {
            EventKind kind = EventPeek.of(message.slice(0, Math.min(message.length(), EventPeek.ENOUGH))).kind();
            boolean tells = kind != EventKind.IMAGE && kind != EventKind.UNKNOWN
                    && EventCodec.decode(message).kind() == kind;
            return tells ? Optional.of(kind) : Optional.empty();
        } catch (MalformedEventException _) {
            return Optional.empty();
        }
    }
}
