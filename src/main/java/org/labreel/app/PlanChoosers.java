package org.labreel.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.session.PlanFiles;

/** The desktop's file dialogs for plans, opened in the recordings folder. */
final class PlanChoosers implements PlanFiles {
    private final PreferencesHolder preferences;

    PlanChoosers(PreferencesHolder preferences) {
        this.preferences = preferences;
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Plans of sessions", "*.json"));
        Path folder = preferences.get().recordings();
        if (Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }

    @Override
    public Optional<Path> toOpen(Window owner) {
        return Optional.ofNullable(chooser("Import a plan").showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> toSave(Window owner, String name) {
        FileChooser chooser = chooser("Export the plan");
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
