package org.labreel.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a PurpleDrop device server as an operator writes it: {@code host}, {@code host:7001} or
 * {@code ws://host:7001/path}. The RPC is taken to be one port below the feed, as 7000 is to 7001, unless the address
 * ends in {@code ?rpc=PORT}. A relay that asks for a token gets it behind {@code ?token=}.
 *
 * @param feed
 *            ws://host:port
 * @param rpc
 *            http://host:port/rpc
 * @param token
 *            what callers must show, if it was given; in neither of the addresses
 */
public record SourceAddress(URI feed, URI rpc, Optional<SourceToken> token) {
    public static final int FEED_PORT = 7001;

    private static final Pattern OPTION = Pattern.compile("(rpc|token)=(.*)");
    private static final Pattern SECRET = Pattern.compile("token=[^&\\s]*");

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
        Map<String, String> options = options(given, text);
        int rpcPort = Optional.ofNullable(options.get("rpc")).map(digits -> port(digits, text))
                .orElse(feedPort == 1 ? FEED_PORT - 1 : feedPort - 1);
        String path = given.getRawPath().equals("/") ? "" : given.getRawPath();
        return new SourceAddress(uri("ws://" + given.getHost() + ":" + feedPort + path, text),
                uri("http://" + given.getHost() + ":" + rpcPort + "/rpc", text),
                Optional.ofNullable(options.get("token")).filter(secret -> !secret.isBlank()).map(SourceToken::new));
    }

    /** The same place, for whoever must not know the token. */
    public SourceAddress withoutToken() {
        return new SourceAddress(feed, rpc, Optional.empty());
    }

    private static Map<String, String> options(URI given, String text) {
        Map<String, String> found = new HashMap<>();
        String query = Optional.ofNullable(given.getRawQuery()).orElse("");
        for (String each : query.split("&", -1)) {
            Matcher option = OPTION.matcher(each);
            if (option.matches()) {
                found.put(option.group(1), URLDecoder.decode(option.group(2), StandardCharsets.UTF_8));
            } else if (given.getRawQuery() != null) {
                throw wrong(text, "after the question mark only rpc=PORT and token=TOKEN are known");
            }
        }
        return found;
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
            throw new IllegalArgumentException("\"" + shown(text) + "\" is no address: expected host, host:port or "
                    + "ws://host:port (" + e.getReason() + ")", e);
        }
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("\"" + shown(text) + "\" is no address of a PurpleDrop feed: " + why);
    }

    private static String shown(String text) {
        return SECRET.matcher(text).replaceAll("token=…");
    }
}
