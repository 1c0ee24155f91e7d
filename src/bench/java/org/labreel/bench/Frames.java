package org.labreel.bench;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.labreel.codec.EventCodec;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.picture.PictureException;

/** A websocket server on loopback that sends ready-made frames at a steady pace to the one who listens. */
final class Frames implements AutoCloseable {
    private final Context context;
    private final int port;
    private final List<Bytes> jpegs;
    private final List<Buffer> messages;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final Thread pace;
    private volatile @Nullable ServerWebSocket listener;
    private volatile double fps;
    private volatile boolean closed;

    Frames(Vertx vertx, List<Bytes> jpegs) throws Exception {
        this.jpegs = List.copyOf(jpegs);
        messages = jpegs.stream().map(jpeg -> EventCodec
                .encode(new DeviceEvent.Image(Optional.of(Instant.now()), jpeg)).toArray()).map(Buffer::buffer)
                .toList();
        context = vertx.getOrCreateContext();
        var server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .webSocketHandler(client -> {
                    client.setWriteQueueMaxSize(8 << 20);
                    listener = client;
                    client.closeHandler(_ -> listener = null);
                });
        port = server.listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS).actualPort();
        pace = Thread.ofPlatform().daemon().name("bench frames").start(this::run);
    }

    /** Four JPEGs of 1280x960 of about so many bytes each. */
    static List<Bytes> jpegs(int bytes) throws PictureException {
        List<Bytes> jpegs = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            jpegs.add(TestPictures.jpeg(1280, 960, bytes, seed));
        }
        return jpegs;
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + port);
    }

    /** Whether this is one of the JPEGs that it sends. */
    boolean sends(Bytes jpeg) {
        return jpegs.contains(jpeg);
    }

    /** Frames a second from now on, 0 for none. */
    void pace(double framesPerSecond) {
        fps = framesPerSecond;
        LockSupport.unpark(pace);
    }

    long sent() {
        return sent.get();
    }

    /** Frames that were due but not sent, since the client had not taken megabytes of earlier ones. */
    long late() {
        return late.get();
    }

    private void run() {
        long next = System.nanoTime();
        while (!closed) {
            double wanted = fps;
            ServerWebSocket client = listener;
            if (wanted == 0 || client == null) {
                LockSupport.parkNanos(1_000_000);
                next = System.nanoTime();
                continue;
            }
            context.runOnContext(_ -> send(client));
            next += (long) (1e9 / wanted);
            while (!closed && System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    private void send(ServerWebSocket client) {
        if (client.isClosed()) {
            return;
        }
        if (client.writeQueueFull()) {
            // It is not sent at all: what waits here would fill the memory that is measured.
            late.incrementAndGet();
            return;
        }
        client.writeBinaryMessage(messages.get((int) (sent.getAndIncrement() % messages.size())));
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(pace);
    }
}
