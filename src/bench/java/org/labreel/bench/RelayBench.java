package org.labreel.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.labreel.codec.EventCodec;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.feed.FeedListener;
import org.labreel.feed.PurpleDropSource;
import org.labreel.feed.Source;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;
import org.labreel.serve.FeedRelay;

/**
 * Twenty clients of one feed, three of which never read, at 30 frames of 190 kB a second: our relay, and a server that
 * writes to one client after the other. {@code -Dbench.seconds} sets how long (default 10).
 */
final class RelayBench {
    private static final int READERS = 17;
    private static final int SLEEPERS = 3;
    private static final int FPS = 30;
    private static final int BYTES = 190_000;
    private static final URI NO_RPC = URI.create("http://127.0.0.1:1/rpc");

    private RelayBench() {
    }

    /** Passes a message on; may block. */
    private interface Way {
        void send(Bytes message) throws IOException;
    }

    static void run() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            AtomicReference<FeedListener> listener = new AtomicReference<>();
            try (FeedRelay relay = FeedRelay.start(vertx, new Spring(listener), Optional.empty(),
                    FeedRelay.Settings.LOOPBACK)) {
                measure("relay", vertx, relay.feed(), () -> relay.clients().size(), message -> listener.get()
                        .message(new RawMessage(message, new Arrival(Instant.now(), System.nanoTime()))));
                System.out.printf(Locale.ROOT, "relay: %s%n", relay.words());
            }
            try (TurnTaking turns = new TurnTaking()) {
                measure("one after the other", vertx, turns.address(), turns::clients, turns::send);
            }
        } finally {
            vertx.close();
        }
    }

    private static void measure(String name, Vertx vertx, URI feed, IntSupplier clients, Way way) throws Exception {
        int frames = FPS * Integer.getInteger("bench.seconds", 10);
        List<AutoCloseable> open = new ArrayList<>();
        List<Reader> readers = new ArrayList<>();
        try {
            for (int i = 0; i < SLEEPERS; i++) {
                open.add(sleeper(feed));
            }
            for (int i = 0; i < READERS; i++) {
                PurpleDropSource source = new PurpleDropSource(vertx, feed, NO_RPC);
                Reader reader = new Reader();
                source.start(reader);
                open.add(source);
                readers.add(reader);
            }
            while (clients.getAsInt() < READERS + SLEEPERS) {
                LockSupport.parkNanos(1_000_000);
            }
            AtomicInteger sent = new AtomicInteger();
            Thread sender = Thread.ofPlatform().daemon().start(() -> send(frames, way, sent));
            sender.join(1000L * frames / FPS + 5000);
            LockSupport.parkNanos(2_000_000_000L);
            report(name, readers, sent.get(), frames);
        } finally {
            for (AutoCloseable each : open) {
                each.close();
            }
        }
    }

    private static void send(int frames, Way way, AtomicInteger sent) {
        Bytes picture = Bytes.wrap(new byte[BYTES]);
        long start = System.nanoTime();
        try {
            for (int i = 0; i < frames; i++) {
                LockSupport.parkNanos(start + i * 1_000_000_000L / FPS - System.nanoTime());
                // When it is due, not when it was sent: what a stall costs is seen.
                long due = start + i * 1_000_000_000L / FPS;
                way.send(EventCodec.encode(new DeviceEvent.Image(
                        Optional.of(Instant.ofEpochSecond(due / 1_000_000_000L, due % 1_000_000_000L)), picture)));
                sent.incrementAndGet();
            }
        } catch (IOException e) {
            // The clients have left.
        }
    }

    private static void report(String name, List<Reader> readers, int sent, int frames) {
        Delays all = new Delays();
        int fewest = Integer.MAX_VALUE;
        for (Reader reader : readers) {
            reader.delays.forEach(all::add);
            fewest = Math.min(fewest, reader.delays.size());
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT,
                "%s: %d of %d frames sent; each of %d readers received at least %d; delay p50 %.1f p99 %.1f max %.1f ms;"
                        + " heap %d MB%n",
                name, sent, frames, readers.size(), fewest, all.at(0.5), all.at(0.99), all.at(1),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static Socket sleeper(URI feed) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), feed.getPort());
        socket.getOutputStream().write("""
                GET / HTTP/1.1\r
                Host: x\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                Sec-WebSocket-Version: 13\r
                \r
                """.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Notes how late each frame came. */
    private static final class Reader implements MessagesOnly {
        private final List<Long> delays = java.util.Collections.synchronizedList(new ArrayList<>());

        @Override
        public void message(RawMessage message) {
            try {
                Instant due = EventPeek.of(message.payload().slice(0, EventPeek.ENOUGH)).time().orElseThrow();
                delays.add(System.nanoTime() - due.getEpochSecond() * 1_000_000_000L - due.getNano());
            } catch (MalformedEventException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A source whose messages the benchmark gives. */
    private record Spring(AtomicReference<FeedListener> listener) implements Source {
        @Override
        public String address() {
            return "bench";
        }

        @Override
        public void start(FeedListener to) {
            listener.set(to);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
