package org.labreel.ui.kit;

import java.nio.file.Path;
/** Opens nothing. */
public final class NoOpener implements Opener {
    @Override
    public void open(Path file) {
    }

    @Override
    public void showInFolder(Path file) {
    }
}
