package org.labreel.app;

import java.nio.file.Path;
import javafx.application.HostServices;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.Opener;

/** Hands files to the desktop that the window stands on. */
final class DesktopOpener implements Opener {
    private final HostServices desktop;

    DesktopOpener(HostServices desktop) {
        this.desktop = desktop;
    }

    @Override
    public void open(Path file) {
        FxThread.run(() -> desktop.showDocument(file.toUri().toString()));
    }

    @Override
    public void showInFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        open(folder == null ? file : folder);
    }
}
