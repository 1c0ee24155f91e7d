package org.labreel.ui.browser;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

/** Takes a file that is dropped anywhere on the page, and shows while it hovers that it would be taken. */
final class FileDrop {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final Region page;
    private final Consumer<Path> take;

    FileDrop(Region page, Consumer<Path> take) {
        this.page = page;
        this.take = take;
        page.addEventHandler(DragEvent.DRAG_OVER, this::over);
        page.addEventHandler(DragEvent.DRAG_EXITED, _ -> page.pseudoClassStateChanged(TARGET, false));
        page.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            page.pseudoClassStateChanged(TARGET, true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        page.pseudoClassStateChanged(TARGET, false);
        if (!files.isEmpty()) {
            take.accept(files.getFirst().toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
