package org.labreel.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.labreel.codec.MalformedEventException;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceState;
import org.labreel.picture.JpegCheck;
import org.labreel.picture.PictureException;
import org.labreel.picture.PictureSize;

/** Puts the JPEGs of the log into a movie as they are, without decoding them. */
final class CopyExport {
    private final ExportRequest request;
    private final OpenLogs logs;
    private final ExportPlan plan;
    private final PictureSize size;

    CopyExport(ExportRequest request, OpenLogs logs, ExportPlan plan, PictureSize size) {
        this.request = request;
        this.logs = logs;
        this.plan = plan;
        this.size = size;
    }

    Tally run(Path part, Optional<CsvWriter> csv, Work work) throws IOException {
        Tally tally = new Tally(request.settings().damaged());
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        List<Chapter> chapters = request.settings().chapters() ? plan.chapters() : List.of();
        AVPacket packet = avcodec.av_packet_alloc();
        try (FFmpegFile file = new FFmpegFile(part, FFmpegFile.format(part),
                context -> new FFmpegChapters(chapters).addTo(context, plan.ticks()), this::describe)) {
            Iterator<PlannedFrame> frames = plan.frames().iterator();
            ShownSequence<Bytes> sequence = new ShownSequence<>(
                    () -> frames.hasNext() ? Optional.of(read(frames.next())) : Optional.empty(), plan,
                    request.settings().damaged(), _ -> {
                    }, tally);
            int done = 0;
            for (Optional<ShownFrame<Bytes>> next = sequence.next(); next.isPresent(); next = sequence.next()) {
                work.goOn();
                copy(next.get(), packet, file);
                if (csv.isPresent()) {
                    csv.get().add(next.get().facts());
                }
                work.done().accept(++done);
            }
            tally.refuseNothing();
            file.finish();
        } finally {
            avcodec.av_packet_free(packet);
        }
        return tally;
    }

    private void describe(AVCodecParameters parameters) {
        parameters.codec_type(avutil.AVMEDIA_TYPE_VIDEO);
        parameters.codec_id(avcodec.AV_CODEC_ID_MJPEG);
        parameters.width(size.width());
        parameters.height(size.height());
        parameters.format(avutil.AV_PIX_FMT_YUVJ420P);
        parameters.color_range(avutil.AVCOL_RANGE_JPEG);
    }

    private ShownFrame<Bytes> read(PlannedFrame frame) throws IOException {
        LogReader log = logs.of(frame);
        Bytes jpeg = Bytes.EMPTY;
        Optional<String> damage;
        try {
            jpeg = log.image(frame.frame());
            if (!PictureSize.read(jpeg).equals(size)) {
                throw new IOException("The frames have different sizes, and one movie of copied JPEGs holds one size"
                        + " only. Choose another preset.");
            }
            damage = JpegCheck.cheap(jpeg);
        } catch (PictureException | MalformedEventException e) {
            if (request.settings().damaged() == DamagedFrames.MARK) {
                throw new IOException("Frame " + frame.frame()
                        + " is damaged beyond its header and cannot be copied as it is. Leave damaged frames out, or"
                        + " choose another preset.", e);
            }
            damage = Optional.of(String.valueOf(e.getMessage()));
        }
        DeviceState state = request.csv().isPresent()
                ? log.stateAt(log.index().recordOfFrame(frame.frame()))
                : DeviceState.EMPTY;
        return new ShownFrame<>(new FrameFacts(frame, state, Optional.empty(), damage), jpeg, false);
    }

    private static void copy(ShownFrame<Bytes> shown, AVPacket packet, FFmpegFile file) throws IOException {
        Bytes jpeg = shown.picture();
        FFmpegError.check(avcodec.av_new_packet(packet, jpeg.length()), "Copying the frames");
        packet.data().capacity(jpeg.length()).asByteBuffer().put(jpeg.asByteBuffer());
        packet.pts(shown.facts().frame().pts());
        packet.dts(shown.facts().frame().pts());
        packet.duration(shown.facts().frame().ticks());
        packet.flags(avcodec.AV_PKT_FLAG_KEY);
        file.write(packet);
    }
}
