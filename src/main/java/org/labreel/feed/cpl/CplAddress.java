package org.labreel.feed.cpl;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A remote recorder and how its frames are kept, as an operator writes it:
 * {@code cpl://host[:10000][?format=jpeg|png&quality=90&timeout=5&buffered=100]}.
 *
 * @param quality
 *            of a JPEG, 1 to 100
 * @param timeoutSeconds
 *            how long an answer is waited for before it is asked whether anybody is there
 * @param imagesBuffered
 *            frames that may wait to be encoded; what comes beyond is counted and left out; 0 = as many as memory is
 *            granted for
 */
public record CplAddress(String host, int port, Picture picture, int quality, int timeoutSeconds,
        int imagesBuffered) {
    public static final String SCHEME = "cpl";
    public static final int PORT = 10_000;
    public static final int QUALITY = 90;
    public static final int TIMEOUT_SECONDS = 5;
    public static final int IMAGES_BUFFERED = 100;
    public static final int MOST_TIMEOUT_SECONDS = 600;
    public static final int MOST_IMAGES_BUFFERED = 10_000;

    private static final int MOST_PORT = 65_535;
    private static final String EXPECTED = "expected cpl://host[:10000]";

    /** What a frame is kept as. */
    public enum Picture {
        JPEG, PNG
    }

    /**
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    public CplAddress {
        within("a port", port, 1, MOST_PORT);
        within("quality", quality, 1, 100);
        within("timeout", timeoutSeconds, 1, MOST_TIMEOUT_SECONDS);
        within("buffered", imagesBuffered, 0, MOST_IMAGES_BUFFERED);
        if (host.isBlank()) {
            throw new IllegalArgumentException("it names no host");
        }
    }

    /** With all that is not told as usual. */
    public static CplAddress of(String host, int port) {
        return new CplAddress(host, port, Picture.JPEG, QUALITY, TIMEOUT_SECONDS, IMAGES_BUFFERED);
    }

    public static boolean isOne(String text) {
        return text.strip().toLowerCase(Locale.ROOT).startsWith(SCHEME + "://");
    }

    /**
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    public static CplAddress parse(String text) {
        try {
            return of(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(wrong(text, EXPECTED), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(wrong(text, String.valueOf(e.getMessage())), e);
        }
    }

    private static String wrong(String text, String why) {
        return "\"" + text + "\" is no address of a remote recorder: " + why;
    }

    private static CplAddress of(URI uri) {
        if (!SCHEME.equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() != null
                || !path(uri).isEmpty()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        CplAddress plain = of(uri.getHost(), uri.getPort() == -1 ? PORT : uri.getPort());
        return uri.getQuery() == null ? plain : plain.with(uri.getQuery());
    }

    private static String path(URI uri) {
        return uri.getRawPath().equals("/") ? "" : uri.getRawPath();
    }

    private CplAddress with(String query) {
        CplAddress out = this;
        for (String option : query.split("&", -1)) {
            String[] parts = option.split("=", 2);
            String value = parts.length > 1 ? parts[1] : "";
            out = switch (parts[0]) {
                case "format" -> out.kept(picture(value), out.quality);
                case "quality" -> out.kept(out.picture, number(value));
                case "timeout" -> new CplAddress(host, port, out.picture, out.quality, number(value),
                        out.imagesBuffered);
                case "buffered" -> new CplAddress(host, port, out.picture, out.quality, out.timeoutSeconds,
                        number(value));
                default -> throw new IllegalArgumentException(
                        "after the question mark format, quality, timeout and buffered are known, not \"" + parts[0]
                                + "\"");
            };
        }
        return out;
    }

    private CplAddress kept(Picture as, int jpegQuality) {
        return new CplAddress(host, port, as, jpegQuality, timeoutSeconds, imagesBuffered);
    }

    private static Picture picture(String word) {
        return switch (word) {
            case "jpeg", "jpg" -> Picture.JPEG;
            case "png" -> Picture.PNG;
            default -> throw new IllegalArgumentException("format is jpeg or png");
        };
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + digits + "\" is no whole number", e);
        }
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " lies between " + least + " and " + most);
        }
    }

    /** The shortest text that {@link #parse} reads the same, always with the port. */
    @Override
    public String toString() {
        List<String> options = new ArrayList<>();
        if (picture != Picture.JPEG) {
            options.add("format=png");
        }
        option(options, "quality", quality, QUALITY);
        option(options, "timeout", timeoutSeconds, TIMEOUT_SECONDS);
        option(options, "buffered", imagesBuffered, IMAGES_BUFFERED);
        return server() + (options.isEmpty() ? "" : "?" + String.join("&", options));
    }

    private static void option(List<String> options, String name, int value, int usual) {
        if (value != usual) {
            options.add(name + "=" + value);
        }
    }

    /** Only where it is: "cpl://host:10000". */
    public String server() {
        return SCHEME + "://" + host + ":" + port;
    }
}
