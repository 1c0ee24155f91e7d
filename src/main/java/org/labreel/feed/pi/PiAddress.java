package org.labreel.feed.pi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where a camera is: {@code pi://host} or {@code pi://host:port}. */
public record PiAddress(String host, int port) {
    public static final String SCHEME = "pi://";

    /** Whether a text means a Pi camera at all. */
    public static boolean isMeant(String text) {
        return text.strip().toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    /**
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    public static PiAddress parse(String text) {
        URI given;
        try {
            given = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw wrong(text, e.getReason(), e);
        }
        if (given.getHost() == null) {
            throw wrong(text, "it names no host", null);
        }
        boolean more = given.getRawUserInfo() != null || given.getRawQuery() != null || given.getRawFragment() != null
                || !(given.getRawPath().isEmpty() || given.getRawPath().equals("/"));
        if (more) {
            throw wrong(text, "only a host and a port are known", null);
        }
        int port = given.getPort() == -1 ? PiProtocol.PORT : given.getPort();
        if (port < 1 || port > 65_535) {
            throw wrong(text, "a port lies between 1 and 65535", null);
        }
        return new PiAddress(given.getHost(), port);
    }

    private static IllegalArgumentException wrong(String text, String why,
            @org.jspecify.annotations.Nullable Exception e) {
        return new IllegalArgumentException("\"" + text + "\" is no address of a Pi camera (pi://host or pi://host:"
                + PiProtocol.PORT + "): " + why, e);
    }

    /** Without brackets, as a socket takes it. */
    String hostName() {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** What tells this camera from others: its host, and its port if that is not the usual one. */
    public String name() {
        return port == PiProtocol.PORT ? host : host + ":" + port;
    }

    /** "pi://host:9898" */
    @Override
    public String toString() {
        return SCHEME + host + ":" + port;
    }
}
