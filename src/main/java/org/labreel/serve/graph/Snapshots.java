package org.labreel.serve.graph;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Sends what is there, and again when it is not as it was. Whoever reads slowly misses steps between, never the last,
 * and nothing piles up for him.
 *
 * @param <T>
 *            what is sent
 */
final class Snapshots<T> implements Publisher<T> {
    private final Supplier<T> now;
    private final Executor work;
    private final Consumer<Runnable> listen;
    private final Consumer<Runnable> unlisten;

    /**
     * @param now
     *            what is there; may take a while
     * @param work
     *            where that is asked
     * @param listen
     *            has the runnable called when something may have changed
     */
    Snapshots(Supplier<T> now, Executor work, Consumer<Runnable> listen, Consumer<Runnable> unlisten) {
        this.now = now;
        this.work = work;
        this.listen = listen;
        this.unlisten = unlisten;
    }

    @Override
    public void subscribe(Subscriber<? super T> subscriber) {
        new Reader(subscriber).begin();
    }

    private final class Reader implements Subscription {
        private final Subscriber<? super T> subscriber;
        private final Runnable poke = this::poke;
        private Optional<T> last = Optional.empty();
        private long wanted;
        private boolean dirty = true;
        private boolean running;
        private boolean over;

        private Reader(Subscriber<? super T> subscriber) {
            this.subscriber = subscriber;
        }

        private void begin() {
            subscriber.onSubscribe(this);
            listen.accept(poke);
        }

        private void poke() {
            synchronized (this) {
                dirty = true;
            }
            run();
        }

        @Override
        public void request(long count) {
            synchronized (this) {
                wanted = wanted + count < 0 ? Long.MAX_VALUE : wanted + count;
            }
            run();
        }

        private void run() {
            synchronized (this) {
                if (running || over || !dirty || wanted == 0) {
                    return;
                }
                running = true;
            }
            work.execute(this::send);
        }

        private void send() {
            synchronized (this) {
                dirty = false;
            }
            try {
                T next = now.get();
                if (last.filter(next::equals).isEmpty()) {
                    last = Optional.of(next);
                    synchronized (this) {
                        wanted -= wanted == Long.MAX_VALUE ? 0 : 1;
                    }
                    subscriber.onNext(next);
                }
            } catch (RuntimeException e) {
                cancel();
                subscriber.onError(e);
            }
            synchronized (this) {
                running = false;
            }
            run();
        }

        @Override
        public void cancel() {
            synchronized (this) {
                over = true;
            }
            unlisten.accept(poke);
        }
    }
}
