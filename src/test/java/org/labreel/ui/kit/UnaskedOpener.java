package org.labreel.ui.kit;

import java.nio.file.Path;

/** A desktop that nothing may be asked of: whoever does fails the test. */
public final class UnaskedOpener implements Opener {
    @Override
    public void open(Path file) {
        throw new AssertionError("nobody asked to open " + file);
    }

    @Override
    public void showInFolder(Path file) {
        throw new AssertionError("nobody asked to show " + file);
    }
}
