package org.labreel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.application.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the console's main job without a window and leaves what it made. */
@Command(name = "tour", mixinStandardHelpOptions = true, description = "Run the main job headless: demo feed, record, review, export; leave log, MP4 and screenshots.")
final class TourCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "Folder for the log, the MP4 and the screenshots; a number is added "
            + "when it holds files already.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    TourCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return run(folder);
    }

    int run(Path wanted) throws IOException, InterruptedException {
        Machine machine = Machine.current();
        Machine.drawHeadless();
        NativeLibraries.ofThisMachine().require(machine, false);
        Path target = free(wanted);
        terminal.say("Tour: demo device, two recordings, review, export; about half a minute.");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        Tour.Result result = new Tour(target).run();
        result.logs().forEach(log -> terminal.result("log          " + log.toAbsolutePath()));
        terminal.result("MP4          " + result.clip().toAbsolutePath());
        terminal.result("screenshots  " + result.pictures().toAbsolutePath());
        return 0;
    }

    /** Nothing that an earlier tour left is overwritten. */
    private static Path free(Path wanted) throws IOException {
        Path candidate = wanted;
        for (int n = 2; holdsFiles(candidate); n++) {
            candidate = wanted.resolveSibling(wanted.getFileName() + "-" + n);
        }
        return candidate;
    }

    private static boolean holdsFiles(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(folder + " is a file, not a folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }
}
