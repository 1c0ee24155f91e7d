package org.labreel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.labreel.codec.BoardDefinition;
import org.labreel.export.ExportReport;
import org.labreel.export.ExportRequest;
import org.labreel.export.Exporter;
import org.labreel.log.LogReader;
import org.labreel.model.Board;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes clips from logs. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false, description = "Export frames of logs to a clip in which every frame has its true time.")
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", arity = "1..*", description = "Logs; several are joined into one clip, or give one clip each when --to is a folder.")
    private List<Path> logs = new ArrayList<>();

    @Option(names = "--to", paramLabel = "OUT.mp4|DIR", required = true, description = "File to make, or a folder.")
    @SuppressWarnings("NullAway.Init")
    private Path target;

    @ArgGroup(exclusive = false)
    private FrameChoice choice = new FrameChoice();

    @ArgGroup(exclusive = false)
    private ExportOptions options = new ExportOptions();

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        choice.conflict().or(options::conflict).ifPresent(text -> {
            throw new ParameterException(spec.commandLine(), text);
        });
        List<ExportRequest.Range> ranges = new ArrayList<>();
        for (Path log : logs) {
            try (LogReader reader = LogReader.open(LogFiles.existing(log))) {
                reader.index().damage().forEach(damage -> terminal.say(log + ": " + damage.text()));
                ranges.add(choice.in(reader));
            }
        }
        if (Files.isDirectory(target) && !options.stills()) {
            for (ExportRequest.Range range : ranges) {
                run(List.of(range), target.resolve(clipName(range.log())));
            }
        } else {
            run(ranges, target);
        }
        return 0;
    }

    private static String clipName(Path log) {
        return String.valueOf(log.getFileName()).replaceFirst("\\.bin$", "") + ".mp4";
    }

    private void run(List<ExportRequest.Range> ranges, Path file) throws IOException {
        ExportRequest request = options.request(ranges, file, board(ranges.getFirst().log()));
        AtomicBoolean interrupted = new AtomicBoolean();
        long start = System.nanoTime();
        ExportReport report;
        try (var _ = Interrupts.onCtrlC(() -> interrupted.set(true))) {
            report = Exporter.run(request,
                    (done, of) -> terminal.progress("Exporting", of == 0 ? 1 : done / (double) of, start),
                    interrupted::get);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        terminal.result(String.format(Locale.ROOT, "%s: %d frames, %.3f s, %s, %s, %.1f frames/s", report.file(),
                report.frames(), report.duration().toNanos() / 1e9, Terminal.bytes(report.bytes()), report.encoder(),
                report.frames() / seconds));
        if (report.damagedFrames() > 0) {
            terminal.say(report.damagedFrames() + " frames are damaged in the log and are shown marked");
        }
        if (report.shiftedFrames() > 0) {
            terminal.say(report.shiftedFrames()
                    + " frames were not later than the one before them and were put 1 ms after it");
        }
        report.notes().forEach(terminal::say);
    }

    private Optional<Board> board(Path log) throws IOException {
        if (!options.wantsBoard()) {
            return Optional.empty();
        }
        Optional<Path> file = options.boardFile();
        Optional<Board> board = file.isPresent()
                ? Optional.of(BoardDefinition.parse(Files.readString(LogFiles.existing(file.get()))))
                : LogFiles.boardBeside(log);
        if (board.isEmpty()) {
            throw new CommandFailure("there is no board definition beside " + log
                    + ", so electrodes and scale cannot be drawn; name one with --board");
        }
        return board;
    }
}
