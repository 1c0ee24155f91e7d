package org.labreel.ui.browser;

import java.io.IOException;
import org.labreel.archive.Trash;
import org.labreel.ui.kit.Notice.Choice;

/** Asks whether to delete for good what lies in the trash, and does it. */
final class TrashQuestion {
    private final BrowserServices services;
    private final Trash trash;
    private final Runnable emptied;

    /**
     * @param emptied
     *            nothing can be brought back any more; on the JavaFX thread
     */
    TrashQuestion(BrowserServices services, Trash trash, Runnable emptied) {
        this.services = services;
        this.trash = trash;
        this.emptied = emptied;
    }

    void ask() {
        services.disk().execute(() -> {
            try {
                ask(trash.contents());
            } catch (IOException e) {
                services.notices().error("The trash cannot be read", trash.folder() + " is as it was.", e);
            }
        });
    }

    private void ask(Trash.Contents contents) {
        if (contents.deleted() == 0) {
            services.notices().info("The trash is empty", "Recordings that you delete lie there at first.");
            return;
        }
        services.notices().warning("The trash holds " + TimeText.size(contents.bytes()),
                (contents.deleted() == 1 ? "One recording was" : contents.deleted() + " recordings were")
                        + " deleted. Deleting them for good cannot be undone.",
                new Choice("Delete for good", () -> services.disk().execute(this::empty)));
    }

    private void empty() {
        try {
            trash.empty();
            services.ui().execute(emptied);
            services.notices().info("The trash was emptied", "");
        } catch (IOException e) {
            services.notices().error("Not all of the trash could be deleted", "The rest is still in it.", e);
        }
    }
}
