package org.labreel.ui.kit;

import java.nio.file.Path;
import java.util.List;

/** A desktop that only notes what it was asked to open or to show, in order. */
public record NotingOpener(List<Path> asked) implements Opener {
    @Override
    public void open(Path file) {
        asked.add(file);
    }

    @Override
    public void showInFolder(Path file) {
        asked.add(file);
    }
}
