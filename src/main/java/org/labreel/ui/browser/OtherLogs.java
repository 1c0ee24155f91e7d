package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.labreel.export.ExportRequest;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.model.Marker;

/** Finds in the background what of other logs can be joined to a clip. */
final class OtherLogs implements ExportDoor.Others {
    private final Path log;
    private final BrowserServices services;

    OtherLogs(Path log, BrowserServices services) {
        this.log = log;
        this.services = services;
    }

    @Override
    public void session(Consumer<ExportDoor.More> found) {
        services.background().submit("Look at the other segments", control -> {
            List<Path> segments = segments();
            if (segments.isEmpty()) {
                throw new IOException(LogSession.of(log).isPresent()
                        ? "Its session has no other segment."
                        : log.getFileName() + " belongs to no session.");
            }
            return of(segments, control::cancelled);
        }, found, this::failed);
    }

    @Override
    public void log(Path other, Consumer<ExportDoor.More> found) {
        services.background().submit("Look at " + other.getFileName(),
                control -> of(List.of(other), control::cancelled), found, this::failed);
    }

    private void failed(Exception failure) {
        services.notices().warning("Nothing was added",
                failure instanceof IOException ? String.valueOf(failure.getMessage()) : String.valueOf(failure));
    }

    /** The logs that lie beside it in a session, in order. */
    private List<Path> segments() throws IOException {
        Path self = log.toAbsolutePath();
        if (LogSession.of(self).isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(self.resolveSibling(""))) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".bin"))
                    .filter(file -> !file.toAbsolutePath().equals(self)).sorted().toList();
        }
    }

    private ExportDoor.More of(List<Path> logs, BooleanSupplier cancelled) throws IOException {
        List<ExportDoor.Part> parts = new ArrayList<>();
        List<Marker> markers = new ArrayList<>();
        for (Path each : logs) {
            try (LogReader reader = LogReader.open(each, services.cache(), _ -> {
            }, cancelled)) {
                if (reader.index().frames() > 0) {
                    add(reader, parts, markers);
                }
            } catch (IOException e) {
                throw new IOException(Refusals.words(each, e), e);
            }
        }
        if (parts.isEmpty()) {
            throw new IOException("There are no frames in " + (logs.size() == 1 ? "this log." : "these logs."));
        }
        return new ExportDoor.More(parts, markers);
    }

    private void add(LogReader reader, List<ExportDoor.Part> parts, List<Marker> markers) throws IOException {
        LogIndex index = reader.index();
        Path file = reader.file();
        int last = index.frames() - 1;
        parts.add(new ExportDoor.Part(file.getFileName() + ", whole", false, new ExportRequest.Range(file, 0, last),
                Duration.between(index.frameTime(0), index.frameTime(last)).abs(), true));
        AnnotationSet marks = services.marks().peek(reader);
        for (LogRange each : marks.ranges()) {
            parts.add(new ExportDoor.Part(file.getFileName() + ": " + Offers.title(each),
                    !each.text().isBlank(),
                    new ExportRequest.Range(file, each.first(), each.last()), each.duration(), false));
        }
        marks.markers().forEach(each -> markers.add(new Marker(each.id(), index.frameTime(each.frame()), each.text(),
                each.colour())));
    }
}
