package org.labreel.ui.browser;

import java.nio.file.Path;
import org.labreel.ui.kit.Opener;

/** Opens nothing. */
final class NoOpener implements Opener {
    @Override
    public void open(Path file) {
    }

    @Override
    public void showInFolder(Path file) {
    }
}
