package org.labreel.bench;

import java.nio.file.Path;
import org.labreel.ui.kit.Opener;

/** A desktop that opens nothing. */
final class Nobody implements Opener {
    @Override
    public void open(Path path) {
        // There is no desktop here.
    }

    @Override
    public void showInFolder(Path path) {
        // There is no desktop here.
    }
}
