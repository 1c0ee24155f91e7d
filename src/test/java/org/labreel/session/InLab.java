package org.labreel.session;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A lab in a folder of the test's own, closed when it ends. */
abstract class InLab {
    @TempDir
    Path root;
    private Optional<Lab> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(Lab::close);
    }

    Lab lab(int cameras) {
        Lab lab = new Lab(root, cameras);
        open = Optional.of(lab);
        return lab;
    }
}
