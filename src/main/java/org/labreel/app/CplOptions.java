package org.labreel.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.picture.PixelFormat;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.cpl.CplSettings;
import picocli.CommandLine.Option;

/** How {@code labreel serve} serves its sources as remote recorders of cpl_media. */
final class CplOptions {
    @Option(names = "--cpl-port", paramLabel = "N", defaultValue = "-1", description = "Serve the first source as a remote recorder of cpl_media on this port, 10000 as the real one; further sources on N+1, N+2, ...; 0 for free ports. Default: not served.")
    private int port;

    @Option(names = "--cpl-allow", paramLabel = "ADDR", description = "Also let players of this address in, 192.168.1.20 or 192.168.1.0/24; several may be given. The protocol has no secret. Default: this computer only.")
    private List<String> allowed = new ArrayList<>();

    @Option(names = "--cpl-format", paramLabel = "FORMAT", defaultValue = "yuv420p", description = "Pixels sent: gray, gray16le, rgb24, bgr24, rgba, bgra, yuv420p, yuv444p or rgb565le (default ${DEFAULT-VALUE}).")
    private String format = "";

    @Option(names = "--cpl-buffered", paramLabel = "N", defaultValue = "5", description = "Images that may wait for a player that reads slowly; more are left out; 0 = up to 256 MiB of them (default ${DEFAULT-VALUE}).")
    private int buffered;

    @Option(names = "--cpl-timeout", paramLabel = "S", defaultValue = "60", description = "Seconds until a player is let go that reads nothing; 0 = never (default ${DEFAULT-VALUE}).")
    private int timeout;

    /** What is wrong with them; empty when nothing is. */
    Optional<String> conflict(int sources) {
        if (port < -1 || port + sources - 1 > 65_535) {
            return Optional.of("--cpl-port is from 0 to " + (65_536 - sources));
        }
        try {
            settings(0);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    boolean wanted() {
        return port >= 0;
    }

    /** Of the source with this number, counted from 0. */
    CplSettings settings(int number) {
        CplSettings usual = CplSettings.DEFAULT;
        return new CplSettings(port <= 0 ? 0 : port + number, AllowedAddresses.of(allowed), pixels(format),
                buffered, usual.players(), timeout);
    }

    /**
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    static PixelFormat pixels(String word) {
        return PixelFormat.of(word).orElseThrow(() -> new IllegalArgumentException(
                "\"" + word + "\" is no pixel format; there are gray, gray16le, rgb24, bgr24, rgba, bgra, yuv420p, "
                        + "yuv444p and rgb565le"));
    }
}
