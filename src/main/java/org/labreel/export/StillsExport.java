package org.labreel.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.labreel.model.Bytes;

/** A folder with one PNG for each frame, made under another name and renamed when it is complete. */
final class StillsExport implements AutoCloseable {
    private final Path target;
    private final PartName name;
    private final Path part;

    StillsExport(Path folder) throws IOException {
        target = folder.toAbsolutePath();
        if (Files.isDirectory(target)) {
            refuseFilled(target);
        } else {
            TargetFile.refuseExisting(target);
        }
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IOException("The folder " + parent + " does not exist.");
        }
        name = PartName.of(target);
        part = name.path();
        boolean made = false;
        try {
            Files.createDirectory(part);
            made = true;
        } finally {
            if (!made) {
                name.close();
            }
        }
    }

    private static void refuseFilled(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new IOException(
                        "The folder " + folder + " is not empty and is not touched. Choose another name.");
            }
        }
    }

    Tally run(ExportRequest request, OpenLogs logs, ExportPlan plan, Layout layout, Optional<CsvWriter> csv, Work work)
            throws IOException {
        Tally tally = new Tally(request.settings().damaged());
        try (FrameStream<Bytes> stream = new FrameStream<>(() -> new FrameSource(request, logs, plan, layout),
                plan.frames(), layout, FrameSource::png)) {
            ShownSequence<Bytes> sequence = new ShownSequence<>(stream::next, plan, request.settings().damaged(), _ -> {
            }, tally);
            int done = 0;
            for (Optional<ShownFrame<Bytes>> next = sequence.next(); next.isPresent(); next = sequence.next()) {
                work.goOn();
                write(next.get().picture(), done);
                if (csv.isPresent()) {
                    csv.get().add(next.get().facts());
                }
                work.done().accept(++done);
            }
        }
        tally.refuseNothing();
        return tally;
    }

    private void write(Bytes png, int number) throws IOException {
        Files.write(part.resolve(String.format(Locale.ROOT, "frame-%06d.png", number)), png.toArray());
    }

    /** Bytes of all pictures. */
    long commit() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(part)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        if (Files.isDirectory(target)) {
            Files.delete(target);
        }
        Files.move(part, target);
        return bytes;
    }

    /** Removes what was not completed. */
    @Override
    public void close() throws IOException {
        try (name) {
            removePart();
        }
    }

    private void removePart() throws IOException {
        if (!Files.isDirectory(part)) {
            return;
        }
        try (Stream<Path> files = Files.list(part)) {
            files.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.delete(part);
    }
}
