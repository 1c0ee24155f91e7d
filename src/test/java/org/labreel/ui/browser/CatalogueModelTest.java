package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences;

class CatalogueModelTest {
    @TempDir
    private Path folder;
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private CatalogueModel model(Path recordings) {
        return new CatalogueModel(new MemoryPreferences(Preferences.first(recordings)), waiting::add, Runnable::run);
    }

    @Test
    void nothingIsSaidOfAFolderBeforeItWasLookedInto() {
        CatalogueModel model = model(folder);
        model.refresh();
        assertThat(model.lookedProperty().get()).isFalse();
        waiting.remove().run();
        assertThat(model.lookedProperty().get()).isTrue();
        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(model.foundProperty().get().listing().entries()).isEmpty();
    }

    @Test
    void folderThatIsNoneIsToldOnceItWasLookedInto() throws IOException {
        Path file = Files.writeString(folder.resolve("recordings"), "no folder");
        CatalogueModel model = model(file);
        model.refresh();
        waiting.remove().run();
        assertThat(model.lookedProperty().get()).isTrue();
        assertThat(model.troubleProperty().get()).contains("recordings is a file").doesNotContain("null");
    }

    @Test
    void folderThatVanishesIsMissedButOneThatIsNotYetMadeIsNot() throws IOException {
        Path recordings = folder.resolve("drive/recordings");
        Files.createDirectory(folder.resolve("drive"));
        CatalogueModel model = model(recordings);
        look(model);
        assertThat(model.troubleProperty().get()).isEmpty();
        Files.createDirectory(recordings);
        look(model);
        assertThat(model.troubleProperty().get()).isEmpty();
        Files.delete(recordings);
        look(model);
        assertThat(model.troubleProperty().get()).contains("is not there").contains("Settings");
        Files.delete(folder.resolve("drive"));
        CatalogueModel later = model(recordings);
        look(later);
        assertThat(later.troubleProperty().get()).as("a drive that is not connected").contains("is not there");
    }

    private void look(CatalogueModel model) {
        model.refresh();
        waiting.remove().run();
    }
}
