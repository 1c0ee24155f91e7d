package org.labreel.feed;

import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.vertx.core.http.UpgradeRejectedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** What happens to a connection, in the operator's words. */
public final class Words {
    private static final int LONGEST_OF_A_PEER = 200;
    /** Line ends and the like, and what turns the direction of writing. */
    private static final Pattern UNFIT = Pattern.compile("[\\s\\p{IsCc}\\u2028-\\u202E\\u2066-\\u2069]+");

    private Words() {
    }

    /** Words of the other side, made fit to be shown: one line of at most 200 characters. */
    public static String shown(String text) {
        String line = UNFIT.matcher(text).replaceAll(" ").strip();
        if (line.length() <= LONGEST_OF_A_PEER) {
            return line;
        }
        boolean half = Character.isHighSurrogate(line.charAt(LONGEST_OF_A_PEER - 1));
        return line.substring(0, half ? LONGEST_OF_A_PEER - 1 : LONGEST_OF_A_PEER) + "…";
    }

    /** Why an attempt to connect failed: the end of a sentence that begins with "Connection to ws://… ". */
    public static String failure(Throwable cause) {
        return switch (cause) {
            case UpgradeRejectedException e when e.getStatus() == 401 || e.getStatus() == 403 ->
                "refused: it asks for a token, which is written behind its address as ?token=… (HTTP status "
                        + e.getStatus() + ")";
            case UpgradeRejectedException e -> "failed: it is no websocket feed (HTTP status " + e.getStatus() + ")";
            case WebSocketHandshakeException _ -> "failed: no answer to the handshake";
            case UnknownHostException _ -> "failed: no such host";
            case NoRouteToHostException _ -> "failed: the host cannot be reached";
            case TimeoutException _ -> "failed: no answer";
            case ConnectException e when String.valueOf(e.getMessage()).contains("timed out") -> "failed: no answer";
            case ConnectException _ -> "refused";
            default -> "failed (" + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                    + ")";
        };
    }

    /** "0.5 s", "12 s", "1 min 5 s", "2 h". */
    public static String duration(Duration duration) {
        long tenths = Math.round(duration.toMillis() / 100.0);
        if (tenths < 100) {
            return tenths % 10 == 0 ? tenths / 10 + " s" : String.format(Locale.ROOT, "%.1f s", tenths / 10.0);
        }
        Duration whole = Duration.ofSeconds(Math.round(tenths / 10.0));
        if (whole.toMinutes() == 0) {
            return whole.toSeconds() + " s";
        }
        String small = whole.toHours() == 0
                ? part(whole.toSecondsPart(), " s")
                : part(whole.toMinutesPart(), " min");
        return (whole.toHours() == 0 ? whole.toMinutes() + " min" : whole.toHours() + " h") + small;
    }

    private static String part(int count, String unit) {
        return count == 0 ? "" : " " + count + unit;
    }

    /** "16 MiB", "600 bytes". */
    public static String bytes(long count) {
        return count >= 1 << 20 && count % (1 << 20) == 0 ? (count >> 20) + " MiB" : count + " bytes";
    }
}
