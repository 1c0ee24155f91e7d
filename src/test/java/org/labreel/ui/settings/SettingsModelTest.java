package org.labreel.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;

class SettingsModelTest {
    @TempDir
    private Path folder;

    @Test
    void recordingsMayGoToAFolderThatDoesNotExistYet() {
        SettingsModel model = model();
        Path wanted = folder.resolve("new").toAbsolutePath();
        assertThat(model.setRecordings(wanted.toString())).isEmpty();
        assertThat(model.now().recordings()).isEqualTo(wanted);
    }

    @Test
    void recordingsAreRefusedInWords() throws IOException {
        SettingsModel model = model();
        Path file = Files.createFile(folder.resolve("file")).toAbsolutePath();
        assertThat(model.setRecordings("").orElseThrow()).contains("whole path");
        assertThat(model.setRecordings("relative").orElseThrow()).contains("whole path");
        assertThat(model.setRecordings(file.toString()).orElseThrow()).contains("a file, not a folder");
        assertThat(model.now().recordings()).isEqualTo(defaults().recordings());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void folderWhereNothingCanBeWrittenIsRefusedThoughTheRightsAllowIt() {
        SettingsModel model = model();

        assertThat(model.setRecordings("/proc/labreel/recordings")).hasValueSatisfying(
                why -> assertThat(why).contains("/proc").contains("choose another folder"));
        assertThat(model.now().recordings()).isNotEqualTo(Path.of("/proc/labreel/recordings"));
    }

    @Test
    void recordingsAreNotMadeByChoosingTheirFolder() {
        SettingsModel model = model();
        Path chosen = folder.resolve("later/recordings");

        assertThat(model.setRecordings(chosen.toString())).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sourceIsTheDemoAnAddressOrALog() throws IOException {
        SettingsModel model = model();
        Path log = Files.createFile(folder.resolve("a.bin"));
        for (String good : List.of("demo", "ws://host:7001", "pi://host", log.toString())) {
            assertThat(model.setSource(good)).as(good).isEmpty();
        }
        for (String bad : List.of("", "http://host", "ws://", "nowhere.bin")) {
            assertThat(model.setSource(bad)).as(bad).isPresent();
        }
        assertThat(model.now().lastSource()).isEqualTo(log.toString());
    }

    @Test
    void numbersStayInBounds() {
        SettingsModel model = model();
        model.setRecording(new Preferences.Recording(999, 0, true, 0, 9999, 1));
        model.setLargeStep(0);
        model.setHeatMaximum(-1);
        assertThat(model.now().recording()).isEqualTo(new Preferences.Recording(300, 1, true, 1, 1440, 100));
        assertThat(model.now().largeStep()).isEqualTo(2);
        assertThat(model.now().heatMaximumPicofarads()).isEqualTo(0.01);
    }

    @Test
    void resetKeepsRecentLogsAndLayout() {
        MemoryPreferences preferences = new MemoryPreferences(
                defaults().withRecentLogs(List.of(Path.of("a.bin"))).withLayout("x", 1));
        SettingsModel model = new SettingsModel(preferences, defaults());
        model.setTheme(Theme.LIGHT);
        model.setLargeStep(50);
        model.reset();
        assertThat(model.now())
                .isEqualTo(defaults().withRecentLogs(List.of(Path.of("a.bin"))).withLayout("x", 1));
    }

    private static SettingsModel model() {
        return new SettingsModel(new MemoryPreferences(defaults()), defaults());
    }

    private static Preferences defaults() {
        return Preferences.first(Path.of("recordings"));
    }
}
