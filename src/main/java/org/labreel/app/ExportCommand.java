package org.labreel.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
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

    @ArgGroup(validate = false)
    private ExportOptions options = new ExportOptions();

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path to = target;
        if (logs.isEmpty() || to == null) {
            throw new ParameterException(spec.commandLine(), logs.isEmpty() ? "name a log" : "say where to with --to");
        }
        options.conflict().ifPresent(text -> {
            throw new ParameterException(spec.commandLine(), text);
        });
        List<ExportJobs.Job> jobs = new ExportJobs(options, to, terminal).jobs(logs);
        if (jobs.size() == 1 && jobs.getFirst().request().isPresent()) {
            run(jobs.getFirst().request().get());
            return 0;
        }
        return runAll(jobs);
    }

    /** One that fails does not keep the others from being made. */
    private int runAll(List<ExportJobs.Job> jobs) {
        long start = System.nanoTime();
        List<ExportReport> made = new ArrayList<>();
        for (ExportJobs.Job job : jobs) {
            try {
                if (job.request().isPresent()) {
                    made.add(run(job.request().get()));
                }
                job.failure().ifPresent(e -> terminal.fail(ErrorLines.line(e)));
            } catch (IOException | CommandFailure e) {
                terminal.fail(job.name() + ": " + ErrorLines.line(e));
            }
        }
        int failed = jobs.size() - made.size();
        terminal.result(ExportJobs.summary(made.size(), failed, made.stream().mapToLong(ExportReport::frames).sum(),
                made.stream().mapToLong(ExportReport::bytes).sum(), (System.nanoTime() - start) / 1e9));
        return failed == 0 ? 0 : 1;
    }

    private ExportReport run(ExportRequest request) throws IOException {
        AtomicBoolean interrupted = new AtomicBoolean();
        long start = System.nanoTime();
        ExportReport report;
        try (var _ = Interrupts.onCtrlC(() -> interrupted.set(true))) {
            report = Exporter.run(request,
                    (done, of) -> terminal.progress("Exporting", of == 0 ? 1 : done / (double) of, start),
                    interrupted::get);
        }
        say(report, (System.nanoTime() - start) / 1e9);
        return report;
    }

    private void say(ExportReport report, double seconds) {
        terminal.result(String.format(Locale.ROOT, "%s: %s, %.3f s, %s, %s, %.1f frames/s", report.file(),
                Count.of(report.frames(), "frame", "frames"), report.duration().toNanos() / 1e9,
                Terminal.bytes(report.bytes()), report.encoder(), report.frames() / seconds));
        if (report.damagedFrames() > 0) {
            terminal.say(Count.of(report.damagedFrames(), "frame is damaged in the log and is shown marked",
                    "frames are damaged in the log and are shown marked"));
        }
        if (report.shiftedFrames() > 0) {
            terminal.say(Count.of(report.shiftedFrames(),
                    "frame was not later than the one before it and was put 1 ms after it",
                    "frames were not later than the one before them and were put 1 ms after it"));
        }
        report.notes().forEach(terminal::say);
    }
}
