package org.labreel.app;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.cpl.CplSettings;
import org.labreel.serve.cpl.SimulatedRecorder;
import picocli.CommandLine.Option;

/** The simulated remote recorder of {@code labreel demo}. */
final class SimulatedCplOptions {
    private static final Pattern SIZE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");
    private static final Pattern CYCLE = Pattern.compile("(\\d{1,6}(?:\\.\\d+)?),(\\d{1,6}(?:\\.\\d+)?)");

    @Option(names = "--cpl-port", paramLabel = "N", defaultValue = "-1", description = "Also simulate a remote recorder of cpl_media on this port, 10000 as the real one or 0 for a free one. Default: none.")
    private int port;

    @Option(names = "--cpl-format", paramLabel = "FORMAT", defaultValue = "yuv420p", description = "Its pixels: gray, gray16le, rgb24, bgr24, rgba, bgra, yuv420p, yuv444p or rgb565le (default ${DEFAULT-VALUE}).")
    private String format = "";

    @Option(names = "--cpl-size", paramLabel = "WxH", defaultValue = "640x480", description = "Size of its frames in pixels (default ${DEFAULT-VALUE}).")
    private String size = "";

    @Option(names = "--cpl-cycle", paramLabel = "ON,OFF", defaultValue = "0,0", description = "Seconds that it records, and then pauses, again and again; 0,0 to record without end (default).")
    private String cycle = "";

    /**
     * @return closes what was started; nothing was when none was asked for
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    Optional<SimulatedRecorder> start(Vertx vertx, double fps) {
        return port < 0 ? Optional.empty() : Optional.of(SimulatedRecorder.start(vertx, settings(fps)));
    }

    private SimulatedRecorder.Settings settings(double fps) {
        Matcher pixels = SIZE.matcher(size);
        Matcher seconds = CYCLE.matcher(cycle);
        if (!pixels.matches()) {
            throw new IllegalArgumentException("--cpl-size is WIDTHxHEIGHT in pixels, such as 640x480");
        }
        if (!seconds.matches()) {
            throw new IllegalArgumentException("--cpl-cycle is two numbers of seconds, such as 20,5");
        }
        // One player at a time, as the real one.
        CplSettings server = new CplSettings(port, AllowedAddresses.THIS_COMPUTER,
                CplOptions.pixels(format), CplSettings.DEFAULT.imagesBuffered(), 1);
        return new SimulatedRecorder.Settings(server, Integer.parseInt(pixels.group(1)),
                Integer.parseInt(pixels.group(2)), fps, duration(seconds.group(1)), duration(seconds.group(2)));
    }

    private static Duration duration(String seconds) {
        return Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
    }
}
