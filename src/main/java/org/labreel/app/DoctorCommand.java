package org.labreel.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.labreel.log.LogDoctor;
import org.labreel.log.LogRepair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Examines a log to the last byte. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Check every byte of a log: framing, records, pictures, times. The log itself is never changed.", footer = {
        "", "Exit codes: 0 sound, 3 damaged but readable, 1 unreadable, 2 wrong usage."})
final class DoctorCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    private final Terminal terminal;

    @Parameters(paramLabel = "LOG", description = "The log to examine.")
    @Nullable
    private Path log;

    @Option(names = "--repair", paramLabel = "OUT", description = "Write all that is sound to this new file.")
    @Nullable
    private Path repaired;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path file = LogFiles.existing(log);
        AtomicBoolean interrupted = new AtomicBoolean();
        long start = System.nanoTime();
        try (var _ = Interrupts.onCtrlC(() -> interrupted.set(true))) {
            if (repaired == null) {
                LogDoctor.Report report = LogDoctor.check(file, part -> terminal.progress("Examining", part, start),
                        interrupted::get);
                print(file, report);
                return report.exitCode();
            }
            LogRepair repair = LogRepair.of(file, repaired,
                    part -> terminal.progress("Repairing", part, start), interrupted::get);
            print(file, repair.report());
            terminal.result(repaired + ": " + repair.written() + " records written, " + repair.leftOut()
                    + " left out; " + file + " is as it was");
            return repair.report().exitCode();
        }
    }

    private void print(Path file, LogDoctor.Report report) {
        String words = switch (report.health()) {
            case SOUND -> "sound";
            case DAMAGED -> "damaged but readable";
            case UNREADABLE -> "unreadable";
        };
        terminal.result(file + ": " + words + ", " + report.records() + " records, "
                + Terminal.bytes(report.bytes()));
        report.damage().stream().limit(SHOWN)
                .forEach(damage -> terminal.result("  at byte " + damage.offset() + ": " + damage.text()));
        report.findings().stream().limit(SHOWN)
                .forEach(finding -> terminal.result("  record " + finding.record() + ": " + finding.text()));
        int more = Math.max(0, report.damage().size() - SHOWN) + Math.max(0, report.findings().size() - SHOWN);
        if (more > 0) {
            terminal.result("  and " + more + " more");
        }
        report.notes().forEach(note -> terminal.result("  " + note));
    }
}
