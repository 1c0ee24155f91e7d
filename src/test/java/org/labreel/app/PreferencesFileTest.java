package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.picture.PixelFormat;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.ServingChoices;
import org.labreel.ui.kit.Preferences.Theme;

class PreferencesFileTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void firstRunHasDefaultsAndWritesNothing() {
        PreferencesFile file = open();
        assertThat(file.get()).isEqualTo(defaults());
        assertThat(file.notice()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasChosenIsThereOnTheNextRun() {
        open().update(p -> p.withTheme(Theme.LIGHT).withLargeStep(25).withRecentLogs(List.of(Path.of("a.bin")))
                .withLayout("browser.left", 0.2)
                .withRecording(new Preferences.Recording(0, 64, true, 2, 60, 1000)).withServing(served()));
        PreferencesFile again = open();
        assertThat(again.get()).isEqualTo(defaults().withTheme(Theme.LIGHT).withLargeStep(25)
                .withRecentLogs(List.of(Path.of("a.bin"))).withLayout("browser.left", 0.2)
                .withRecording(new Preferences.Recording(0, 64, true, 2, 60, 1000)).withServing(served()));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static Serving served() {
        Serving.Door usual = new Serving.Door(false, 9001);
        return Serving.NOTHING.withBind("0.0.0.0").withSecret("open sesame").withAllowed("192.0.2.0/24 198.51.100.7")
                .withDoor(Serving.Service.SESSIONS, new Serving.Door(true, 8181))
                .withDoor(Serving.Service.RELAY, usual.with(ServingChoices.USUAL.withSource("pi://bench")))
                .withDoor(Serving.Service.PI_CAMERA,
                        usual.with(ServingChoices.USUAL.withOthers(true).withDiscoverable(true)))
                .withDoor(Serving.Service.CPL, usual.with(ServingChoices.USUAL.withOthers(true)
                        .withFormat(PixelFormat.RGB24).withImagesBuffered(0).withTimeoutSeconds(7)));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void secretsAreForTheOwnerAlone() throws IOException {
        open().update(p -> p.withServing(served()));
        assertThat(Files.getPosixFilePermissions(settings())).containsExactlyInAnyOrder(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void brokenFileIsPutAsideAndToldOf() throws IOException {
        Files.writeString(settings(), "{\"theme\": ");
        PreferencesFile file = open();
        assertThat(file.get()).isEqualTo(defaults());
        assertThat(file.notice().orElseThrow()).contains("put aside as settings.broken-20260301-100000-000.json");
        assertThat(folder.resolve("settings.broken-20260301-100000-000.json")).hasContent("{\"theme\": ");
        assertThat(settings()).doesNotExist();
    }

    @Test
    void emptyFileIsPutAsideToo() throws IOException {
        Files.createFile(settings());
        assertThat(open().notice()).isPresent();
    }

    @Test
    void fieldsOfOtherVersionsSurvive() throws IOException {
        Files.writeString(settings(), "{\"largeStep\": 7, \"brandNew\": {\"a\": [1, 2]}}");
        PreferencesFile file = open();
        assertThat(file.get().largeStep()).isEqualTo(7);
        file.update(p -> p.withLargeStep(8));
        assertThat(Files.readString(settings())).contains("\"brandNew\"").contains("\"largeStep\" : 8");
    }

    @Test
    void whatAnotherWindowHasChangedMeanwhileStands() throws IOException {
        open().update(p -> p.withLargeStep(7).withLayout("browser.left", 0.3));
        PreferencesFile one = open();
        PreferencesFile other = open();
        one.update(p -> p.withTheme(Theme.LIGHT).withLayout("live.side", 0.7));
        other.update(p -> p.withLargeStep(25).withServing(served()));
        one.update(p -> p.withRecentLogs(List.of(Path.of("a.bin"))));
        assertThat(one.get().largeStep()).as("what holds in a window goes on").isEqualTo(7);
        assertThat(open().get()).isEqualTo(defaults().withTheme(Theme.LIGHT).withLargeStep(25).withServing(served())
                .withRecentLogs(List.of(Path.of("a.bin"))).withLayout("browser.left", 0.3)
                .withLayout("live.side", 0.7));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void wrongValuesFallBackOneByOne() throws IOException {
        Files.writeString(settings(), """
                {"theme": "mauve", "largeStep": "many", "preRollSeconds": 9999, "splitGigabytes": "big",
                 "storeRepeatsOnce": true, "reserveMegabytes": 5, "heatMaximumPicofarads": -3,
                 "window": {"width": 1, "height": 700}, "recentLogs": ["a.bin", 3, ""], "lastSource": 5,
                 "layout": {"ok": 0.5, "no": "x"}, "recordings": ""}""");
        Preferences read = open().get();
        assertThat(read.theme()).isEqualTo(Theme.DARK);
        assertThat(read.largeStep()).isEqualTo(10);
        assertThat(read.recording()).isEqualTo(new Preferences.Recording(300, 256, true, 4, 0, 100));
        assertThat(read.heatMaximumPicofarads()).isEqualTo(0.01);
        assertThat(read.window().width()).isEqualTo(400);
        assertThat(read.window().height()).isEqualTo(700);
        assertThat(read.recentLogs()).containsExactly(Path.of("a.bin"));
        assertThat(read.lastSource()).isEqualTo("demo");
        assertThat(read.layout()).containsOnlyKeys("ok");
        assertThat(read.recordings()).isEqualTo(defaults().recordings());
    }

    @Test
    void listenersHearChangesUntilClosed() {
        PreferencesFile file = open();
        List<Integer> heard = new ArrayList<>();
        try (var _ = file.onChange(p -> heard.add(p.largeStep()))) {
            file.update(p -> p.withLargeStep(11));
            file.update(p -> p.withLargeStep(11));
        }
        file.update(p -> p.withLargeStep(12));
        assertThat(heard).containsExactly(11);
    }

    @Test
    void folderThatCannotBeMadeCostsOnlyTheSaving() throws IOException {
        Path blocked = Files.createFile(folder.resolve("file")).resolve("labreel");
        PreferencesFile file = new PreferencesFile(blocked, defaults(), CLOCK);
        file.update(p -> p.withLargeStep(12));
        assertThat(file.get().largeStep()).isEqualTo(12);
        assertThat(file.notice().orElseThrow()).contains("cannot be saved");
    }

    private Path settings() {
        return folder.resolve(PreferencesFile.NAME);
    }

    private PreferencesFile open() {
        return new PreferencesFile(folder, defaults(), CLOCK);
    }

    private static Preferences defaults() {
        return Preferences.first(Path.of("recordings"));
    }
}
