package org.labreel.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Encodes the frames of a plan into one file, once or as often as it takes to meet a size. */
final class VideoExport {
    private final ExportRequest request;
    private final OpenLogs logs;
    private final ExportPlan plan;
    private final Layout layout;
    private final EncoderChoice encoder;
    private final Optional<CsvWriter> csv;
    private final Work work;

    VideoExport(ExportRequest request, OpenLogs logs, ExportPlan plan, Layout layout, EncoderChoice encoder,
            Optional<CsvWriter> csv, Work work) {
        this.request = request;
        this.logs = logs;
        this.plan = plan;
        this.layout = layout;
        this.encoder = encoder;
        this.csv = csv;
        this.work = work;
    }

    /** Writes the clip to {@code part}. */
    Tally run(Path part) throws IOException {
        long bound = request.settings().boundBytes();
        if (bound == 0) {
            return pass(
                    EncoderSettings.constantQuality(part, layout.width(), layout.height(), plan.fps(), "veryfast", 18),
                    csv, done -> done);
        }
        return new SizeBound(bound, plan).meet(part, layout, this::pass, csv);
    }

    /** One time through all frames. */
    private Tally pass(EncoderSettings settings, Optional<CsvWriter> table, SizeBound.Part progress)
            throws IOException {
        Tally tally = new Tally();
        try (FrameSource source = new FrameSource(request, logs, layout);
                FrameStream stream = new FrameStream(source, plan.frames(), layout);
                ClipEncoder clip = encoder.open(settings)) {
            int done = 0;
            for (Optional<ShownFrame> next = stream.next(); next.isPresent(); next = stream.next()) {
                work.goOn();
                ShownFrame shown = next.get();
                clip.frame(shown.picture(), shown.facts().frame().pts(), shown.facts().frame().ticks());
                stream.recycle(shown.picture());
                tally.count(shown);
                if (table.isPresent()) {
                    table.get().add(shown.facts());
                }
                work.done().accept(progress.of(++done));
            }
            work.goOn();
            clip.finish();
        }
        return tally;
    }
}
