package org.labreel.serve;

import io.vertx.core.MultiMap;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in.
 *
 * @param bind
 *            address to listen on
 * @param secret
 *            what clients must know, in the header {@value Secret#HEADER} or as {@code ?token=} in the address; needed
 *            off loopback
 * @param origins
 *            pages of which a browser may call
 */
public record Access(String bind, Optional<String> secret, Set<String> origins) {
    /** This computer only. */
    public static final Access LOOPBACK = new Access(ServerLimits.LOOPBACK, Optional.empty(), Set.of());

    /**
     * @throws IllegalArgumentException
     *             with a sentence when nobody may be let in like this
     */
    public Access {
        origins = Set.copyOf(origins);
        secret = secret.filter(text -> !text.isBlank());
        if (secret.isEmpty() && !loopback(bind)) {
            throw new IllegalArgumentException("off this computer (" + bind + ") a secret is needed");
        }
    }

    /**
     * @throws IllegalArgumentException
     *             when this is no address of this computer
     */
    static boolean loopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + bind + "\" is no address of this computer", e);
        }
    }

    boolean admits(MultiMap headers, @Nullable String query) {
        Secret asked = new Secret(secret);
        return ServerLimits.admits(origins, headers.get("origin"))
                && (asked.admits(headers.get(Secret.HEADER)) || asked.admits(Secret.token(query)));
    }

    /** How a client on this computer writes the host. */
    String host() {
        return bind.contains(":") ? "[" + bind + "]" : bind;
    }
}
