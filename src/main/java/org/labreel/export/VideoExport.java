package org.labreel.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.labreel.picture.YuvPicture;

/** Encodes the frames of a plan into one file, once or as often as it takes to meet a size. */
final class VideoExport {
    private final ExportRequest request;
    private final OpenLogs logs;
    private final ExportPlan plan;
    private final Layout layout;
    private final EncoderChoice encoder;
    private final Optional<CsvWriter> csv;
    private final Work work;
    private final Queue<YuvPicture> free = new ConcurrentLinkedQueue<>();

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
        EncoderSettings settings = EncoderSettings.of(request, plan, layout, part);
        long bound = request.settings().boundBytes();
        if (bound == 0) {
            return run(settings);
        }
        return new SizeBound(bound, plan).meet(settings, this::pass, csv);
    }

    /** Writes the clip in one pass, encoded like this. */
    Tally run(EncoderSettings settings) throws IOException {
        return pass(settings, csv, done -> done);
    }

    /** One time through all frames. */
    private Tally pass(EncoderSettings settings, Optional<CsvWriter> table, SizeBound.Part progress)
            throws IOException {
        Tally tally = new Tally(request.settings().damaged());
        try (FrameStream<YuvPicture> stream = new FrameStream<>(
                () -> new FrameSource(request, logs, plan, layout), plan.frames(), layout,
                (source, frame) -> source.show(frame, blank()));
                ClipEncoder clip = encoder.open(settings)) {
            ShownSequence<YuvPicture> sequence = new ShownSequence<>(stream::next, plan, request.settings().damaged(),
                    free::add, tally);
            int done = 0;
            for (Optional<ShownFrame<YuvPicture>> next = sequence.next(); next.isPresent(); next = sequence.next()) {
                work.goOn();
                ShownFrame<YuvPicture> shown = next.get();
                clip.frame(shown.picture(), shown.facts().frame().pts(), shown.facts().frame().ticks());
                if (!sequence.holds(shown.picture())) {
                    free.add(shown.picture());
                }
                if (table.isPresent()) {
                    table.get().add(shown.facts());
                }
                work.done().accept(progress.of(++done));
            }
            work.goOn();
            tally.refuseNothing();
            clip.finish();
        }
        return tally;
    }

    private YuvPicture blank() {
        Supplier<YuvPicture> another = () -> new YuvPicture(layout.width(), layout.height());
        return Optional.ofNullable(free.poll()).orElseGet(another);
    }
}
