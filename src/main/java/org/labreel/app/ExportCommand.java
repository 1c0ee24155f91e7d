package org.labreel.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.labreel.export.ClipSidecar;
import org.labreel.export.ContradictionException;
import org.labreel.export.Count;
import org.labreel.export.ExportReport;
import org.labreel.export.ExportRequest;
import org.labreel.export.Exporter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes clips from logs. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false, description = "Export frames of logs to clips in which every frame has its true time.")
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", arity = "0..*", description = "Logs; several are joined into one clip, or give one clip each when --to is a folder.")
    private List<Path> logs = new ArrayList<>();

    @Option(names = "--to", paramLabel = "OUT.mp4|DIR", description = "File to make, or a folder for one clip of each log.")
    @Nullable
    private Path target;

    @Option(names = "--from-sidecar", paramLabel = "FILE", description = "Make the same clip again from the file beside it; with --to under another name.")
    @Nullable
    private Path sidecar;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @ArgGroup(validate = false)
    private ExportOptions options = new ExportOptions();

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ExportOutcomes outcomes = new ExportOutcomes();
        try {
            int code = make(outcomes);
            if (json) {
                terminal.result(outcomes.json());
            }
            return code;
        } catch (ContradictionException e) {
            // Found out late, yet a matter of what was typed.
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int make(ExportOutcomes outcomes) throws IOException {
        Path to = target;
        Path again = sidecar;
        if (again != null) {
            return repeat(again, outcomes);
        }
        if (logs.isEmpty() || to == null) {
            throw new ParameterException(spec.commandLine(), logs.isEmpty() ? "name a log" : "say where to with --to");
        }
        options.conflict().or(() -> options.beside().conflict(logs.size())).ifPresent(text -> {
            throw new ParameterException(spec.commandLine(), text);
        });
        List<ExportJobs.Job> jobs = new ExportJobs(options, to, terminal).jobs(logs);
        if (!json && jobs.size() == 1 && jobs.getFirst().request().isPresent()) {
            run(jobs.getFirst().request().get(), outcomes, _ -> Optional.empty());
            return 0;
        }
        return runAll(jobs, outcomes);
    }

    /** Everything but the name is in the file, so that nothing else can be asked for. */
    private int repeat(Path file, ExportOutcomes outcomes) throws IOException {
        Set<String> allowed = Set.of("--from-sidecar", "--to", "--csv", "--json");
        boolean more = !logs.isEmpty() || spec.commandLine().getParseResult().matchedOptions().stream()
                .anyMatch(option -> !allowed.contains(option.longestName()));
        if (more) {
            throw new ParameterException(spec.commandLine(),
                    "--from-sidecar takes logs and choices from the file; only --to, --csv and --json go with it");
        }
        ClipSidecar made = ClipSidecar.open(LogFiles.existing(file));
        Path wanted = target == null
                ? Exporter.freeName(file.toAbsolutePath().resolveSibling(made.clipName()))
                : target;
        AtomicBoolean interrupted = new AtomicBoolean();
        ExportRequest request;
        try (var _ = Interrupts.onCtrlC(() -> interrupted.set(true))) {
            request = made.request(wanted, interrupted::get).withCsv(options.output().csv());
        }
        Optional<Boolean> same = run(request, outcomes, report -> made.isSame(report.file()));
        same.filter(_ -> !json).ifPresent(each -> terminal.say(each
                ? "It is the same clip, bit for bit."
                : "Frames and settings are the same, but not every bit: the first was made with " + made.madeWith()
                        + "."));
        return 0;
    }

    /** One that fails does not keep the others from being made; wrong words would fail all of them. */
    private int runAll(List<ExportJobs.Job> jobs, ExportOutcomes outcomes) throws ContradictionException {
        for (ExportJobs.Job job : jobs) {
            try {
                if (job.request().isPresent()) {
                    run(job.request().get(), outcomes, _ -> Optional.empty());
                }
                job.failure().ifPresent(e -> failed(job.name(), ErrorLines.line(e), ErrorLines.line(e), outcomes));
            } catch (ContradictionException e) {
                throw e;
            } catch (IOException | CommandFailure e) {
                failed(job.name(), ErrorLines.line(e), job.name() + ": " + ErrorLines.line(e), outcomes);
            }
        }
        if (!json) {
            terminal.result(outcomes.summary());
        }
        return outcomes.exitCode();
    }

    private void failed(String name, String why, String line, ExportOutcomes outcomes) {
        outcomes.failed(name, why);
        terminal.fail(line);
    }

    /** Tells whether the clip is the one that was made before. */
    private interface Comparison {
        Optional<Boolean> isSame(ExportReport report) throws IOException;
    }

    private Optional<Boolean> run(ExportRequest request, ExportOutcomes outcomes, Comparison before)
            throws IOException {
        AtomicBoolean interrupted = new AtomicBoolean();
        long start = System.nanoTime();
        ExportReport report;
        try (var _ = Interrupts.onCtrlC(() -> interrupted.set(true))) {
            report = Exporter.run(request,
                    (done, of) -> terminal.progress("Exporting", of == 0 ? 1 : done / (double) of, start),
                    interrupted::get);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!json) {
            say(report, seconds);
        }
        Optional<Boolean> same = before.isSame(report);
        outcomes.made(request, report, seconds, same);
        return same;
    }

    private void say(ExportReport report, double seconds) {
        terminal.result(String.format(Locale.ROOT, "%s: %s, %.3f s, %s, %s, %.1f frames/s", report.file(),
                Count.of(report.frames(), "frame", "frames"), report.duration().toNanos() / 1e9,
                Terminal.bytes(report.bytes()), report.encoder(), report.frames() / seconds));
        if (report.damagedFrames() > 0) {
            terminal.say(Count.of(report.damagedFrames(), "frame is damaged in the log and is shown marked",
                    "frames are damaged in the log and are shown marked"));
        }
        if (report.leftOutFrames() > 0) {
            terminal.say(Count.of(report.leftOutFrames(), "frame is damaged in the log and was left out",
                    "frames are damaged in the log and were left out"));
        }
        if (report.shiftedFrames() > 0) {
            terminal.say(Count.of(report.shiftedFrames(),
                    "frame was not later than the one before it and was put 1 ms after it",
                    "frames were not later than the one before them and were put 1 ms after it"));
        }
        report.notes().forEach(terminal::say);
    }
}
