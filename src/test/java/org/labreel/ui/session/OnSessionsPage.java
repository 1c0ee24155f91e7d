package org.labreel.ui.session;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.session.SessionDesk;
import org.testfx.framework.junit5.ApplicationExtension;

/** The sessions' page on a folder of the test's own, closed when it ends; who uses it shows it in its start. */
@ExtendWith(ApplicationExtension.class)
abstract class OnSessionsPage {
    @TempDir
    Path root;
    @SuppressWarnings("NullAway.Init")
    SessionsPage page;

    /** The page of a program that works on its own engine alone. */
    void show(Stage stage) {
        show(stage, (_, _) -> {
            throw new AssertionError("nobody connects elsewhere");
        });
    }

    /**
     * @param remote
     *            makes the desk of another program
     */
    void show(Stage stage, BiFunction<URI, Optional<String>, SessionDesk> remote) {
        page = new SessionsPage(root, stage, remote);
    }

    @AfterEach
    void close() {
        page.close();
    }
}
