package org.labreel.log;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Writes what is sound of a log to a new file, which has its name only once it is complete.
 *
 * @param written
 *            records that are in the new file
 * @param leftOut
 *            records that are not
 */
public record LogRepair(LogDoctor.Report report, int written, int leftOut) {
    private static final int ASK_EVERY = 16;

    /**
     * Writes all records that can be read, byte for byte; frames whose picture is damaged are kept. The original is
     * never touched.
     *
     * @throws FileAlreadyExistsException
     *             when {@code out} exists
     */
    public static LogRepair of(Path in, Path out) throws IOException {
        return of(in, out, _ -> {
        }, () -> false);
    }

    /**
     * As {@link #of(Path, Path)}. It is written as {@code out.part} and renamed when complete; a failure or a cancel
     * leaves nothing.
     *
     * @throws IOException
     *             also when no record can be read: a log of nothing is not made
     */
    public static LogRepair of(Path in, Path out, DoubleConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        refuseExisting(out);
        LogDoctor.Report report = LogDoctor.check(in, progress, cancelled);
        if (report.health() == LogDoctor.Health.UNREADABLE) {
            throw new NotALogException(String.join(" ", report.notes()));
        }
        Set<Integer> leftOut = new HashSet<>();
        report.findings().stream().filter(LogDoctor.Finding::leftOut)
                .forEach(finding -> leftOut.add(finding.record()));
        if (leftOut.size() == report.records()) {
            throw new NotALogException("None of the " + report.records() + " records of " + in.getFileName()
                    + " can be read; nothing was written.");
        }
        Path part = out.resolveSibling(out.getFileName() + ".part");
        refuseExisting(part);
        try (LogReader log = LogReader.open(in, _ -> {
        }, cancelled); LogWriter writer = LogWriter.create(part)) {
            write(log, writer, report.records(), leftOut, cancelled, part, out);
        }
        FileDisk.forceDirectory(folder(out));
        return new LogRepair(report, report.records() - leftOut.size(), leftOut.size());
    }

    private static void write(LogReader log, LogWriter writer, int records, Set<Integer> leftOut,
            BooleanSupplier cancelled, Path part, Path out) throws IOException {
        boolean done = false;
        try {
            for (int record = 0; record < records; record++) {
                if (record % ASK_EVERY == 0 && cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                if (!leftOut.contains(record)) {
                    writer.append(log.body(record));
                }
            }
            writer.force();
            refuseExisting(out);
            Files.move(part, out);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** A link that leads nowhere is somebody's too. */
    private static void refuseExisting(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString(), null, "there is such a file; it is not overwritten");
        }
        if (!Files.isDirectory(folder(file))) {
            throw new NoSuchFileException(folder(file).toString(), null, "there is no such folder");
        }
    }

    private static Path folder(Path file) {
        Path whole = file.toAbsolutePath();
        return Optional.ofNullable(whole.getParent()).orElse(whole);
    }
}
