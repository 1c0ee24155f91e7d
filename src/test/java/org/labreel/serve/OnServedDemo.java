package org.labreel.serve;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The endpoint with the demo as its camera, up from before each test until after it. */
abstract class OnServedDemo {
    @TempDir
    Path root;
    ServedDemo served;

    @BeforeEach
    void start() {
        served = new ServedDemo(root);
    }

    @AfterEach
    void stop() {
        served.close();
    }
}
