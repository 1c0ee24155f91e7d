package org.labreel.ui.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Recording;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.PreferencesHolder;

/** The settings without their controls: what is typed is taken over at once when it can be, else told why not. */
final class SettingsModel {
    static final int LEAST_STEP = 2;
    static final int MOST_STEP = 10_000;
    static final double LEAST_HEAT = 0.01;
    static final double MOST_HEAT = 10_000;

    private static final Set<String> SCHEMES = Set.of("ws", "pi", "cpl");

    private final PreferencesHolder preferences;
    private final Preferences defaults;

    SettingsModel(PreferencesHolder preferences, Preferences defaults) {
        this.preferences = preferences;
        this.defaults = defaults;
    }

    Preferences now() {
        return preferences.get();
    }

    /** Empty when taken over; else why not, for the operator. */
    Optional<String> setRecordings(String text) {
        Path folder;
        try {
            folder = Path.of(text.strip());
        } catch (InvalidPathException e) {
            return Optional.of("This is no folder name: " + e.getReason() + ".");
        }
        if (text.isBlank() || !folder.isAbsolute()) {
            return Optional.of("Give the whole path of the folder.");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return Optional.of("This is a file, not a folder.");
        }
        if (Files.isDirectory(folder) && !Files.isWritable(folder)) {
            return Optional.of("You are not allowed to write into this folder.");
        }
        Optional<String> refused = refusal(folder);
        if (refused.isEmpty()) {
            preferences.update(p -> p.withRecordings(folder));
        }
        return refused;
    }

    /** Tries it out: rights alone do not tell of read-only disks and file systems that hold no files. */
    private static Optional<String> refusal(Path folder) {
        Path there = folder;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            Files.delete(Files.createTempDirectory(there, ".labreel"));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("Nothing can be written to " + there + "; choose another folder.");
        }
    }

    /** Empty when taken over; else why not, for the operator. */
    Optional<String> setSource(String text) {
        String source = text.strip();
        if (!isSource(source)) {
            return Optional.of("Write demo, or an address such as ws://purpledrop.local:7001.");
        }
        if (source.contains("token=")) {
            return Optional
                    .of("Connect to a source with a token on the live page once: it is kept apart, not shown here.");
        }
        preferences.update(p -> p.withLastSource(source));
        return Optional.empty();
    }

    private static boolean isSource(String source) {
        if (source.equals("demo")) {
            return true;
        }
        try {
            URI uri = URI.create(source);
            if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
                return uri.getHost() != null;
            }
        } catch (IllegalArgumentException _) {
            // A path of a log may be no address, and is still a source.
        }
        try {
            return !source.isEmpty() && Files.isRegularFile(Path.of(source));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    void setTheme(Theme theme) {
        preferences.update(p -> p.withTheme(theme));
    }

    void setRecording(Recording recording) {
        preferences.update(p -> p.withRecording(recording.bounded()));
    }

    void setConnectSeconds(int seconds) {
        preferences.update(p -> p.withSessions(p.sessions().withConnectSeconds(seconds).bounded()));
    }

    void setStartLate(boolean late) {
        preferences.update(p -> p.withSessions(p.sessions().withStartLate(late)));
    }

    void setLargeStep(int frames) {
        preferences.update(p -> p.withLargeStep(Math.clamp(frames, LEAST_STEP, MOST_STEP)));
    }

    void setHeatMaximum(double picofarads) {
        preferences.update(p -> p.withHeatMaximumPicofarads(Math.clamp(picofarads, LEAST_HEAT, MOST_HEAT)));
    }

    /** All choices on this page go back; recent logs, window and layout stay. */
    void reset() {
        preferences.update(p -> p.withRecordings(defaults.recordings()).withLastSource(defaults.lastSource())
                .withTheme(defaults.theme()).withRecording(defaults.recording())
                .withLargeStep(defaults.largeStep()).withServing(defaults.serving())
                .withSessions(defaults.sessions().withEndpoint(p.sessions().endpoint()))
                .withHeatMaximumPicofarads(defaults.heatMaximumPicofarads()));
    }
}
