package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFolderTest {
    @TempDir
    private Path home;

    @Test
    void linuxFollowsXdg() {
        Path xdg = home.resolve("cfg");
        assertThat(ConfigurationFolder.of("Linux", Map.of("XDG_CONFIG_HOME", xdg.toString()), home))
                .isEqualTo(xdg.resolve("labreel"));
        assertThat(ConfigurationFolder.of("Linux", Map.of(), home)).isEqualTo(home.resolve(".config/labreel"));
        assertThat(ConfigurationFolder.of("Linux", Map.of("XDG_CONFIG_HOME", "relative"), home))
                .isEqualTo(home.resolve(".config/labreel"));
    }

    @Test
    void macHasApplicationSupport() {
        assertThat(ConfigurationFolder.of("Mac OS X", Map.of(), home))
                .isEqualTo(home.resolve("Library/Application Support/Labreel"));
    }

    @Test
    void windowsHasTheRoamingProfile() {
        Path roaming = home.resolve("Roaming");
        assertThat(ConfigurationFolder.of("Windows 11", Map.of("APPDATA", roaming.toString()), home))
                .isEqualTo(roaming.resolve("Labreel"));
        assertThat(ConfigurationFolder.of("Windows 11", Map.of(), home))
                .isEqualTo(home.resolve("AppData/Roaming/Labreel"));
    }

    @Test
    void recordingsGoToDocumentsWhereThereAreAny() throws IOException {
        assertThat(ConfigurationFolder.recordings(home)).isEqualTo(home.resolve("Labreel"));
        Files.createDirectory(home.resolve("Documents"));
        assertThat(ConfigurationFolder.recordings(home)).isEqualTo(home.resolve("Documents/Labreel"));
    }
}
