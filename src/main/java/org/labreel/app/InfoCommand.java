package org.labreel.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labreel.log.LogReader;
import org.labreel.log.LogSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what is in a log. */
@Command(name = "info", mixinStandardHelpOptions = true, description = "Counts, times, gaps, damage, frame sizes and losses of a log.")
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
            Optional<Accounts> accounts = accounts(file);
            terminal.result(json
                    ? AccountsJson.addTo(summary.toJson(), accounts)
                    : SummaryText.of(file, summary, accounts));
            return 0;
        }
    }

    /** The log can be told of without them. */
    private Optional<Accounts> accounts(Path file) {
        try {
            return Accounts.of(file);
        } catch (IOException e) {
            terminal.say("the losses are not known: " + e.getMessage());
            return Optional.empty();
        }
    }
}
