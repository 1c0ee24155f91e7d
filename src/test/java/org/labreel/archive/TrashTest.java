package org.labreel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.model.JournalEntry;
import org.labreel.model.Segment;
import org.labreel.model.Session;

class TrashTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    private Path root;

    @Test
    void deletedSessionIsOutOfTheCatalogueAndComesBackAsItWas() throws IOException {
        SessionFolder folder = session("Mixing");
        Trash trash = trash(NOW);
        Trash.Deleted deleted = trash.session(folder.path());
        assertThat(Catalogue.list(root)).isEmpty();
        assertThat(trash.contents()).isEqualTo(new Trash.Contents(1, bytesUnder(root)));
        trash.restore(deleted);
        assertThat(Catalogue.list(root)).singleElement()
                .satisfies(entry -> assertThat(entry.log()).hasContent("raw").hasParent(folder.path()));
        assertThat(trash.contents()).isEqualTo(new Trash.Contents(0, 0));
    }

    private static long bytesUnder(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void sessionsOfOneNameLieBesideEachOther() throws IOException {
        Trash trash = trash(NOW);
        Trash.Deleted first = trash.session(session("Mixing").path());
        Path again = session("Mixing").path();
        trash.session(again);
        assertThat(trash.contents().deleted()).isEqualTo(2);
        trash.restore(first);
        assertThat(again.resolve("segment-001.bin")).exists();
    }

    @Test
    void whatIsBeingRecordedIsRefusedInWordsAndStays() throws IOException {
        SessionFolder folder = session("Mixing");
        folder.claim();
        try {
            assertThatThrownBy(() -> trash(NOW).session(folder.path())).isInstanceOf(IOException.class)
                    .hasMessage("“Mixing” is being recorded. Nothing was changed; stop it first.");
            assertThatThrownBy(() -> trash(NOW).log(folder.path().resolve("segment-001.bin")))
                    .hasMessageContaining("is being recorded");
            assertThatThrownBy(() -> Renaming.session(folder.path(), "Other")).hasMessageContaining("being recorded");
        } finally {
            folder.release();
        }
        assertThat(folder.path().resolve("segment-001.bin")).exists();
        assertThat(SessionFolder.open(folder.path()).session().name()).isEqualTo("Mixing");
    }

    @Test
    void looseLogThatWasWrittenToAMomentAgoIsRefused() throws IOException {
        Path log = Files.writeString(root.resolve("run.bin"), "raw");
        Instant written = Files.getLastModifiedTime(log).toInstant();
        assertThatThrownBy(() -> trash(written.plusSeconds(2)).log(log)).hasMessageContaining("may still be recorded");
        assertThat(log).exists();
    }

    @Test
    void deletedSegmentTakesItsIndexAlongAndTheSessionKeepsItsAccounts() throws IOException {
        SessionFolder folder = session("Mixing");
        Path log = folder.path().resolve("segment-001.bin");
        Files.writeString(folder.path().resolve("segment-001.idx"), "index");
        Trash.Deleted deleted = trash(NOW).log(log);
        assertThat(folder.path()).isDirectoryNotContaining(file -> file.toString().contains("segment"));
        Session kept = SessionFolder.open(folder.path()).session();
        assertThat(kept.segments()).hasSize(1);
        assertThat(kept.journal()).extracting(JournalEntry::text)
                .containsExactly("segment-001.bin was deleted by the operator.");
        assertThat(SessionFolder.open(folder.path()).nextSegment())
                .as("its number is not given to another").hasFileName("segment-002.bin");
        trash(NOW).restore(deleted);
        assertThat(log).hasContent("raw");
        assertThat(folder.path().resolve("segment-001.idx")).hasContent("index");
        assertThat(SessionFolder.open(folder.path()).session().journal()).hasSize(2);
    }

    @Test
    void nothingIsBroughtBackOverAnotherFile() throws IOException {
        Path log = old("run.bin", "raw");
        Trash.Deleted deleted = trash(Instant.now()).log(log);
        Files.writeString(log, "another");
        assertThatThrownBy(() -> trash(NOW).restore(deleted)).hasMessageContaining("There is another run.bin");
        assertThat(log).hasContent("another");
    }

    @Test
    void emptiedTrashIsGoneAndALinkInItLeadsNowhere() throws IOException {
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("precious"), "kept");
        Path folder = session("Mixing").path();
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        Trash trash = trash(NOW);
        trash.session(folder);
        trash.empty();
        assertThat(trash.folder()).doesNotExist();
        assertThat(elsewhere.resolve("precious")).hasContent("kept");
    }

    @Test
    void renamedSessionKeepsItsFolderAndABadNameIsRefused() throws IOException {
        SessionFolder folder = session("Mixing");
        Renaming.session(folder.path(), " Splitting / two ");
        assertThat(SessionFolder.open(folder.path()).session().name()).isEqualTo("Splitting / two");
        assertThatThrownBy(() -> Renaming.session(folder.path(), "  ")).hasMessageContaining("1 to 200 letters");
        assertThatThrownBy(() -> Renaming.session(folder.path(), "a\nb")).hasMessageContaining("no line breaks");
    }

    @Test
    void renamedLogTakesItsIndexAlongAndNeverAnothersName() throws IOException {
        Path log = old("run.bin", "raw");
        old("run.idx", "index");
        Path now = Renaming.log(log, "../first run.bin");
        assertThat(now).hasParent(root).hasContent("raw");
        assertThat(now.getFileName()).hasToString("__first run.bin");
        assertThat(root.resolve("__first run.idx")).hasContent("index");
        Path other = old("other.bin", "other");
        assertThatThrownBy(() -> Renaming.log(now, "other")).hasMessageContaining("There is a “other.bin” already");
        assertThat(other).hasContent("other");
        assertThat(now).hasContent("raw");
    }

    private Path old(String name, String content) throws IOException {
        Path file = Files.writeString(root.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
        return file;
    }

    private Trash trash(Instant now) {
        return new Trash(root, InstantSource.fixed(now));
    }

    private SessionFolder session(String name) throws IOException {
        SessionFolder folder = SessionFolder.create(root, Session.named(name, NOW));
        folder.save(folder.session().withSegment(
                new Segment("segment-001.bin", "demo", NOW, Optional.of(NOW.plusSeconds(9)), 9, 0, 0, 9, 9, 0, 0, 3)));
        Files.writeString(folder.path().resolve("segment-001.bin"), "raw");
        return folder;
    }
}
