package org.labreel.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labreel.log.LogReader;
import org.labreel.log.LogSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what is in a log. */
@Command(name = "info", mixinStandardHelpOptions = true, description = "Counts, times, gaps, damage and frame sizes of a log.")
final class InfoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "LOG", description = "A log of labreel, pdrecord or any PurpleDrop recorder.")
    @Nullable
    private Path log;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    InfoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path file = LogFiles.existing(log);
        long start = System.nanoTime();
        try (LogReader reader = LogReader.open(file, part -> terminal.progress("Reading", part, start), () -> false)) {
            LogSummary summary = LogSummary.of(reader);
            terminal.result(json ? summary.toJson() : SummaryText.of(file, summary));
            return 0;
        }
    }
}
