package org.labreel.serve;

import io.netty.channel.ChannelFuture;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;

/**
 * Ends a connection at once. An orderly end would first send what waits, which a client that does not read never lets
 * through. On the connection's event loop.
 */
public final class HangUp {
    private HangUp() {
    }

    public static void on(NetSocket client) {
        ChannelFuture _ = ((NetSocketInternal) client).channelHandlerContext().close();
    }

    static void on(ServerWebSocket client) {
        ChannelFuture _ = ((WebSocketInternal) client).channelHandlerContext().close();
    }
}
