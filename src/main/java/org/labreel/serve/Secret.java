package org.labreel.serve;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labreel.feed.SourceToken;

/** What a client must know; compared in a time that does not tell how much of a guess was right. */
final class Secret {
    static final String HEADER = SourceToken.HEADER;
    private static final String TOKEN = "token";

    private final Optional<String> secret;

    /**
     * @param secret
     *            empty when none is asked for
     */
    Secret(Optional<String> secret) {
        this.secret = secret;
    }

    boolean asked() {
        return secret.isPresent();
    }

    boolean admits(@Nullable String given) {
        return secret.isEmpty() || (given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
                secret.get().getBytes(StandardCharsets.UTF_8)));
    }

    /** In the header, or in the address of a websocket, where some clients can set no header. */
    boolean admits(HttpServerRequest request) {
        return admits(request.getHeader(HEADER));
    }

    /** The token in the address of a handshake. */
    static @Nullable String token(@Nullable String query) {
        if (query == null) {
            return null;
        }
        for (String each : query.split("&", -1)) {
            if (each.startsWith(TOKEN + "=")) {
                return URLDecoder.decode(each.substring(TOKEN.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }
}
