package org.labreel.serve;

import io.vertx.core.http.HttpServerOptions;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What a stranger may ask of our servers. All of them listen on loopback only. */
final class ServerLimits {
    static final String LOOPBACK = "127.0.0.1";
    static final int MAX_REQUEST_BYTES = 256 << 10;
    /** A live connection answers our pings well within this time. */
    static final int IDLE_SECONDS = 60;
    static final long PING_MILLIS = 15_000;

    private static final int MAX_FROM_CLIENT_BYTES = 64 << 10;

    private ServerLimits() {
    }

    static HttpServerOptions options() {
        return new HttpServerOptions().setMaxHeaderSize(8 << 10).setMaxInitialLineLength(4 << 10)
                .setMaxWebSocketFrameSize(MAX_FROM_CLIENT_BYTES).setMaxWebSocketMessageSize(MAX_FROM_CLIENT_BYTES)
                .setPerFrameWebSocketCompressionSupported(false).setPerMessageWebSocketCompressionSupported(false)
                .setHttp2ClearTextEnabled(false).setCompressionSupported(false).setDecompressionSupported(false)
                .setReadIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS).setWebSocketClosingTimeout(1).setTcpNoDelay(true);
    }

    /** A request without Origin comes from no browser; a browser's page must be listed. */
    static boolean admits(Set<String> origins, @org.jspecify.annotations.Nullable String origin) {
        return origin == null || origins.contains(origin);
    }
}
