package org.labreel.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.labreel.codec.MalformedEventException;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceState;
import org.labreel.picture.JpegCheck;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureException;
import org.labreel.picture.PictureSize;

/** Puts the JPEGs of the log into a movie as they are, without decoding them. */
final class CopyExport {
    private final ExportRequest request;
    private final OpenLogs logs;
    private final ExportPlan plan;
    private final PictureSize size;
    private final Picture none = new Picture(1, 1);

    CopyExport(ExportRequest request, OpenLogs logs, ExportPlan plan, PictureSize size) {
        this.request = request;
        this.logs = logs;
        this.plan = plan;
        this.size = size;
    }

    Tally run(Path part, Optional<CsvWriter> csv, Work work) throws IOException {
        Tally tally = new Tally();
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        String format = request.target().toString().toLowerCase(Locale.ROOT).endsWith(".mov") ? "mov" : "mp4";
        AVPacket packet = avcodec.av_packet_alloc();
        try (FFmpegFile file = new FFmpegFile(part, format, parameters -> {
            parameters.codec_type(avutil.AVMEDIA_TYPE_VIDEO);
            parameters.codec_id(avcodec.AV_CODEC_ID_MJPEG);
            parameters.width(size.width());
            parameters.height(size.height());
            parameters.format(avutil.AV_PIX_FMT_YUVJ420P);
            parameters.color_range(avutil.AVCOL_RANGE_JPEG);
        })) {
            int done = 0;
            for (PlannedFrame frame : plan.frames()) {
                work.goOn();
                FrameFacts facts = copy(frame, packet, file);
                tally.count(new ShownFrame(facts, none, false));
                if (csv.isPresent()) {
                    csv.get().add(facts);
                }
                work.done().accept(++done);
            }
            file.finish();
        } finally {
            avcodec.av_packet_free(packet);
        }
        return tally;
    }

    private FrameFacts copy(PlannedFrame frame, AVPacket packet, FFmpegFile file) throws IOException {
        LogReader log = logs.of(frame);
        Bytes jpeg;
        try {
            jpeg = log.image(frame.frame());
            if (!PictureSize.read(jpeg).equals(size)) {
                throw new IOException("The frames have different sizes, and one movie of copied JPEGs holds one size"
                        + " only. Choose another preset.");
            }
        } catch (PictureException | MalformedEventException e) {
            throw new IOException("Frame " + frame.frame()
                    + " is damaged beyond its header and cannot be copied as it is. Choose another preset.", e);
        }
        FFmpegError.check(avcodec.av_new_packet(packet, jpeg.length()), "Copying the frames");
        packet.data().capacity(jpeg.length()).asByteBuffer().put(jpeg.asByteBuffer());
        packet.pts(frame.pts());
        packet.dts(frame.pts());
        packet.duration(frame.ticks());
        packet.flags(avcodec.AV_PKT_FLAG_KEY);
        file.write(packet);
        DeviceState state = request.csv().isPresent()
                ? log.stateAt(log.index().recordOfFrame(frame.frame()))
                : DeviceState.EMPTY;
        return new FrameFacts(frame, state, Optional.empty(), JpegCheck.cheap(jpeg));
    }
}
