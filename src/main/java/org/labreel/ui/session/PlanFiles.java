package org.labreel.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks the operator for files with plans. JavaFX thread; empty when the operator thinks better of it. */
public interface PlanFiles {
    Optional<Path> toOpen(Window owner);

    /**
     * @param name
     *            suggested
     */
    Optional<Path> toSave(Window owner, String name);
}
