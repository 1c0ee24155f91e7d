package org.labreel.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.labreel.archive.AnnotationStore;
import org.labreel.query.Query;
import org.labreel.query.QueryException;
import org.labreel.ui.browser.LogSearch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the places of logs at which something holds. */
@Command(name = "query", mixinStandardHelpOptions = true, description = "Find where something holds in logs, as ranges of time and frames.", footer = {
        "", "Examples of EXPR: 'pin(42) and temperature(0) > 60', 'capacitance > 30 pF for 2 s', 'changed(pins)',",
        "'voltage < 100 within 1 s of changed(pin(7))', 'marker(\"merge\")', 'gap or lost'.", "",
        "A log that cannot be read is told and passed over when others are named; the exit code is then 1."})
final class QueryCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "2..*", paramLabel = "LOG... EXPR", description = "Logs, then what to look for, in quotes.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    QueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String text = words.getLast();
        Optional<Query> query = understood(text);
        if (query.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        QueryReport report = new QueryReport(query.get());
        LogSearch search = new LogSearch(query.get(),
                new AnnotationStore(ConfigurationFolder.ofThisUser().resolve("notes")));
        List<String> logs = words.subList(0, words.size() - 1);
        AtomicBoolean interrupted = new AtomicBoolean();
        try (var _ = Interrupts.onCtrlC(() -> interrupted.set(true))) {
            for (String log : logs) {
                search(search, PathWord.of(log), logs.size() > 1, interrupted, report);
            }
        }
        terminal.result(json ? report.json() : report.text());
        return report.failures() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Optional<Query> understood(String text) {
        try {
            return Optional.of(Query.parse(text));
        } catch (QueryException e) {
            terminal.fail("the query cannot be understood: " + e.words());
            terminal.say(e.caret());
            return Optional.empty();
        }
    }

    /** One of several that cannot be read does not keep the others from being searched. */
    private void search(LogSearch search, Path log, boolean several, AtomicBoolean interrupted, QueryReport report)
            throws IOException {
        long start = System.nanoTime();
        try {
            report.add(search.in(LogFiles.existing(log),
                    part -> terminal.progress("Searching " + log.getFileName(), part, start), interrupted::get));
        } catch (IOException | CommandFailure e) {
            if (!several) {
                throw e;
            }
            terminal.fail(ErrorLines.line(e));
            report.failed(log, ErrorLines.line(e));
        }
    }
}
