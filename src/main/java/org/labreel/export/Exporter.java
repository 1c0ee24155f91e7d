package org.labreel.export;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.labreel.picture.PictureSize;

/** Makes clips. Blocking: runs on a background thread. */
public final class Exporter {
    private Exporter() {
    }

    /** Told how far an export is. */
    public interface Progress {
        void done(int frames, int of);
    }

    /**
     * Writes to a .part file beside the target and renames it at the end. A failure or a cancel leaves nothing.
     *
     * @throws java.util.concurrent.CancellationException
     *             when cancelled
     * @throws IOException
     *             with the reason in the operator's words
     */
    public static ExportReport run(ExportRequest request, Progress progress, BooleanSupplier cancelled)
            throws IOException {
        RequestCheck.check(request);
        Work work = new Work(done -> {
        }, cancelled);
        work.goOn();
        try (OpenLogs logs = new OpenLogs(request.ranges(), cancelled)) {
            ExportPlan plan = Planner.plan(request, logs.indexes());
            int frames = plan.frames().size();
            return export(request, logs, plan, new Work(done -> progress.done(done, frames), cancelled));
        } catch (IOException e) {
            throw inWords(e);
        }
    }

    /** A name like the wanted one under which nothing exists yet: clip.mp4, clip-2.mp4, clip-3.mp4, ... */
    public static Path freeName(Path wanted) {
        return TargetFile.unused(wanted);
    }

    private static ExportReport export(ExportRequest request, OpenLogs logs, ExportPlan plan, Work work)
            throws IOException {
        PictureSize first = FrameSource.firstSize(plan, logs);
        Layout layout = Layout.of(first, request);
        if (request.csv().isPresent()) {
            try (CsvWriter csv = new CsvWriter(request.csv().get(), request.ranges())) {
                ExportReport report = make(request, logs, plan, layout, Optional.of(csv), work);
                csv.commit();
                return report;
            }
        }
        return make(request, logs, plan, layout, Optional.empty(), work);
    }

    private static ExportReport make(ExportRequest request, OpenLogs logs, ExportPlan plan, Layout layout,
            Optional<CsvWriter> csv, Work work) throws IOException {
        List<String> notes = new ArrayList<>(plan.notes());
        if (request.settings().preset() == Preset.STILLS) {
            try (StillsExport stills = new StillsExport(request.target())) {
                Tally tally = stills.run(request, logs, plan, layout, csv, work);
                notes.addAll(tally.notes(request, layout, plan.frames().size()));
                return report(request, plan, tally, stills.commit(), "PNG", notes);
            }
        }
        EncoderChoice encoder = EncoderChoice.of(request.settings().encoder());
        encoder.note().ifPresent(notes::add);
        try (TargetFile file = new TargetFile(request.target())) {
            Tally tally;
            if (request.settings().preset() == Preset.LOSSLESS) {
                tally = copy(request, encoder, new CopyExport(request, logs, plan, layout.first()), file, csv, work);
            } else {
                tally = new VideoExport(request, logs, plan, layout, encoder, csv, work).run(file.part());
                notes.addAll(tally.notes(request, layout, plan.frames().size()));
            }
            long bytes = Files.size(file.part());
            file.commit();
            return report(request, plan, tally, bytes, encoder.name(), notes);
        }
    }

    private static Tally copy(ExportRequest request, EncoderChoice encoder, CopyExport copying, TargetFile file,
            Optional<CsvWriter> csv, Work work) throws IOException {
        if (encoder.kind() != request.settings().encoder()) {
            throw new IOException("FFmpeg's library does not load on this computer, and only it can copy JPEGs"
                    + " unencoded. Choose another preset.");
        }
        return copying.run(file.part(), csv, work);
    }

    private static ExportReport report(ExportRequest request, ExportPlan plan, Tally tally, long bytes, String encoder,
            List<String> notes) {
        return new ExportReport(request.target(), bytes, plan.frames().size(), tally.damaged(), plan.shifted(),
                plan.duration(), encoder, notes);
    }

    /** Our own words stay as they are; those of the file system are told apart by what it says. */
    private static IOException inWords(IOException e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("No space left") || text.contains("not enough space")) {
            return new IOException(FFmpegError.DISK_FULL, e);
        }
        return e instanceof FileSystemException failed
                ? new IOException(failed.getFile() + " cannot be read or written"
                        + (failed.getReason() == null ? "." : ": " + failed.getReason() + "."), e)
                : e;
    }
}
