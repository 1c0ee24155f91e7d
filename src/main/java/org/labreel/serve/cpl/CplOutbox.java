package org.labreel.serve.cpl;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import org.labreel.feed.HangUp;

/**
 * What one player has yet to get, in order. Images are bounded, what goes beyond is left out and counted; words are
 * small and must not be lost, but a player that makes us speak and never listens is let go. Confined to one event loop.
 */
final class CplOutbox {
    private static final long MOST_BYTES = 256L << 20;
    private static final int SOCKET_BYTES = 64 << 10;
    private static final int MOST_WORDS = 1000;

    private final NetSocket socket;
    private final int mostImages;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int images;
    private int words;
    private long bytes;
    private long sentImages;
    private OptionalLong fullSinceNanos = OptionalLong.empty();

    private record Waiting(Buffer buffer, boolean image) {
    }

    /**
     * @param mostImages
     *            that may wait; 0 = as many as fit into 256 MiB
     */
    CplOutbox(NetSocket socket, int mostImages) {
        this.socket = socket;
        this.mostImages = mostImages;
        // Hardly more than one image at a time goes to the socket: only what waits here can be left out.
        socket.setWriteQueueMaxSize(SOCKET_BYTES);
        socket.drainHandler(_ -> {
            fullSinceNanos = OptionalLong.empty();
            pump();
        });
    }

    /** @return false when it was left out */
    boolean image(Buffer image) {
        boolean tooMany = mostImages > 0 && images >= mostImages;
        boolean tooLarge = images > 0 && bytes + image.length() > MOST_BYTES;
        if (tooMany || tooLarge) {
            return false;
        }
        waiting.add(new Waiting(image, true));
        images++;
        bytes += image.length();
        pump();
        return true;
    }

    void say(Buffer message) {
        waiting.add(new Waiting(message, false));
        words++;
        if (words > MOST_WORDS) {
            cutOff();
            return;
        }
        pump();
    }

    void cutOff() {
        waiting.clear();
        HangUp.on(socket);
    }

    /** Images that wait are not wanted any more. */
    void forgetImages() {
        waiting.removeIf(Waiting::image);
        images = 0;
        bytes = 0;
    }

    private void pump() {
        while (!waiting.isEmpty() && !socket.writeQueueFull()) {
            Waiting next = waiting.remove();
            if (next.image()) {
                images--;
                bytes -= next.buffer().length();
                sentImages++;
            } else {
                words--;
            }
            Future<Void> _ = socket.write(next.buffer());
        }
        if (socket.writeQueueFull() && fullSinceNanos.isEmpty()) {
            fullSinceNanos = OptionalLong.of(System.nanoTime());
        }
    }

    long sentImages() {
        return sentImages;
    }

    /** How long nothing has been taken of what waits. */
    long stuckNanos(long nowNanos) {
        return fullSinceNanos.isPresent() ? nowNanos - fullSinceNanos.getAsLong() : 0;
    }
}
