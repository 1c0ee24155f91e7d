package org.labreel.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labreel.feed.Playback;

/**
 * A log to be played as if it were live: its path alone, or {@code replay:PATH?speed=2&loop=true}.
 *
 * @param speed
 *            1 for its own pace, {@link Playback#UNPACED} for as fast as possible
 * @param loop
 *            whether it begins again after the end
 */
record Replay(Path file, double speed, boolean loop) {
    private static final String SCHEME = "replay:";
    private static final Pattern OPTIONS = Pattern.compile("\\?([a-z]+=[^?/\\\\]*)$");
    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 1000;

    /**
     * Empty when the text names no log.
     *
     * @throws IllegalArgumentException
     *             with a sentence for the operator, when it begins with {@code replay:} and names none that is there
     */
    static Optional<Replay> of(String text) {
        if (!text.startsWith(SCHEME)) {
            return file(text).map(file -> new Replay(file, 1, false));
        }
        String rest = text.substring(SCHEME.length());
        Optional<Path> whole = file(rest);
        if (whole.isPresent()) {
            return Optional.of(new Replay(whole.get(), 1, false));
        }
        Matcher options = OPTIONS.matcher(rest);
        boolean any = options.find();
        String path = any ? rest.substring(0, options.start()) : rest;
        Path file = file(path).orElseThrow(() -> new IllegalArgumentException("There is no log at \"" + path + "\"."));
        return Optional.of(any ? new Replay(file, 1, false).with(options.group(1)) : new Replay(file, 1, false));
    }

    private static Optional<Path> file(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Files::isRegularFile).map(Path::toAbsolutePath);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private Replay with(String options) {
        Replay next = this;
        for (String option : options.split("&", -1)) {
            String value = option.substring(option.indexOf('=') + 1);
            next = switch (option.substring(0, Math.max(0, option.indexOf('=')))) {
                case "speed" -> new Replay(next.file, speed(value), next.loop);
                case "loop" -> new Replay(next.file, next.speed, yes(value));
                default -> throw new IllegalArgumentException("\"" + option + "\" is not known: a replay has speed=2, "
                        + "speed=max and loop=true behind the question mark, with & between them.");
            };
        }
        return next;
    }

    private static double speed(String value) {
        if (value.equals("max")) {
            return Playback.UNPACED;
        }
        try {
            double speed = Double.parseDouble(value);
            if (speed >= SLOWEST && speed <= FASTEST) {
                return speed;
            }
        } catch (NumberFormatException _) {
            throw badSpeed(value);
        }
        throw badSpeed(value);
    }

    private static IllegalArgumentException badSpeed(String value) {
        return new IllegalArgumentException("\"" + value + "\" is no speed: it is a number from 0.01 to 1000, 1 for "
                + "the log's own pace, or max for as fast as it can be read.");
    }

    private static boolean yes(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("loop is true or false, not \"" + value + "\".");
        };
    }

    Replay looped() {
        return new Replay(file, speed, true);
    }

    /** As {@link #of} takes it. */
    String address() {
        List<String> options = new ArrayList<>();
        if (speed != 1) {
            options.add("speed=" + (speed == Playback.UNPACED ? "max" : number(speed)));
        }
        if (loop) {
            options.add("loop=true");
        }
        return options.isEmpty() ? file.toString() : SCHEME + file + "?" + String.join("&", options);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.valueOf(value);
    }
}
