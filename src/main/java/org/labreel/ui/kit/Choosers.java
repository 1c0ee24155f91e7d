package org.labreel.ui.kit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The desktop's file dialogs, opened where the operator was last. */
public final class Choosers {
    private final PreferencesHolder preferences;

    public Choosers(PreferencesHolder preferences) {
        this.preferences = preferences;
    }

    public Optional<Path> log(Window owner) {
        return ask(owner, "Open a log file", new FileChooser.ExtensionFilter("PurpleDrop logs", "*.bin", "*.log"));
    }

    public Optional<Path> board(Window owner) {
        return ask(owner, "Choose a board file", new FileChooser.ExtensionFilter("Board definitions", "*.json"));
    }

    private Optional<Path> ask(Window owner, String title, FileChooser.ExtensionFilter filter) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(filter, new FileChooser.ExtensionFilter("All files", "*.*"));
        preferences.get().recentLogs().stream().map(Path::getParent).filter(Files::isDirectory).findFirst()
                .or(() -> Optional.of(preferences.get().recordings()).filter(Files::isDirectory))
                .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
