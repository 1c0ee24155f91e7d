package org.labreel.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a clip and what stands beside it; all of it gets its name at the end, or nothing. */
final class ClipMaking {
    private static final String PNG = "PNG";

    private final ExportRequest request;
    private final OpenLogs logs;
    private final ExportPlan plan;
    private final Layout layout;
    private final Work work;
    private final List<String> notes;

    ClipMaking(ExportRequest request, OpenLogs logs, ExportPlan plan, Work work) throws IOException {
        this.request = request;
        this.logs = logs;
        this.plan = plan;
        this.work = work;
        this.layout = Layout.of(FrameSource.firstSize(plan, logs), request.settings());
        this.notes = new ArrayList<>(plan.notes());
        logs.mosaic().ifPresent(mosaic -> notes.addAll(mosaic.notes()));
    }

    ExportReport run() throws IOException {
        if (request.sidecar().isEmpty()) {
            return withTable(Optional.empty());
        }
        try (SidecarWriter sidecar = new SidecarWriter(request, request.sidecar().get(), work)) {
            ExportReport report = withTable(Optional.of(sidecar));
            sidecar.commit();
            return report;
        }
    }

    private ExportReport withTable(Optional<SidecarWriter> sidecar) throws IOException {
        if (request.csv().isEmpty()) {
            return make(Optional.empty(), sidecar);
        }
        try (CsvWriter csv = new CsvWriter(request.csv().get(), request.ranges())) {
            ExportReport report = make(Optional.of(csv), sidecar);
            csv.commit();
            return report;
        }
    }

    private ExportReport make(Optional<CsvWriter> csv, Optional<SidecarWriter> sidecar) throws IOException {
        if (request.settings().preset() == Preset.STILLS) {
            try (StillsExport stills = new StillsExport(request.target())) {
                Tally tally = stills.run(request, logs, plan, layout, csv, work);
                note(sidecar, PNG, tally, Optional.empty());
                return report(tally, stills.commit(), PNG);
            }
        }
        EncoderChoice encoder = EncoderChoice.of(request.settings().encoder());
        encoder.note().ifPresent(notes::add);
        try (TargetFile file = new TargetFile(request.target())) {
            Tally tally = request.settings().preset() == Preset.LOSSLESS
                    ? copy(encoder, file.part(), csv)
                    : new VideoExport(request, logs, plan, layout, encoder, csv, work).run(file.part());
            long bytes = Files.size(file.part());
            note(sidecar, encoder.version(), tally, Optional.of(file.part()));
            file.commit();
            return report(tally, bytes, encoder.name());
        }
    }

    private Tally copy(EncoderChoice encoder, Path part, Optional<CsvWriter> csv) throws IOException {
        if (encoder.kind() != request.settings().encoder()) {
            throw new IOException("FFmpeg's library does not load on this computer, and only it can copy JPEGs"
                    + " unencoded. Choose another preset.");
        }
        return new CopyExport(request, logs, plan, layout.first()).run(part, csv, work);
    }

    private void note(Optional<SidecarWriter> sidecar, String encoder, Tally tally, Optional<Path> clip)
            throws IOException {
        if (sidecar.isPresent()) {
            sidecar.get().write(encoder, EncoderSettings.threads(request.settings()), tally.shown(), clip,
                    logs.mosaic());
        }
    }

    private ExportReport report(Tally tally, long bytes, String encoder) {
        notes.addAll(tally.notes(request, layout));
        if (request.settings().chapters() && !plan.chapters().isEmpty() && encoder.startsWith("Humble")) {
            notes.add("Humble Video writes no chapters, so the markers are not in the clip's table.");
        }
        return new ExportReport(request.target(), bytes, tally.shown(), tally.marked(), tally.leftOut(),
                plan.shifted(), plan.duration(), encoder, notes);
    }
}
