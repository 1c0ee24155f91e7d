package org.labreel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where each platform keeps what programs remember for their user, and what they make. */
public final class ConfigurationFolder {
    private ConfigurationFolder() {
    }

    /**
     * Follows the XDG Base Directory Specification on Linux, Apple's file system layout on macOS, the roaming profile
     * on Windows.
     *
     * @param osName
     *            the system property {@code os.name}
     * @param environment
     *            variables of the process
     * @param home
     *            the user's home folder
     */
    public static Path of(String osName, Map<String, String> environment, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return absolute(environment, "APPDATA").orElse(home.resolve("AppData").resolve("Roaming"))
                    .resolve("Labreel");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Labreel");
        }
        return absolute(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("labreel");
    }

    /**
     * As {@link #of}, for what can be made anew at any time: indexes of logs elsewhere, thumbnails. The user, or a tool
     * that tidies up, may delete it.
     */
    public static Path cache(String osName, Map<String, String> environment, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return absolute(environment, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Labreel").resolve("Cache");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("Labreel");
        }
        return absolute(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("labreel");
    }

    /** That of whoever runs this program, on this machine. */
    static Path ofThisUser() {
        return of(System.getProperty("os.name"), Map.copyOf(System.getenv()), Path.of(System.getProperty("user.home")));
    }

    /** Where recordings go unless the operator says otherwise. */
    public static Path recordings(Path home) {
        Path documents = home.resolve("Documents");
        return (Files.isDirectory(documents) ? documents : home).resolve("Labreel");
    }

    /** The specification says to ignore relative paths. */
    private static Optional<Path> absolute(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank()).map(Path::of)
                .filter(Path::isAbsolute);
    }
}
