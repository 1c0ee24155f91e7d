package org.labreel.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.labreel.log.LogReader;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.YuvPicture;

/** Ways to encode a log with a chosen x264 preset and quality, for comparison. */
public final class ClipPeers {
    private ClipPeers() {
    }

    /** Our own way, with another preset than the program offers. */
    public static void ours(Path log, Path clip, String preset, double crf) throws IOException {
        try (LogReader reader = LogReader.open(log)) {
            ExportRequest request = ExportRequest.of(new ExportRequest.Range(log, 0, reader.index().frames() - 1),
                    clip);
            Work work = new Work(_ -> {
            }, () -> false);
            try (OpenLogs logs = new OpenLogs(request, () -> false)) {
                ExportPlan plan = Planner.plan(request, logs.indexes());
                Layout layout = Layout.of(FrameSource.firstSize(plan, logs), request.settings());
                EncoderSettings settings = EncoderSettings.of(request, plan, layout, clip).withQuality(preset, crf);
                new VideoExport(request, logs, plan, layout, EncoderChoice.of(EncoderKind.FFMPEG), Optional.empty(),
                        work).run(settings);
            }
        }
    }

    /**
     * What pdlog does: one thread reads a frame, decodes it to RGB, converts it and hands it to x264 (which has threads
     * of its own), then the next; a constant rate from the first hundred frames. Without Python's own cost, so that it
     * is faster here than there.
     */
    public static void pdlog(Path log, Path clip, String preset, double crf) throws IOException {
        Files.deleteIfExists(clip);
        try (LogReader reader = LogReader.open(log); PictureDecoder decoder = PictureDecoder.best()) {
            int frames = reader.index().frames();
            Picture first = decoder.decode(reader.image(0), Optional.empty());
            EncoderSettings settings = EncoderSettings
                    .constantQuality(clip, first.width(), first.height(), 30, preset, crf).withFrames(frames);
            YuvPicture yuv = new YuvPicture(first.width(), first.height());
            try (ToYuv converter = YuvWay.best(first.width(), first.height());
                    ClipEncoder encoder = EncoderChoice.of(EncoderKind.FFMPEG).open(settings)) {
                for (int frame = 0; frame < frames; frame++) {
                    Picture picture = decoder.decode(reader.image(frame), Optional.of(first));
                    converter.convert(picture, yuv);
                    encoder.frame(yuv, frame * 3000L, 3000);
                }
                encoder.finish();
            }
        }
    }
}
