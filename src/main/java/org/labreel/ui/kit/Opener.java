package org.labreel.ui.kit;

import java.nio.file.Path;

/** Hands files over to the desktop. Any thread. */
public interface Opener {
    /** Opens a file with whatever the desktop opens it with. */
    void open(Path file);

    /** Shows the folder that a file lies in. */
    void showInFolder(Path file);
}
