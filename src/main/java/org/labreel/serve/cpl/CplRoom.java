package org.labreel.serve.cpl;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.labreel.feed.cpl.CplCodec;
import org.labreel.feed.cpl.CplMessage;
import org.labreel.feed.cpl.CplTally;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port, and the players at it: so many are served, the others wait in silence until one leaves, as the real
 * recorder's do. Safe from any thread; the players are confined to one event loop.
 */
final class CplRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CplRoom.class);
    private static final int MOST_WAITING = 32;
    private static final long LOOK_MILLIS = 250;

    private final Context context;
    private final CplSettings settings;
    private final CplTally tally;
    private final NetServer server;
    private final Vertx vertx;
    private final OptionalLong looking;
    private final Map<NetSocket, CplSeat> seats = new LinkedHashMap<>();
    private final Deque<NetSocket> line = new ArrayDeque<>();
    private Optional<CplMessage.StartedRecording> recording = Optional.empty();
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicInteger playing = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();
    private volatile long sent;
    private long sentToThoseGone;

    /**
     * @throws java.io.UncheckedIOException
     *             when the port cannot be opened
     */
    CplRoom(Vertx vertx, CplSettings settings, CplTally tally) {
        this.context = vertx.getOrCreateContext();
        this.vertx = vertx;
        this.settings = settings;
        this.tally = tally;
        this.server = vertx.createNetServer(new NetServerOptions().setTcpKeepAlive(true).setTcpNoDelay(true))
                .connectHandler(this::knock);
        Waiting.forIt(server.listen(settings.port(), settings.allowed().bind()),
                "The remote recorder on port " + settings.port());
        this.looking = settings.timeoutSeconds() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(vertx.setPeriodic(LOOK_MILLIS, _ -> context.runOnContext(_ -> lookForStuck())));
    }

    int port() {
        return server.actualPort();
    }

    private void knock(NetSocket socket) {
        socket.exceptionHandler(cause -> LOG.debug("player {}: {}", socket.remoteAddress(), cause.getMessage()));
        if (!admits(settings.allowed(), socket)) {
            refused.incrementAndGet();
            LOG.info("{} is not in the list of allowed addresses and was turned away", socket.remoteAddress());
            Future<Void> _ = socket.close();
            return;
        }
        socket.pause();
        context.runOnContext(_ -> welcome(socket));
    }

    private static boolean admits(AllowedAddresses allowed, NetSocket socket) {
        try {
            return allowed.admits(InetAddress.ofLiteral(socket.remoteAddress().hostAddress()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void welcome(NetSocket socket) {
        socket.closeHandler(_ -> context.runOnContext(_ -> farewell(socket)));
        if (line.size() >= MOST_WAITING) {
            refused.incrementAndGet();
            Future<Void> _ = socket.close();
            return;
        }
        line.add(socket);
        seatNext();
    }

    private void seatNext() {
        while (seats.size() < settings.players() && !line.isEmpty()) {
            NetSocket next = line.remove();
            seats.put(next, new CplSeat(next, settings.imagesBuffered(), recording, this::count));
            next.resume();
        }
        count();
    }

    private void farewell(NetSocket socket) {
        line.remove(socket);
        CplSeat seat = seats.remove(socket);
        if (seat != null) {
            sentToThoseGone += seat.sentImages();
            seat.leave();
        }
        seatNext();
    }

    private void count() {
        connected.set(seats.size() + line.size());
        playing.set((int) seats.values().stream().filter(CplSeat::playing).count());
        sent = sentToThoseGone + seats.values().stream().mapToLong(CplSeat::sentImages).sum();
    }

    void begins(CplMessage.StartedRecording message) {
        onContext(seat -> seat.begins(message), () -> recording = Optional.of(message));
    }

    void refined(CplMessage.StartedRecording message) {
        onContext(seat -> seat.refined(message), () -> recording = recording.map(_ -> message));
    }

    void ends() {
        onContext(CplSeat::ends, () -> recording = Optional.empty());
    }

    void image(CplMessage.Image message) {
        Buffer buffer = Buffer.buffer(CplCodec.encode(message).toArray());
        onContext(seat -> seat.image(buffer, () -> tally.skippedHere(1)), this::count);
    }

    /** Who takes nothing loses the place, and who wants nothing to those who wait for it. */
    private void lookForStuck() {
        long now = System.nanoTime();
        long patience = TimeUnit.SECONDS.toNanos(settings.timeoutSeconds());
        for (CplSeat each : List.copyOf(seats.values())) {
            if (each.stuckNanos(now) > patience) {
                each.letGo("nothing was read for " + settings.timeoutSeconds() + " s");
            } else if (!line.isEmpty() && each.idleNanos(now) > patience) {
                each.letGo("no frames were asked for in " + settings.timeoutSeconds() + " s, and others wait");
            }
        }
    }

    private void onContext(Consumer<CplSeat> each, Runnable also) {
        context.runOnContext(_ -> {
            also.run();
            seats.values().forEach(each);
        });
    }

    /** Players that want frames now. */
    int playing() {
        return playing.get();
    }

    CplCounts figures() {
        return new CplCounts(tally.figures(), connected.get(), playing.get(), sent, refused.get());
    }

    @Override
    public void close() {
        looking.ifPresent(vertx::cancelTimer);
        Waiting.forIt(server.close(), "Closing the remote recorder");
    }
}
