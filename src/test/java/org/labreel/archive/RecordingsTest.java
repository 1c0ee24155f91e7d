package org.labreel.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.model.Session;

class RecordingsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    private Path root;
    private final Recordings recordings = new Recordings();

    @Test
    void damagedSessionIsToldWithWhatToDoAndItsLogsAreListed() throws IOException {
        Path broken = Files.createDirectory(root.resolve("broken"));
        Files.writeString(broken.resolve("session.json"), "{");
        Files.writeString(broken.resolve("segment-001.bin"), "bb");
        session("sound");
        Recordings.Listing listing = recordings.read(root);
        assertThat(listing.entries()).hasSize(2);
        assertThat(listing.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.folder()).isEqualTo(broken);
            assertThat(trouble.words()).contains("is damaged", "can be opened by themselves");
        });
    }

    @Test
    void whateverComesGoesOrIsWrittenIsNoticedOnce() throws IOException {
        assertThat(recordings.changed(root)).isTrue();
        assertThat(recordings.changed(root)).isFalse();
        SessionFolder folder = session("one");
        assertThat(recordings.changed(root)).isTrue();
        assertThat(recordings.changed(root)).isFalse();
        folder.save(folder.session().withName("two"));
        touched(folder.path(), 1);
        assertThat(recordings.changed(root)).as("session.json is replaced").isTrue();
        Files.delete(folder.path().resolve("segment-001.bin"));
        touched(folder.path(), 2);
        assertThat(recordings.changed(root)).isTrue();
        assertThat(recordings.changed(root)).isFalse();
    }

    /** The clock of a file system may be too coarse for a test. */
    private static void touched(Path folder, int seconds) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(NOW.plusSeconds(seconds)));
    }

    @Test
    void sessionThatWasChangedIsReadAnewAndOneThatWasMendedIsNoTroubleAnyMore() throws IOException {
        SessionFolder folder = session("one");
        Path file = folder.path().resolve("session.json");
        String sound = Files.readString(file);
        Files.writeString(file, "{ \"schemaVersion\": ");
        assertThat(recordings.read(root).troubles()).hasSize(1);
        Files.writeString(file, sound);
        assertThat(recordings.read(root).troubles()).isEmpty();
        folder.save(folder.session().withName("a much longer name"));
        assertThat(recordings.read(root).entries().getFirst().session().orElseThrow().name())
                .isEqualTo("a much longer name");
    }

    @Test
    void folderThatIsNotThereHoldsNothing() throws IOException {
        assertThat(recordings.read(root.resolve("none")).entries()).isEmpty();
        assertThat(recordings.changed(root.resolve("none"))).isFalse();
    }

    private SessionFolder session(String name) throws IOException {
        SessionFolder folder = SessionFolder.create(root, Session.named(name, NOW));
        Files.writeString(folder.path().resolve("segment-001.bin"), "a");
        return folder;
    }
}
