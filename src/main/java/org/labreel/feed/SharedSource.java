package org.labreel.feed;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One connection, heard by many: it connects when the first branch starts and hangs up when the last is closed. Safe
 * from any thread, also from within a call of a branch's listener.
 */
public final class SharedSource implements AutoCloseable {
    private final String address;
    private final Supplier<Source> open;
    /** Guards what follows and the lists of the connection; nobody is called while it is held. */
    private final Object lock = new Object();
    private Optional<SharedConnection> connection = Optional.empty();
    private boolean closed;

    /**
     * @param address
     *            as the operator knows it
     * @param open
     *            makes the source anew each time somebody begins to listen after nobody did; may take its time, and may
     *            fail, which fails the start of that branch
     */
    public SharedSource(String address, Supplier<Source> open) {
        this.address = address;
        this.open = open;
    }

    public String address() {
        return address;
    }

    /**
     * A source of its own that hears the shared connection. One that starts late is told the present at once, before
     * {@link Source#start} returns: the status, the board, what RPC told, and by {@link FeedListener#earlier} the
     * newest message of each kind that tells a state.
     */
    public Source branch() {
        return new Branch(this);
    }

    /** What the connected source can do beside sending messages, as long as somebody listens to it. */
    public <T> Optional<T> offers(Class<T> ability) {
        Optional<SharedConnection> now;
        synchronized (lock) {
            now = connection;
        }
        return now.flatMap(each -> each.offers(ability));
    }

    void join(ShutOffListener hearer) {
        SharedConnection joined;
        // What arrives meanwhile waits until the present was told, so that nothing is missing, doubled or out of order.
        synchronized (hearer) {
            SharedConnection.Present present;
            synchronized (lock) {
                if (closed || hearer.isOff()) {
                    return;
                }
                joined = connection.orElseGet(() -> new SharedConnection(address, open, lock));
                connection = Optional.of(joined);
                present = joined.add(hearer);
            }
            present.tell(hearer);
        }
        try {
            joined.connect();
        } catch (RuntimeException e) {
            forget(joined, hearer);
            // Who joined while it was being opened hears of it here, since only this start can fail.
            joined.status(new FeedStatus(FeedStatus.State.CLOSED, "Connection to " + address + " "
                    + Words.failure(e), 1));
            throw e;
        }
    }

    private void forget(SharedConnection failed, ShutOffListener starter) {
        synchronized (lock) {
            boolean _ = failed.remove(starter);
            connection = connection.filter(now -> !now.equals(failed));
        }
    }

    void leave(ShutOffListener hearer) {
        Optional<SharedConnection> unheard;
        synchronized (lock) {
            unheard = connection.filter(now -> now.remove(hearer));
            if (unheard.isPresent()) {
                connection = Optional.empty();
            }
        }
        // Closing a source waits for its call that is under way, so nothing is held here.
        unheard.ifPresent(SharedConnection::hangUp);
    }

    /** Hangs up whoever listens; no branch hears anything any more. */
    @Override
    public void close() {
        Optional<SharedConnection> ending;
        List<ShutOffListener> hearers;
        synchronized (lock) {
            closed = true;
            ending = connection;
            hearers = ending.map(SharedConnection::hearers).orElse(List.of());
            connection = Optional.empty();
        }
        hearers.forEach(ShutOffListener::shutOff);
        ending.ifPresent(SharedConnection::hangUp);
    }

    private static final class Branch implements Source {
        private final SharedSource shared;
        private Optional<ShutOffListener> hearer = Optional.empty();
        private boolean closed;

        Branch(SharedSource shared) {
            this.shared = shared;
        }

        @Override
        public String address() {
            return shared.address();
        }

        @Override
        public void start(FeedListener listener) {
            ShutOffListener starting = new ShutOffListener(listener);
            synchronized (this) {
                if (hearer.isPresent()) {
                    throw new IllegalStateException("this branch of " + address() + " was started before");
                }
                if (closed) {
                    return;
                }
                hearer = Optional.of(starting);
            }
            shared.join(starting);
        }

        @Override
        public void close() {
            Optional<ShutOffListener> leaving;
            synchronized (this) {
                leaving = closed ? Optional.empty() : hearer;
                closed = true;
            }
            leaving.ifPresent(each -> {
                each.shutOff();
                shared.leave(each);
            });
        }
    }
}
