package org.labreel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.labreel.codec.BoardDefinition;
import org.labreel.export.ClipSettings;
import org.labreel.export.ContradictionException;
import org.labreel.export.ExportRequest;
import org.labreel.export.Overlay;
import org.labreel.log.LogReader;
import org.labreel.model.Board;
import org.labreel.model.Marker;

/** From the options and the logs to the clips to make: one of all, or one of each into a folder. */
final class ExportJobs {
    private final ExportOptions options;
    private final ClipSettings settings;
    private final Path target;
    private final Terminal terminal;
    private final List<Path> taken = new ArrayList<>();

    ExportJobs(ExportOptions options, Path target, Terminal terminal) {
        this.options = options;
        this.settings = options.settings();
        this.target = target;
        this.terminal = terminal;
    }

    /** A clip to be, or why it cannot be. */
    record Job(String name, Optional<ExportRequest> request, Optional<Exception> failure) {
    }

    /**
     * With one clip to make, what is wrong is thrown; with several, the others are made all the same.
     *
     * @throws IOException
     *             when a log cannot be read
     */
    List<Job> jobs(List<Path> logs) throws IOException {
        if (options.beside().wanted()) {
            return List.of(besideEachOther(logs));
        }
        if (!several(logs)) {
            List<ExportRequest.Range> ranges = new ArrayList<>();
            for (Path log : logs) {
                ranges.addAll(ranges(log));
            }
            return List.of(job(ranges, target, options.output().csv()));
        }
        Files.createDirectories(target);
        List<Job> jobs = new ArrayList<>();
        for (Path log : logs) {
            try {
                ofLog(log, jobs);
            } catch (IOException | CommandFailure e) {
                jobs.add(new Job(log.toString(), Optional.empty(), Optional.of(e)));
            }
        }
        return jobs;
    }

    private Job besideEachOther(List<Path> logs) throws IOException {
        if (several(logs.subList(0, 1))) {
            throw new ContradictionException("--side-by-side makes one clip, so --to must be the name of a file");
        }
        for (Path log : logs) {
            LogFiles.existing(log);
        }
        Job one = job(ranges(logs.getFirst()), target, options.output().csv());
        return new Job(one.name(), one.request().map(each -> each.withSideBySide(options.beside().of(logs))),
                one.failure());
    }

    /** Whether each log, or range, becomes a clip of its own. */
    private boolean several(List<Path> logs) throws ContradictionException {
        boolean folder = Files.isDirectory(target)
                || (!String.valueOf(target.getFileName()).contains(".") && !Files.exists(target));
        if (options.output().separate() && !folder) {
            throw new ContradictionException("--separate makes several clips, so --to must be a folder, and "
                    + target + " is none");
        }
        return folder && (options.output().separate() || !options.output().stills() || logs.size() > 1);
    }

    private void ofLog(Path log, List<Job> jobs) throws IOException {
        List<ExportRequest.Range> ranges = ranges(log);
        String name = String.valueOf(log.getFileName()).replaceFirst("\\.bin$", "");
        if (!options.output().separate()) {
            jobs.add(named(ranges, name));
            return;
        }
        for (ExportRequest.Range range : ranges) {
            jobs.add(named(List.of(range), name + "-frames-" + range.first() + "-" + range.last()));
        }
    }

    /** Segments of several sessions may be called the same; their clips may not. */
    private Job named(List<ExportRequest.Range> ranges, String name) throws IOException {
        String unique = name;
        for (int number = 2; taken.contains(target.resolve(unique)); number++) {
            unique = name + "-" + number;
        }
        taken.add(target.resolve(unique));
        String csv = unique + ".csv";
        return job(ranges, target.resolve(unique + (options.output().stills() ? "" : ".mp4")),
                options.output().csv().map(folder -> folder.resolve(csv)));
    }

    private List<ExportRequest.Range> ranges(Path log) throws IOException {
        try (LogReader reader = LogReader.open(LogFiles.existing(log))) {
            reader.index().damage().forEach(damage -> terminal.say(log + ": " + damage.text()));
            return options.frames().in(reader);
        }
    }

    private Job job(List<ExportRequest.Range> ranges, Path file, Optional<Path> csv) throws IOException {
        ExportRequest request = ExportRequest.of(ranges.getFirst(), file).withRanges(ranges).withSettings(settings)
                .withBoard(board(ranges.getFirst().log())).withMarkers(markers(ranges)).withCsv(csv)
                .withSidecar(options.output().sidecar()
                        ? Optional.of(ExportRequest.sidecarOf(file))
                        : Optional.empty());
        return new Job(file.toString(), Optional.of(request), Optional.empty());
    }

    private Optional<Board> board(Path log) throws IOException {
        if (!settings.overlays().needsBoard()) {
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

    private List<Marker> markers(List<ExportRequest.Range> ranges) throws IOException {
        if (!settings.chapters() && !settings.overlays().has(Overlay.MARKERS)) {
            return List.of();
        }
        Map<UUID, Marker> markers = new LinkedHashMap<>();
        for (ExportRequest.Range range : ranges) {
            LogFiles.markersBeside(range.log()).forEach(marker -> markers.put(marker.id(), marker));
        }
        return List.copyOf(markers.values());
    }
}
