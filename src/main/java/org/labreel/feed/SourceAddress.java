package org.labreel.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a PurpleDrop device server as an operator writes it: {@code host}, {@code host:7001} or
 * {@code ws://host:7001/path}. The RPC is taken to be one port below the feed, as 7000 is to 7001, unless the address
 * ends in {@code ?rpc=PORT}.
 *
 * @param feed
 *            ws://host:port
 * @param rpc
 *            http://host:port/rpc
 */
public record SourceAddress(URI feed, URI rpc) {
    public static final int FEED_PORT = 7001;

    private static final Pattern RPC_PORT = Pattern.compile("(?:^|&)rpc=([^&]*)");

    /**
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    public static SourceAddress parse(String text) {
        String trimmed = text.strip();
        URI given = uri(trimmed.contains("://") ? trimmed : "ws://" + trimmed, text);
        if (!"ws".equals(given.getScheme().toLowerCase(Locale.ROOT))) {
            throw wrong(text, "a PurpleDrop feed begins with ws://, not " + given.getScheme() + "://");
        }
        if (given.getHost() == null) {
            throw wrong(text, "it names no host");
        }
        int feedPort = given.getPort() == -1 ? FEED_PORT : port(Integer.toString(given.getPort()), text);
        int rpcPort = rpcPort(given, text).orElse(feedPort == 1 ? FEED_PORT - 1 : feedPort - 1);
        String path = given.getRawPath().equals("/") ? "" : given.getRawPath();
        return new SourceAddress(uri("ws://" + given.getHost() + ":" + feedPort + path, text),
                uri("http://" + given.getHost() + ":" + rpcPort + "/rpc", text));
    }

    private static Optional<Integer> rpcPort(URI given, String text) {
        if (given.getQuery() == null) {
            return Optional.empty();
        }
        Matcher rpc = RPC_PORT.matcher(given.getQuery());
        if (!rpc.find()) {
            throw wrong(text, "after the question mark only rpc=PORT is known");
        }
        return Optional.of(port(rpc.group(1), text));
    }

    private static int port(String digits, String text) {
        try {
            int port = Integer.parseInt(digits);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException _) {
            throw wrong(text, "\"" + digits + "\" is no port number");
        }
        throw wrong(text, "a port lies between 1 and 65535");
    }

    private static URI uri(String uri, String text) {
        try {
            return new URI(uri);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no address: expected host, host:port or "
                    + "ws://host:port (" + e.getReason() + ")", e);
        }
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("\"" + text + "\" is no address of a PurpleDrop feed: " + why);
    }
}
