package org.labreel.feed;

import io.netty.channel.ChannelFuture;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;

import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Ends a connection at once. An orderly end would first send what waits, which one that does not read never lets
 * through. On the connection's event loop.
 */
public final class HangUp {
    private HangUp() {
    }

    /** Lets the last words go out first, unless the other side has long ceased to read. */
    public static void politely(NetSocket socket) {
        if (socket.writeQueueFull()) {
            on(socket);
        } else {
            Future<Void> _ = socket.close();
        }
    }

    public static void on(NetSocket socket) {
        ChannelFuture _ = ((NetSocketInternal) socket).channelHandlerContext().close();
    }

    public static void on(ServerWebSocket client) {
        ChannelFuture _ = ((WebSocketInternal) client).channelHandlerContext().close();
    }

    public static void on(HttpConnection connection) {
        ChannelFuture _ = ((ConnectionBase) connection).channelHandlerContext().close();
    }
}
